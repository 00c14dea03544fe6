/** Which role, where, what it is called there, from when to when. */
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays, shortDay } from "../dates";
import { roleWords } from "../shell/texts";
import { RadioCards } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { type Option, SelectField, TextField } from "../ui/Field";
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
  values: Dates;
  put: (some: Partial<Dates>) => void;
  problems: readonly Problem[];
  /** The role that the title is of: TRIO has two usual ones. */
  role: Role | "";
}

export function DatesFields({ values, put, problems, role }: DatesProps) {
  const { today } = useSignedIn();
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
        optional
        value={values.valid_from}
        onChange={(valid_from) => put({ valid_from })}
        now={today}
        quick={[{ label: p.today, day: today }, firstOfNext(today)]}
        error={wordsFor(problems, "valid_from")}
      />
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
      <RadioCards
        name="role"
        legend={p.role}
        options={roles.map((role) => ({ value: role, label: roleWords(role), detail: p.about[role] }))}
        value={values.role}
        onChange={(role) => put({ role })}
        error={wordsFor(problems, "role")}
      />
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
