/** A deputy for a leader, for a time: whom, from when to when. */
import { useLocation } from "wouter";
import { api, ask, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Section } from "../ui/Section";
import { p } from "./peopleTexts";
import { ownerOptions, type Person, type RoleLine, usePeopleHere, useTakeIn } from "./reading";

const NONE = { person_id: "", valid_from: "", valid_to: "" };
type Values = typeof NONE;

function lacks({ person_id, valid_from, valid_to }: Values, today: string): Problem[] {
  const found: Problem[] = [];
  if (!person_id) found.push({ field: "person_id", words: p.choosePerson });
  const from = dayProblem(valid_from);
  if (from) found.push({ field: "valid_from", words: from });
  const till = dayProblem(valid_to, { min: valid_from > today ? valid_from : today });
  if (till) found.push({ field: "valid_to", words: till });
  return found;
}

export function DeputyForm({ person, held }: { person: Person; held: RoleLine }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const people = usePeopleHere(held.department.id).data?.items ?? [];
  const options = ownerOptions(
    people.filter(({ id }) => id !== person.id),
    me.person.id,
    p.me,
  );
  const draft = useDraft<Values>(me.person.id, `deputy:${held.id}`, NONE);
  const v = draft.values;
  const save = useSave(
    (body: Values) =>
      ask(
        api.POST("/api/roles/{role_id}/deputy", {
          params: { path: { role_id: held.id }, header: attempt(body) },
          body,
        }),
      ),
    {
      onSaved: () => {
        draft.discard(NONE);
        takeIn();
        navigate(to.people(held.department.id));
      },
    },
  );
  const name = person.name.split(" ")[0] ?? person.name;
  return (
    <Section title={p.deputyTitle} lead={p.deputyText(name)}>
      <form
        className="form section__act"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(v, lacks(v, me.today));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        <SelectField
          name="person_id"
          label={p.deputyWho}
          hint={p.deputyWhoHint}
          options={options}
          empty={p.choose}
          value={v.person_id}
          onChange={draft.set("person_id")}
          error={wordsFor(save.problems, "person_id")}
        />
        <DateField
          name="valid_from"
          label={p.deputyFrom}
          value={v.valid_from}
          onChange={draft.set("valid_from")}
          now={me.today}
          quick={[{ label: p.today, day: me.today }]}
          error={wordsFor(save.problems, "valid_from")}
        />
        <DateField
          name="valid_to"
          label={p.deputyTo}
          value={v.valid_to}
          onChange={draft.set("valid_to")}
          now={me.today}
          error={wordsFor(save.problems, "valid_to")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {p.deputyAct}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
