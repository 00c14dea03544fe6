/**
 * A day, written as one likes: "5.3.2026", "5/3", "5. marts", "i morgen". The value is the day as the API
 * wants it ("2026-03-05") as soon as it can be read, else what was written; `dayProblem` says what is wrong.
 *   <DateField name="due" label="Hvornår?" value={v.due} onChange={set("due")}
 *     quick={[{ label: "Om en uge", day: addDays(me.today, 7) }]} error={...} />
 *   if (dayProblem(v.due, { min: me.today })) problems.push({ field: "due", words: ... })
 */
import { useState } from "react";
import { isDay, parseDay, writtenDay } from "../dateParsing";
import { longDay, today } from "../dates";
import { Field, type FieldProps } from "./Field";
import { quietWords } from "./quietWeeks";
import { t } from "./texts";

interface DateFieldProps extends FieldProps {
  value: string | null;
  onChange: (value: string) => void;
  quick?: readonly { label: string; day: string }[];
  /** The server's today, by which "i morgen" and years left out are understood. */
  now?: string;
}

export function DateField({ value, onChange, quick, now = today(), ...field }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? shownDay(value ?? "");
  const read = (text: string) => {
    setTyped(text);
    const found = parseDay(text, now);
    onChange("day" in found ? found.day : text.trim());
  };
  const quiet = !field.error && value && isDay(value) ? quietWords(value, now) : undefined;
  return (
    <div className="date-field">
      <Field {...field} hint={field.hint ?? t.dateHint} after={field.after ?? quiet}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            className="input input--date"
            autoComplete="off"
            placeholder=""
            value={shown}
            onChange={(event) => read(event.target.value)}
            onBlur={() => setTyped(null)}
          />
        )}
      </Field>
      {quick && quick.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a second question.
        <div className="quick-dates" role="group" aria-label={t.quickDates}>
          {quick.map((choice) => (
            <button
              key={choice.day}
              type="button"
              className="toggle"
              aria-pressed={value === choice.day}
              onClick={() => {
                setTyped(null);
                onChange(choice.day);
              }}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const shownDay = (value: string): string => (isDay(value) ? writtenDay(value) : value);

interface Bounds {
  required?: boolean;
  min?: string;
  max?: string;
}

/** What is wrong with a day, in words, or null. An empty day is wrong only where it is required. */
export function dayProblem(value: string | null, { required = true, min, max }: Bounds = {}): string | null {
  if (!value) return required ? t.date.empty : null;
  if (!isDay(value)) {
    const found = parseDay(value);
    return t.date["problem" in found ? found.problem : "unreadable"];
  }
  if (min && value < min) return t.date.too_early(longDay(min));
  if (max && value > max) return t.date.too_late(longDay(max));
  return null;
}
