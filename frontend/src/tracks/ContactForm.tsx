/** Vi talte sammen: when, how, and a sentence that the department reads too. */
import { api, ask, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays } from "../dates";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine, SavedLine } from "../ui/Notice";
import { type Rollout, useTakeIn } from "./reading";
import { t } from "./texts";

export type Way = Rollout["contacts"][number]["way"];
export interface ContactValues {
  on: string;
  way: Way | "";
  note: string;
}
const WAYS: readonly Way[] = ["meeting", "phone", "mail"];

export function wrongIn({ on, way }: ContactValues, today: string): Problem[] {
  const day = dayProblem(on, { max: today });
  const found: Problem[] = day ? [{ field: "on", words: day }] : [];
  return way ? found : [...found, { field: "way", words: t.one.chooseWay }];
}

export function ContactForm({ id, rollout }: { id: string; rollout: Rollout }) {
  const me = useSignedIn();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const began: ContactValues = { on: me.today, way: "", note: "" };
  const draft = useDraft<ContactValues>(me.person.id, `contact:${rollout.department.id}`, began);
  const { values } = draft;
  const save = useSave(
    ({ on, way, note }: ContactValues) => {
      const body = { on, way: way as Way, note: note.trim() || null };
      const params = { path: { department_id: rollout.department.id }, header: attempt(body) };
      return ask(api.POST("/api/departments/{department_id}/contacts", { params, body }));
    },
    {
      onSaved: (fresh) => {
        draft.discard(began);
        takeIn(id, fresh);
      },
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, wrongIn(values, me.today));
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      <ContactFields values={values} put={draft.put} problems={save.problems} />
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.one.saveContact}
        </Button>
      </ButtonRow>
    </form>
  );
}

interface FieldsProps {
  values: ContactValues;
  put: (changed: Partial<ContactValues>) => void;
  problems: Problem[];
}

export function ContactFields({ values, put, problems }: FieldsProps) {
  const me = useSignedIn();
  return (
    <>
      <DateField
        name="on"
        label={t.one.on}
        value={values.on}
        onChange={(on) => put({ on })}
        now={me.today}
        quick={[
          { label: t.one.today, day: me.today },
          { label: t.one.yesterday, day: addDays(me.today, -1) },
        ]}
        error={wordsFor(problems, "on")}
      />
      <RadioCards<Way>
        name="way"
        legend={t.one.way}
        layout="inline"
        value={values.way}
        onChange={(way) => put({ way })}
        options={WAYS.map((value) => ({ value, label: t.one.ways[value] }))}
        error={wordsFor(problems, "way")}
      />
      <TextArea
        name="note"
        label={t.one.note}
        optional
        rows={2}
        maxLength={500}
        after={t.one.noteReaders}
        value={values.note}
        onChange={(note) => put({ note })}
        error={wordsFor(problems, "note")}
      />
    </>
  );
}
