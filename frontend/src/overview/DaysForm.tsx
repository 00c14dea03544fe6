/**
 * Any day, for what a page shows: written as one likes, put into the address when one asks for it. What
 * stands in the address already is checked as if it had just been written.
 *   <DaysForm fields={[{ name: "pr", label: "Set pr.", value: filters.pr, max: me.today }]} act="Vis" onShow={...} />
 */
import { useEffect, useState } from "react";
import { useSignedIn } from "../api/session";
import { Button, ButtonRow } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, type SummaryProblem, wordsFor } from "../ui/ErrorSummary";
import { fieldId } from "../ui/Field";
import "./days-form.scss";

export interface DaysField {
  name: string;
  label: string;
  value: string;
  max?: string;
  quick?: readonly { label: string; day: string }[];
}

type Days = Record<string, string>;

interface Props {
  fields: readonly DaysField[];
  act: string;
  onShow: (days: Days) => void;
  /** Words of the button that empties all fields; left out, there is none. */
  clear?: string | undefined;
  /** The field that has the cursor when the form is opened. */
  first?: string | undefined;
  /** What is wrong with the days together. */
  check?: (days: Days) => SummaryProblem[];
}

export function DaysForm({ fields, act, onShow, clear, first, check = () => [] }: Props) {
  const { today } = useSignedIn();
  const standing = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const [days, setDays] = useState<Days>(standing);
  const wrong = (given: Days): SummaryProblem[] => {
    const each = fields.flatMap(({ name, max }) => {
      const words = dayProblem(given[name] ?? "", { required: false, ...(max ? { max } : {}) });
      return words ? [{ field: name, words }] : [];
    });
    return each.length > 0 ? each : check(given);
  };
  const [problems, setProblems] = useState(() => wrong(standing));
  useEffect(() => {
    if (first) document.getElementById(fieldId(first))?.focus();
  }, [first]);
  const show = (given: Days) => {
    const found = wrong(given);
    setProblems(found);
    if (found.length === 0) onShow(given);
  };
  return (
    <form
      className="form days-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show(days);
      }}
    >
      <ErrorSummary problems={problems} />
      <div className="days-form__fields">
        {fields.map(({ name, label, quick }) => (
          <DateField
            key={name}
            name={name}
            label={label}
            now={today}
            value={days[name] ?? ""}
            onChange={(value) => setDays((all) => ({ ...all, [name]: value }))}
            error={wordsFor(problems, name)}
            {...(quick ? { quick } : {})}
          />
        ))}
      </div>
      <ButtonRow>
        <Button type="submit">{act}</Button>
        {clear && (
          <Button
            kind="link"
            onClick={() => onShow(Object.fromEntries(fields.map(({ name }) => [name, ""])))}
          >
            {clear}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
