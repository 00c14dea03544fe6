/** The form of a planned follow-up: what is looked at, when, by whom, how often. */
import type { Schemas } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { RadioCards } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, SelectField, TextField } from "../ui/Field";
import { type FollowUp, type Kind, usePeople, useProposals } from "./reading";
import { t } from "./texts";

export interface PlanValues {
  kind: Kind;
  question: string;
  due: string;
  owner_id: string;
  /** "week:2", "month:1"; empty: it does not repeat. */
  repeat: string;
}

type Unit = Schemas["Unit"];

export const emptyPlan = (kind: Kind): PlanValues => ({
  kind,
  question: t.kind[kind],
  due: "",
  owner_id: "",
  repeat: "",
});

export const planOf = (item: FollowUp): PlanValues => ({
  kind: item.kind,
  question: item.question,
  due: item.due,
  owner_id: item.owner?.id ?? "",
  repeat: item.repeat_unit ? `${item.repeat_unit}:${item.repeat_every}` : "",
});

/** What is sent. */
export function planBody({ kind, question, due, owner_id, repeat }: PlanValues) {
  const [unit, every] = repeat.split(":");
  return {
    kind,
    question: question.trim(),
    due,
    owner_id: owner_id || null,
    repeat_unit: (unit || null) as Unit | null,
    repeat_every: every ? Number(every) : null,
  };
}

/** What the form lacks; `before`: a date that has stood there may stay. */
export function planLacks({ question, due }: PlanValues, now: string, before?: string): Problem[] {
  const found: Problem[] = [];
  if (!question.trim()) found.push({ field: "question", words: t.form.writeQuestion });
  const words = dayProblem(due, due === before ? {} : { min: now });
  if (words) found.push({ field: "due", words });
  return found;
}

/** A rhythm in words: "Hver 2. uge". */
export function rhythm(unit: Unit, every: number): string {
  return t.form.every[unit](every);
}

const RHYTHMS = ["week:1", "week:2", "week:4", "month:1", "month:3", "month:6"];

function rhythms(kept: string) {
  const known = !kept || RHYTHMS.includes(kept) ? RHYTHMS : [kept, ...RHYTHMS];
  return known.map((value) => {
    const [unit, every] = value.split(":");
    return { value, label: rhythm(unit as Unit, Number(every)) };
  });
}

interface Props {
  department: string;
  values: PlanValues;
  put: (some: Partial<PlanValues>) => void;
  problems: readonly Problem[];
}

export function PlanFields({ department, values, put, problems }: Props) {
  const me = useSignedIn();
  const people = usePeople(department).data?.items ?? [];
  const proposals = useProposals(department).data?.dates ?? [];
  const kinds = (["process", "result"] as const).map((value) => ({
    value,
    label: t.kind[value],
    detail: t.form.kindDetail[value],
  }));
  // A question that is still the kind's own follows the kind.
  const choose = (kind: Kind) =>
    put(values.question === t.kind[values.kind] ? { kind, question: t.kind[kind] } : { kind });
  return (
    <>
      <RadioCards
        name="kind"
        legend={t.form.kind}
        layout="columns"
        value={values.kind}
        onChange={choose}
        options={kinds}
        error={wordsFor(problems, "kind")}
      />
      <TextField
        name="question"
        label={t.form.question}
        hint={t.form.questionHint}
        maxLength={200}
        value={values.question}
        onChange={(question) => put({ question })}
        error={wordsFor(problems, "question")}
      />
      <DateField
        name="due"
        label={t.form.due}
        value={values.due}
        onChange={(due) => put({ due })}
        now={me.today}
        quick={proposals.map((day) => ({ day, label: shortDay(day, me.today) }))}
        error={wordsFor(problems, "due")}
      />
      <PersonSelect
        name="owner_id"
        label={t.form.owner}
        hint={t.form.ownerHint}
        optional
        people={people}
        me={me.person.id}
        value={values.owner_id}
        onChange={(owner_id) => put({ owner_id })}
        error={wordsFor(problems, "owner_id")}
      />
      <SelectField
        name="repeat_every"
        label={t.form.repeat}
        empty={t.form.never}
        value={values.repeat}
        onChange={(repeat) => put({ repeat })}
        options={rhythms(values.repeat)}
        error={wordsFor(problems, "repeat_every")}
      />
    </>
  );
}
