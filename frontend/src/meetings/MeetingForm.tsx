/** The form of a meeting: its day, and the day its papers are as of. */
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays, longDay } from "../dates";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { TextField } from "../ui/Field";
import { f } from "./formTexts";
import type { Meeting } from "./reading";

export interface MeetingValues {
  on: string;
  papers_as_of: string;
  note: string;
}

export const EMPTY: MeetingValues = { on: "", papers_as_of: "", note: "" };

export const valuesOf = ({ on, papers_as_of, note }: Meeting): MeetingValues => ({
  on,
  papers_as_of: papers_as_of ?? "",
  note: note ?? "",
});

export const bodyOf = ({ on, papers_as_of, note }: MeetingValues) => ({
  on,
  papers_as_of: papers_as_of || null,
  note: note.trim() || null,
});

export function meetingLacks({ on, papers_as_of }: MeetingValues): Problem[] {
  const wrongDay = on ? dayProblem(on) : f.onNeeded;
  const wrongPapers =
    dayProblem(papers_as_of, { required: false }) ??
    (papers_as_of && !wrongDay && papers_as_of > on ? f.papersLate : null);
  return [
    ...(wrongDay ? [{ field: "on", words: wrongDay }] : []),
    ...(wrongPapers ? [{ field: "papers_as_of", words: wrongPapers }] : []),
  ];
}

interface Props {
  values: MeetingValues;
  put: (some: Partial<MeetingValues>) => void;
  problems: readonly Problem[];
}

export function MeetingFields({ values, put, problems }: Props) {
  const me = useSignedIn();
  const known = values.on && dayProblem(values.on) === null;
  return (
    <>
      <DateField
        name="on"
        label={f.on}
        value={values.on}
        onChange={(on) => put({ on })}
        now={me.today}
        error={wordsFor(problems, "on")}
      />
      <DateField
        name="papers_as_of"
        label={f.papersAsOf}
        hint={f.papersHint}
        optional
        value={values.papers_as_of}
        onChange={(papers_as_of) => put({ papers_as_of })}
        now={me.today}
        quick={
          known
            ? [
                { day: addDays(values.on, -7), label: `${f.weekBefore}, ${longDay(addDays(values.on, -7))}` },
                { day: values.on, label: f.sameDay },
              ]
            : undefined
        }
        error={wordsFor(problems, "papers_as_of")}
      />
      <TextField
        name="note"
        label={f.note}
        hint={f.noteHint}
        optional
        maxLength={500}
        value={values.note}
        onChange={(note) => put({ note })}
        error={wordsFor(problems, "note")}
      />
    </>
  );
}
