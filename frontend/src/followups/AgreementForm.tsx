/** The form of an agreement: who does what by when. */
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays, shortDay } from "../dates";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, TextArea } from "../ui/Field";
import { type Agreement, usePeople } from "./reading";
import { t } from "./texts";

export interface AgreementValues {
  what: string;
  owner_id: string;
  due: string;
}

export const valuesOf = ({ what, owner, due }: Agreement): AgreementValues => ({
  what,
  owner_id: owner?.id ?? "",
  due,
});

/** What the form lacks; `before`: a date that has stood there may stay. */
export function agreementLacks(
  { what, owner_id, due }: AgreementValues,
  now: string,
  before?: string,
): Problem[] {
  const found: Problem[] = [];
  if (!what.trim()) found.push({ field: "what", words: t.agreement.writeWhat });
  if (!owner_id) found.push({ field: "owner_id", words: t.agreement.chooseOwner });
  const words = dayProblem(due, due === before ? {} : { min: now });
  if (words) found.push({ field: "due", words });
  return found;
}

interface Props {
  department: string;
  values: AgreementValues;
  put: (some: Partial<AgreementValues>) => void;
  problems: readonly Problem[];
}

export function AgreementFields({ department, values, put, problems }: Props) {
  const me = useSignedIn();
  const people = usePeople(department).data?.items ?? [];
  const quick = [7, 14, 28].map((days) => {
    const day = addDays(me.today, days);
    return { day, label: shortDay(day, me.today) };
  });
  return (
    <>
      <TextArea
        name="what"
        label={t.agreement.what}
        hint={t.agreement.whatHint}
        rows={2}
        maxLength={500}
        value={values.what}
        onChange={(what) => put({ what })}
        error={wordsFor(problems, "what")}
      />
      <PersonSelect
        name="owner_id"
        label={t.agreement.owner}
        people={people}
        me={me.person.id}
        value={values.owner_id}
        onChange={(owner_id) => put({ owner_id })}
        error={wordsFor(problems, "owner_id")}
      />
      <DateField
        name="due"
        label={t.agreement.due}
        value={values.due}
        onChange={(due) => put({ due })}
        now={me.today}
        quick={quick}
        error={wordsFor(problems, "due")}
      />
    </>
  );
}
