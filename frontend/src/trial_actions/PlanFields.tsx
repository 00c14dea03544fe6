/** The fields of a plan, in the order in which one thinks of them: three sentences, who, how long, the rest. */

import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { inLanguage } from "../i18n";
import { CheckboxGroup, RadioCards } from "../ui/Choice";
import { DateField } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, TextArea, TextField } from "../ui/Field";
import { More } from "../ui/Section";
import { endOf, LENGTHS, MOST_PLACES, type PlanForm, walkingBeneath } from "./forms";
import { useContent, useDepartments, usePeople } from "./reading";
import { t } from "./texts";

export interface FieldsProps {
  form: PlanForm;
  set: <K extends keyof PlanForm>(name: K) => (value: PlanForm[K]) => void;
  problems: readonly Problem[];
}

const SENTENCES = ["change", "prediction", "measure"] as const;

/** A suggestion needs only what is tried; the other two can be found together. */
export function Sentences({ form, set, problems, suggestion }: FieldsProps & { suggestion?: boolean }) {
  return (
    <>
      {SENTENCES.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t.form[name]}
          hint={t.form.hints[name]}
          large
          optional={suggestion && name !== "change"}
          rows={2}
          maxLength={500}
          value={form[name]}
          onChange={set(name)}
          error={wordsFor(problems, name)}
        />
      ))}
    </>
  );
}

export function Owner({ form, set, problems, department }: FieldsProps & { department: string }) {
  const me = useSignedIn();
  const people = usePeople(department).data?.items ?? [];
  return (
    <PersonSelect
      name="owner_id"
      label={t.form.owner}
      hint={t.form.ownerHint}
      people={people}
      me={me.person.id}
      value={form.owner_id}
      onChange={set("owner_id")}
      error={wordsFor(problems, "owner_id")}
    />
  );
}

export function Period(props: FieldsProps) {
  const { form, set, problems } = props;
  const { today } = useSignedIn();
  const end = endOf(form);
  return (
    <>
      <RadioCards
        name="length"
        legend={t.form.length}
        layout="inline"
        value={form.length}
        onChange={set("length")}
        options={LENGTHS.map((value) => ({ value, label: t.form.lengths[value] }))}
        error={form.length === "other" ? undefined : wordsFor(problems, "ends_on")}
      />
      <DateField
        name="starts_on"
        label={t.form.starts}
        value={form.starts_on}
        onChange={set("starts_on")}
        now={today}
        after={form.length !== "other" && end ? t.form.until(longDay(end)) : undefined}
        error={wordsFor(problems, "starts_on")}
      />
      {form.length === "other" && <End {...props} />}
    </>
  );
}

export function End({ form, set, problems }: FieldsProps) {
  const { today } = useSignedIn();
  return (
    <DateField
      name="ends_on"
      label={t.form.ends}
      value={form.ends_on}
      onChange={set("ends_on")}
      now={today}
      error={wordsFor(problems, "ends_on")}
    />
  );
}

export function EvaluateOn({ form, set, problems }: FieldsProps) {
  const { today } = useSignedIn();
  return (
    <DateField
      name="evaluate_on"
      label={t.form.evaluateOn}
      hint={t.form.evaluateHint}
      optional
      value={form.evaluate_on}
      onChange={set("evaluate_on")}
      now={today}
      error={wordsFor(problems, "evaluate_on")}
    />
  );
}

export function Title({ form, set, problems }: FieldsProps) {
  return (
    <TextField
      name="title"
      label={t.form.title}
      hint={t.form.titleHint}
      optional
      maxLength={200}
      value={form.title}
      onChange={set("title")}
      error={wordsFor(problems, "title")}
    />
  );
}

const LIMITS = { situation: 4000, aim: 500, for_whom: 200, where: 200, data_plan: 4000 } as const;

/** One of the texts that nobody has to write. */
export function Text({ name, form, set, problems }: FieldsProps & { name: keyof typeof LIMITS }) {
  return (
    <TextArea
      name={name}
      label={t.form.texts[name]}
      optional
      rows={LIMITS[name] > 500 ? 3 : 1}
      maxLength={LIMITS[name]}
      value={form[name]}
      onChange={set(name)}
      error={wordsFor(problems, name)}
    />
  );
}

/** Where it takes place, if its node stands above departments that walk: the hospital's, in two or three. */
export function Places({ form, set, problems, department }: FieldsProps & { department: string }) {
  const tree = useDepartments().data?.items ?? [];
  const beneath = walkingBeneath(tree, department);
  const chosen = form.places.length;
  if (beneath.length === 0 && chosen === 0) return null;
  return (
    <More label={t.form.places(chosen)} open={chosen > 0 || wordsFor(problems, "places") !== undefined}>
      <CheckboxGroup
        name="places"
        legend={t.form.placesLegend}
        hint={t.form.placesHint}
        layout="inline"
        value={form.places}
        onChange={set("places")}
        options={beneath.map(({ id, name }) => ({
          value: id,
          label: name,
          disabled: chosen >= MOST_PLACES && !form.places.includes(id),
        }))}
        error={wordsFor(problems, "places")}
      />
    </More>
  );
}

/** What it is about: factors, dimensions and tools of the content pack. */
export function Topics({ form, set }: FieldsProps) {
  const content = useContent().data;
  if (!content) return null;
  const options = (all: readonly { key: string; title: { da: string; en: string } }[]) =>
    all.map((one) => ({ value: one.key, label: inLanguage(one.title) }));
  return (
    <>
      <CheckboxGroup
        name="factors"
        legend={t.form.factors}
        hint={t.form.factorsHint}
        optional
        layout="inline"
        value={form.factors}
        onChange={set("factors")}
        options={options(content.factors)}
      />
      <CheckboxGroup
        name="dimensions"
        legend={t.form.dimensions}
        optional
        layout="inline"
        value={form.dimensions}
        onChange={set("dimensions")}
        options={options(content.dimensions)}
      />
      <More label={t.form.tools(form.tools.length)} open={form.tools.length > 0}>
        <CheckboxGroup
          name="tools"
          legend={t.form.toolsLegend}
          layout="inline"
          value={form.tools}
          onChange={set("tools")}
          options={options(content.tools)}
        />
      </More>
    </>
  );
}
