/**
 * Choosing, with native radios and checkboxes in cards.
 *   <RadioCards name="assessment" legend="Hvordan går det?" value={v} onChange={set("assessment")}
 *     options={[{ value: "adjusted", label: "Vi justerer", detail: "Vi fortsætter, men gør noget anderledes" }]} />
 * layout: "stack" (one under the other, as on Følg op), "inline" (Ja / Delvis / Nej), "columns" (equal
 * weight beside each other, as in Beslut). legendSize "h3" makes the legend a 20 px heading. An option's
 * `more` is shown inside the fieldset when it is chosen.
 *   <CheckboxGroup name="factors" legend="Faktorer" value={v.factors} onChange={set("factors")} options={...} />
 *   <Checkbox name="visible" label="Må gerne ses af HMU" checked={...} onChange={...} />
 */
import type { ReactNode } from "react";
import { classes } from "./classes";
import { FieldError, fieldId, Hint, ties } from "./Field";
import { t } from "./texts";

export interface CardOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

interface GroupProps {
  name: string;
  legend: ReactNode;
  legendSize?: "label" | "h3";
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  layout?: "stack" | "inline" | "columns";
}

type RadioProps<Value extends string> = GroupProps & {
  value: Value | "" | null;
  onChange: (value: Value) => void;
  options: readonly CardOption<Value>[];
};

export function RadioCards<Value extends string>({ value, onChange, options, ...group }: RadioProps<Value>) {
  return (
    <Group {...group}>
      {options.map((option, index) => (
        <Card
          key={option.value}
          id={optionId(group.name, index)}
          type="radio"
          name={group.name}
          option={option}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </Group>
  );
}

type CheckboxProps<Value extends string> = GroupProps & {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  options: readonly CardOption<Value>[];
};

/** Several of a list; the values keep the order of the options. */
export function CheckboxGroup<Value extends string>({
  value,
  onChange,
  options,
  ...group
}: CheckboxProps<Value>) {
  const turn = (one: Value) => {
    const chosen = value.includes(one) ? value.filter((other) => other !== one) : [...value, one];
    onChange(options.map((option) => option.value).filter((known) => chosen.includes(known)));
  };
  return (
    <Group {...group}>
      {options.map((option, index) => (
        <Card
          key={option.value}
          id={optionId(group.name, index)}
          type="checkbox"
          name={group.name}
          option={option}
          checked={value.includes(option.value)}
          onChange={() => turn(option.value)}
        />
      ))}
    </Group>
  );
}

function Group(props: GroupProps & { children: ReactNode }) {
  const { name, legend, legendSize = "label", hint, error, optional, layout = "stack", children } = props;
  const tied = ties({ name, hint, error, after: undefined });
  return (
    <fieldset
      className={classes("field", "choice", error && "field--wrong")}
      aria-describedby={tied["aria-describedby"]}
    >
      <legend className={legendSize === "h3" ? "h3" : "field__label"}>
        {legend}
        {optional && <span className="field__optional"> {t.optional}</span>}
      </legend>
      <Hint id={tied.id}>{hint}</Hint>
      <FieldError id={tied.id} error={error} />
      <div className={`choice__cards choice__cards--${layout}`}>{children}</div>
    </fieldset>
  );
}

/** The first option carries the field's id, so that the error summary leads there. */
const optionId = (name: string, index: number): string =>
  index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`;

interface CardProps {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  option: CardOption;
  checked: boolean;
  onChange: () => void;
}

function Card({ id, type, name, option, checked, onChange }: CardProps) {
  return (
    <div className={classes("card", checked && "card--chosen", option.disabled && "card--disabled")}>
      <input
        className="card__input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        onChange={onChange}
        aria-describedby={option.detail ? `${id}-detail` : undefined}
      />
      <label htmlFor={id} className="card__label">
        {option.label}
      </label>
      {option.detail && (
        <span id={`${id}-detail`} className="card__detail">
          {option.detail}
        </span>
      )}
    </div>
  );
}

interface SingleProps {
  name: string;
  label: ReactNode;
  detail?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One thing to agree to or not. */
export function Checkbox({ name, label, detail, checked, onChange }: SingleProps) {
  const option = { value: "yes", label, detail };
  return (
    <div className="field">
      <Card
        id={fieldId(name)}
        type="checkbox"
        name={name}
        option={option}
        checked={checked}
        onChange={() => onChange(!checked)}
      />
    </div>
  );
}
