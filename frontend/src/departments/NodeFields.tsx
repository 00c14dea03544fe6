/** The form of a node: what it is called and what it is. Its place and its way are changed from a date. */
import type { Schemas } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { Checkbox } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField, TextField } from "../ui/Field";
import { n } from "./nodeTexts";
import { o } from "./organisationTexts";

/** A form that can be sent: `nodeLacks` has found nothing. */
export const bodyOf = ({ kind, headcount, ...values }: NodeValues) => ({
  ...values,
  kind: kind as Kind,
  headcount: wholeNumber(headcount) ?? 0,
});

export interface NodeValues {
  name: string;
  code: string;
  kind: Kind | "";
  valid_from: string | null;
  /** As typed; empty where nobody knows. */
  headcount: string;
  pilot: boolean;
}

export type Kind = Schemas["Kind"];

const kindOptions = (Object.keys(o.kinds) as Kind[]).map((value) => ({ value, label: o.kinds[value] }));

/** "1.240" and "1 240" are numbers too; null for what is none. */
export function wholeNumber(typed: string): number | null {
  const digits = typed.replaceAll(/[.\s]/g, "");
  return /^\d{0,6}$/.test(digits) ? Number(digits) : null;
}

export function nodeLacks({ name, code, kind, headcount, valid_from }: NodeValues): Problem[] {
  const found: Problem[] = [];
  if (!name.trim()) found.push({ field: "name", words: n.writeName });
  if (!code.trim()) found.push({ field: "code", words: n.writeCode });
  if (!kind) found.push({ field: "kind", words: n.chooseKind });
  const day = dayProblem(valid_from, { required: false });
  if (day) found.push({ field: "valid_from", words: day });
  if (wholeNumber(headcount) === null) found.push({ field: "headcount", words: n.wholeNumber });
  return found;
}

interface Props {
  values: NodeValues;
  put: (some: Partial<NodeValues>) => void;
  problems: readonly Problem[];
}

export function NodeFields({ values, put, problems }: Props) {
  const now = useSignedIn().today;
  return (
    <>
      <TextField
        name="name"
        label={n.name}
        hint={n.nameHint}
        maxLength={200}
        value={values.name}
        onChange={(name) => put({ name })}
        error={wordsFor(problems, "name")}
      />
      <TextField
        name="code"
        label={n.code}
        hint={n.codeHint}
        size="medium"
        maxLength={40}
        value={values.code}
        onChange={(code) => put({ code })}
        error={wordsFor(problems, "code")}
      />
      <SelectField
        name="kind"
        label={n.kind}
        options={kindOptions}
        empty={n.choose}
        value={values.kind}
        onChange={(kind) => put({ kind })}
        error={wordsFor(problems, "kind")}
      />
      <TextField
        name="headcount"
        label={n.headcount}
        hint={n.headcountHint}
        optional
        size="short"
        inputMode="numeric"
        value={values.headcount}
        onChange={(headcount) => put({ headcount })}
        error={wordsFor(problems, "headcount")}
      />
      <DateField
        name="valid_from"
        label={n.from}
        optional
        now={now}
        value={values.valid_from}
        onChange={(day) => put({ valid_from: day || null })}
        error={wordsFor(problems, "valid_from")}
      />
      <Checkbox
        name="pilot"
        label={n.pilotLabel}
        checked={values.pilot}
        onChange={(pilot) => put({ pilot })}
      />
    </>
  );
}
