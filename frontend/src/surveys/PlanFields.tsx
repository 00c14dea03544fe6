/** The fields of a plan: where in its course each department is, who answers with whom, the days. */
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { Checkbox, CheckboxGroup, RadioCards } from "../ui/Choice";
import { DateField } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { More, Section } from "../ui/Section";
import { type DayName, daysOf, type PlanValues } from "./planning";
import { p } from "./planTexts";
import { type Answering, divided, LARGE, others, sum } from "./units";
import type { Phase, Thought } from "./waveReading";
import { w } from "./waveTexts";

export interface FieldsProps {
  values: PlanValues;
  put: (some: Partial<PlanValues>) => void;
  problems: readonly Problem[];
  all: readonly Answering[];
  proposed: Thought;
}

const PHASES: readonly Phase[] = ["before", "during", "after"];

export function PhaseFields({ values, put, all }: FieldsProps) {
  const several = all.length > 1;
  return (
    <>
      <RadioCards
        name="phases"
        legend={several ? p.whichAll : p.which}
        legendSize="h3"
        layout="columns"
        options={PHASES.map((value) => ({ value, label: w.phase[value], detail: w.phaseText[value] }))}
        value={values.phase}
        onChange={(phase) => put({ phase })}
      />
      {several && (
        <More label={p.single} open={Object.keys(values.phases).length > 0}>
          {all.map(({ department: { id, name } }) => (
            <SelectField
              key={id}
              name={`phase-${id}`}
              label={name}
              options={PHASES.map((value) => ({ value, label: w.phase[value] }))}
              value={values.phases[id] ?? values.phase}
              onChange={(phase) => put({ phases: { ...values.phases, [id]: phase as Phase } })}
            />
          ))}
        </More>
      )}
    </>
  );
}

/** Only departments with a section that is large enough are asked; the others answer as one. */
export function UnitFields(props: FieldsProps) {
  return props.all
    .filter((one) => one.offered.length > 0)
    .map((one) => <UnitsOf key={one.department.id} here={one} {...props} />);
}

function UnitsOf({ here, values, put }: FieldsProps & { here: Answering }) {
  const { department, offered, nodes } = here;
  const { split } = values;
  const apart = offered.map((one) => one.id).filter((id) => split.apart.includes(id));
  const choose = (ids: readonly string[]) => put({ split: divided(here, split, ids) });
  return (
    <>
      <RadioCards
        name={`units-${department.id}`}
        legend={p.units(department.name)}
        legendSize="h3"
        layout="columns"
        options={[
          { value: "one", label: p.one, detail: p.oneText(w.people(sum(nodes))) },
          { value: "apart", label: p.apart, detail: p.apartText(w.and(offered.map((one) => one.name))) },
        ]}
        value={apart.length > 0 ? "apart" : "one"}
        onChange={(how) => choose(how === "apart" ? offered.map((one) => one.id) : [])}
      />
      {apart.length > 0 && (
        <>
          {offered.length > 1 && (
            <CheckboxGroup
              name={`apart-${department.id}`}
              legend={p.sections}
              options={offered.map((one) => ({
                value: one.id,
                label: one.name,
                detail: w.people(one.heads),
              }))}
              value={apart}
              onChange={choose}
            />
          )}
          <Rest here={here} values={values} put={put} />
        </>
      )}
    </>
  );
}

/** Those without a section of their own: each group answers with the rest of the department or with a section. */
function Rest({ here, values, put }: Pick<FieldsProps, "values" | "put"> & { here: Answering }) {
  const { split } = values;
  const { department } = here;
  const left = others(here, split).filter((one) => one.heads > 0);
  const sections = here.nodes.filter((one) => split.apart.includes(one.id));
  // The rest is on offer where it is large enough, or would still be with all who could join it.
  const rest = sum(left) >= LARGE ? [{ value: department.id, label: w.rest(department.name) }] : [];
  return left.map((one) => (
    <SelectField
      key={one.id}
      name={`with-${one.id}`}
      label={p.rest(`${one.id === department.id ? w.direct(department.name) : one.name} (${one.heads})`)}
      hint={p.restHint}
      options={[...rest, ...sections.map(({ id, name }) => ({ value: id, label: name }))]}
      value={split.withs[one.id] ?? department.id}
      onChange={(unit) => put({ split: { ...split, withs: { ...split.withs, [one.id]: unit } } })}
    />
  ));
}

export function DayFields({ values, put, problems, proposed, all }: FieldsProps) {
  const { today } = useSignedIn();
  const days = daysOf(values, proposed);
  const field = (name: DayName, label: string, hint: string) => (
    <DateField
      name={name}
      label={label}
      hint={hint}
      now={today}
      value={days[name]}
      onChange={(day) => put({ days: { ...values.days, [name]: day } })}
      error={wordsFor(problems, name)}
    />
  );
  return (
    <Section title={p.days} lead={p.daysLead} size={3}>
      <div className="wave-days">
        {field("opens_on", p.opens, p.opensHint)}
        {field("closes_on", p.closes, p.closesHint)}
        {field("dialogue_on", p.dialogue, p.dialogueHint)}
        {all.length > 1 && field("hmu_on", p.hmu, p.hmuHint)}
      </div>
      {all.length > 1 && (
        <Checkbox
          name="hmu_single"
          label={p.single_}
          detail={p.singleText}
          checked={values.hmu_single}
          onChange={(hmu_single) => put({ hmu_single })}
        />
      )}
    </Section>
  );
}
