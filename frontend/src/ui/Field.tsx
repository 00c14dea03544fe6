/**
 * Form fields. Each has a label, an optional hint, an optional error and the id `f-<name>`, to which the
 * error summary links. `error` comes from `problems` (see ErrorSummary): error={wordsFor(problems, "change")}.
 *   <TextField name="title" label="Titel" value={v.title} onChange={set("title")} error={...} />
 *   <TextArea name="change" label="Vi prøver" rows={3} maxLength={500} ... />
 *   <SelectField name="forum" label="Hvor" options={[{ value: "lmu", label: "LMU" }]} empty="Vælg" ... />
 *   <PersonSelect name="owner_id" label="Tovholder" people={people} me={me.person.id} ... />
 * `optional` writes "(valgfrit)" after the label; `large` is the large type of the three sentences.
 */
import { type ComponentProps, type ReactNode, useLayoutEffect, useRef } from "react";
import { classes } from "./classes";
import { Icon } from "./Icon";
import { t } from "./texts";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** A label as large as a heading (Følg op). */
  labelSize?: "h3";
  /** Under the field: who reads it, what happens next. */
  after?: ReactNode;
}

/** What ties a control to its label, hint and error. */
export interface Ties {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]/g, "-")}`;

export function ties({
  name,
  hint,
  error,
  after,
}: Pick<FieldProps, "name" | "hint" | "error" | "after">): Ties {
  const id = fieldId(name);
  const parts = [hint && `${id}-hint`, error && `${id}-error`, after && `${id}-after`].filter(Boolean);
  return {
    id,
    name,
    "aria-describedby": parts.join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
  };
}

/** Label, hint and error around any one control. */
export function Field({ children, ...props }: FieldProps & { children: (ties: Ties) => ReactNode }) {
  const { name, label, labelSize, hint, error, optional, after } = props;
  const id = fieldId(name);
  return (
    <div className={classes("field", error && "field--wrong")}>
      <label htmlFor={id} className={classes("field__label", labelSize)}>
        {label}
        {optional && <span className="field__optional"> {t.optional}</span>}
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id} error={error} />
      {children(ties(props))}
      {after && (
        <div id={`${id}-after`} className="field__after">
          {after}
        </div>
      )}
    </div>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={`${id}-hint`} className="field__hint">
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={`${id}-error`} className="field__error">
      <Icon name="attention" size={18} />
      <span className="visually-hidden">{t.errorPrefix}</span>
      {error}
    </p>
  ) : null;
}

type Given<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof Ties | "onChange" | "value" | "size" | "className"
>;

interface Text {
  value: string | null;
  onChange: (value: string) => void;
}

type TextFieldProps = FieldProps & Text & Given<"input"> & { size?: "short" | "medium" };

export function TextField(props: TextFieldProps) {
  const { name, label, labelSize, hint, error, optional, after, value, onChange, size, ...rest } = props;
  return (
    <Field {...{ name, label, labelSize, hint, error, optional, after }}>
      {(tied) => (
        <input
          type="text"
          {...rest}
          {...tied}
          className={classes("input", size && `input--${size}`)}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps & Text & Given<"textarea"> & { large?: boolean };

/** A text of several lines; the field grows with it. */
export function TextArea(props: TextAreaProps) {
  const {
    name,
    label,
    labelSize,
    hint,
    error,
    optional,
    after,
    value,
    onChange,
    large,
    rows = 3,
    ...rest
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const place = area.current;
    if (!place) return;
    place.style.height = "auto";
    place.style.height = `${place.scrollHeight + 2}px`;
  }, [value]);
  return (
    <Field {...{ name, label, labelSize, hint, error, optional, after }}>
      {(tied) => (
        <textarea
          {...rest}
          {...tied}
          ref={area}
          rows={rows}
          className={classes("input", "input--area", large && "input--large")}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

type SelectProps<Value extends string> = FieldProps &
  Given<"select"> & {
    value: Value | "" | null;
    onChange: (value: Value) => void;
    options: readonly Option<Value>[];
    /** Words of the choice of nothing; without it something is always chosen. */
    empty?: string;
  };

export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { name, label, labelSize, hint, error, optional, after, value, onChange, options, empty, ...rest } =
    props;
  return (
    <Field {...{ name, label, labelSize, hint, error, optional, after }}>
      {(tied) => (
        <select
          {...rest}
          {...tied}
          className="input input--select"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export interface Person {
  id: string;
  name: string;
}

type PersonSelectProps = FieldProps & {
  value: string | null;
  onChange: (id: string) => void;
  people: readonly (Person & { about?: string })[];
  /** My own id: I stand first, as "Karen Toft (mig)". */
  me?: string;
};

/** One person of a list; the own name first. `about`: role or department, in brackets. */
export function PersonSelect({ people, me, ...props }: PersonSelectProps) {
  const mine = people.filter((person) => person.id === me);
  const others = people.filter((person) => person.id !== me);
  const options = [...mine, ...others].map((person) => {
    const about = person.id === me ? t.me : person.about;
    return { value: person.id, label: about ? `${person.name} (${about})` : person.name };
  });
  return <SelectField {...props} options={options} empty={t.nobody} />;
}
