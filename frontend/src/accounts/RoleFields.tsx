/** Which role, where, what it is called there, from when to when. */
import { useState } from "react";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays, shortDay } from "../dates";
import { roleWords } from "../shell/texts";
import { RadioCards } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { type Option, SelectField, TextField } from "../ui/Field";
import { ORDER } from "./held";
import { p } from "./peopleTexts";
import type { Role } from "./reading";

export interface Dates {
  title: string;
  valid_from: string;
  valid_to: string;
}

/** What is wrong with the days; an empty one means no limit. */
export function datesLack({ valid_from, valid_to }: Pick<Dates, "valid_from" | "valid_to">): Problem[] {
  const found: Problem[] = [];
  const from = dayProblem(valid_from, { required: false });
  const till = dayProblem(valid_to, { required: false });
  if (from) found.push({ field: "valid_from", words: from });
  if (till) found.push({ field: "valid_to", words: till });
  if (found.length === 0 && valid_from && valid_to && valid_to < valid_from) {
    found.push({ field: "valid_to", words: p.endBeforeStart });
  }
  return found;
}

interface DatesProps {
  /** The role exists: its first day need not be known, its end has a form of its own. */
  given?: boolean;
  values: Dates;
  put: (some: Partial<Dates>) => void;
  problems: readonly Problem[];
  /** The role that the title is of: TRIO has two usual ones. */
  role: Role | "";
}

export function DatesFields({ values, put, problems, role, given }: DatesProps) {
  const { today } = useSignedIn();
  const [ends] = useState(values.valid_to !== "");
  return (
    <>
      <TextField
        name="title"
        label={p.title}
        hint={role === "trio" ? p.titleHintTrio : p.titleHint}
        optional
        maxLength={100}
        value={values.title}
        onChange={(title) => put({ title })}
        error={wordsFor(problems, "title")}
      />
      <DateField
        name="valid_from"
        label={p.begins}
        optional={given === true}
        value={values.valid_from}
        onChange={(valid_from) => put({ valid_from })}
        now={today}
        quick={given ? [] : [{ label: p.today, day: today }, firstOfNext(today)]}
        error={wordsFor(problems, "valid_from")}
      />
      {(!given || ends) && (
        <DateField
          name="valid_to"
          label={p.ends}
          hint={p.endsHint}
          optional
          value={values.valid_to}
          onChange={(valid_to) => put({ valid_to })}
          now={today}
          error={wordsFor(problems, "valid_to")}
        />
      )}
    </>
  );
}

/** The first of next month, when most people begin. */
export function firstOfNext(today: string): { label: string; day: string } {
  const day = `${addDays(`${today.slice(0, 8)}28`, 4).slice(0, 8)}01`;
  return { label: shortDay(day, today), day };
}

/** The last of this month, when most people stop. */
export function lastOfMonth(today: string): { label: string; day: string } {
  const day = addDays(firstOfNext(today).day, -1);
  return { label: shortDay(day, today), day };
}

interface RoleProps {
  roles: readonly Role[];
  places: readonly Option[];
  values: { role: Role | ""; department_id: string };
  put: (some: { role?: Role; department_id?: string }) => void;
  problems: readonly Problem[];
}

export function RoleFields({ roles, places, values, put, problems }: RoleProps) {
  return (
    <>
      <Which roles={roles} value={values.role} onChange={put} error={wordsFor(problems, "role")} />
      {places.length > 1 && (
        <SelectField
          name="department_id"
          label={p.where}
          options={places}
          empty={p.choose}
          value={values.department_id}
          onChange={(department_id) => put({ department_id })}
          error={wordsFor(problems, "department_id")}
        />
      )}
    </>
  );
}

interface WhichProps {
  roles: readonly Role[];
  value: Role | "";
  onChange: (some: { role: Role }) => void;
  error: string | undefined;
}

/** A leader's four as cards; all of them in a list, with what the chosen one may. */
function Which({ roles, value, onChange, error }: WhichProps) {
  const sorted = ORDER.filter((role) => roles.includes(role));
  if (sorted.length > 5) {
    return (
      <SelectField
        name="role"
        label={p.role}
        options={sorted.map((role) => ({ value: role, label: roleWords(role) }))}
        empty={p.choose}
        value={value}
        onChange={(role) => onChange({ role })}
        error={error}
        after={value && p.about[value]}
      />
    );
  }
  return (
    <RadioCards
      name="role"
      legend={p.role}
      options={sorted.map((role) => ({ value: role, label: roleWords(role), detail: p.about[role] }))}
      value={value}
      onChange={(role) => onChange({ role })}
      error={error}
    />
  );
}
