/**
 * That the seven questions were used at a meeting: when and in which forum, and nothing of what was said.
 *   <Dialogues department={id} />      list of a department, and the form for whoever may
 *   <UsedForm me={me} />               the form, with the departments one holds a role in to choose from
 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { type Me, useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { addDays, longDay } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, TextLink } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { SavedLine } from "../ui/Notice";
import { More, Section } from "../ui/Section";
import { d } from "./dialogueTexts";
import { useDialogues } from "./resultParts";

export function Dialogues({ department }: { department: string }) {
  const me = useSignedIn();
  const found = useDialogues(department).data;
  const forums = useContent().data?.forums ?? [];
  if (!found || (found.items.length === 0 && found.can.length === 0)) return null;
  const forum = (key: string): string => {
    const known = forums.find((one) => one.key === key);
    return known ? inLanguage(known.text) : key;
  };
  return (
    <Section title={d.listTitle}>
      {found.items.length === 0 ? (
        <p className="soft">{d.none}</p>
      ) : (
        <ul>
          {found.items.map((one) => (
            <li key={one.id}>
              {longDay(one.on)}: {forum(one.forum)}
              {one.department.id !== department && `, ${one.department.name}`}
            </li>
          ))}
        </ul>
      )}
      <p className="section section--tight no-print">
        <TextLink href={to.cardsAtMeeting}>{d.open}</TextLink>
      </p>
      {found.can.includes("record") && (
        <div className="section section--tight no-print">
          <More label={d.used}>
            <p className="measure soft">{d.usedText}</p>
            <UsedForm me={me} department={department} />
          </More>
        </div>
      )}
    </Section>
  );
}

const RECORDS = new Set(["leader", "section_leader", "trio", "ambassador"]);

/** Departments and sections in which one may note it, each once. */
export function placesOf({ roles }: Pick<Me, "roles">): Me["roles"][number]["department"][] {
  const held = roles.filter(({ role }) => RECORDS.has(role)).map(({ department }) => department);
  return [...new Map(held.map((one) => [one.id, one])).values()];
}

interface Values {
  department_id: string;
  on: string;
  forum: string;
}

function wrongIn({ department_id, on, forum }: Values, today: string): Problem[] {
  const day = dayProblem(on, { max: today });
  return [
    ...(department_id ? [] : [{ field: "department_id", words: d.departmentMissing }]),
    ...(day ? [{ field: "on", words: day }] : []),
    ...(forum ? [] : [{ field: "forum", words: d.forumMissing }]),
  ];
}

export function UsedForm({ me, department }: { me: Me; department?: string }) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  const forums = useContent().data?.forums ?? [];
  const places = placesOf(me);
  const first = department ?? (places.length === 1 ? (places[0]?.id ?? "") : "");
  const [values, setValues] = useState<Values>({ department_id: first, on: me.today, forum: "" });
  const put = (some: Partial<Values>) => setValues((old) => ({ ...old, ...some }));
  const save = useSave(
    ({ department_id, on, forum }: Values) => {
      const body = { on, forum };
      const params = { path: { department_id }, header: attempt({ department_id, ...body }) };
      return ask(api.POST("/api/departments/{department_id}/dialogues", { params, body }));
    },
    {
      onSaved: (fresh) => {
        queries.setQueryData(["dialogues", values.department_id], fresh);
        put({ forum: "" });
      },
    },
  );
  if (!first && places.length === 0) return null;
  const { problems } = save;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, wrongIn(values, me.today));
      }}
    >
      <ErrorSummary problems={problems} />
      {!department && places.length > 1 && (
        <SelectField
          name="department_id"
          label={d.department}
          value={values.department_id}
          onChange={(department_id) => put({ department_id })}
          empty={d.choose}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          error={wordsFor(problems, "department_id")}
        />
      )}
      <DateField
        name="on"
        label={d.on}
        value={values.on}
        onChange={(on) => put({ on })}
        now={me.today}
        quick={[
          { label: d.today, day: me.today },
          { label: d.yesterday, day: addDays(me.today, -1) },
        ]}
        error={wordsFor(problems, "on")}
      />
      <SelectField
        name="forum"
        label={d.forum}
        value={values.forum}
        onChange={(forum) => put({ forum })}
        empty={d.choose}
        options={forums.map(({ key, text }) => ({ value: key, label: inLanguage(text) }))}
        error={wordsFor(problems, "forum")}
      />
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button type="submit" busy={save.busy}>
          {d.save}
        </Button>
      </ButtonRow>
    </form>
  );
}
