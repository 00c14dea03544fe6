/** Beslut: three decisions of equal weight, and what the chosen one asks for. */
import { useSignedIn } from "../api/session";
import { addDays, dayOf, longDay } from "../dates";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { DateField } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, TextArea } from "../ui/Field";
import { type Fact, Facts } from "../ui/Rows";
import { Phase } from "../ui/Section";
import { monthsLater } from "./forms";
import { type Trial, usePeople } from "./reading";
import { row } from "./rowTexts";
import { SaveStudy } from "./SaveStudy";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

interface Props {
  trial: Trial;
  forms: TrialForms;
}

export function ActPhase({ trial, forms }: Props) {
  const open = trial.can.includes("evaluate");
  const over = trial.state === "evaluated" || trial.state === "cancelled";
  return (
    <Phase title={t.act.title} under={over ? t.act.done : t.act.lead} open={open}>
      {open && <ActFields trial={trial} forms={forms} />}
      {over && <Decided trial={trial} />}
      {!open && !over && <p className="soft">{t.act.others}</p>}
      {trial.can.includes("edit_study") && <SaveStudy forms={forms} />}
    </Phase>
  );
}

function Decided({ trial }: { trial: Trial }) {
  const { state, decision, agreed_with, next_step, reason, history } = trial;
  if (state === "cancelled") {
    return (
      <>
        <p className="lead">{t.cancelled}</p>
        {reason && <Facts items={[{ label: t.act.reason, value: reason }]} />}
      </>
    );
  }
  const evaluated = history.find(({ what }) => what === "evaluated");
  const facts: Fact[] = [];
  if (agreed_with) facts.push({ label: t.act.agreedWith, value: t.act[agreed_with] });
  if (evaluated) facts.push({ label: t.act.when, value: longDay(dayOf(evaluated.at)) });
  const next = trial.chain.find(({ cycle }) => cycle === trial.cycle + 1);
  return (
    <>
      {decision && <p className="lead">{row.decided[decision]}</p>}
      {next_step && <Facts items={[{ label: t.act.nextAfter, value: next_step }]} />}
      {facts.length > 0 && <Facts items={facts} columns />}
      {next && (
        <p className="no-print">
          <TextLink href={to.trial(next.id)}>{t.box.openNext(next.cycle)}</TextLink>
        </p>
      )}
    </>
  );
}

function ActFields({ trial, forms }: Props) {
  const { form, set } = forms.study;
  const { problems } = forms;
  const next = trial.cycle + 1;
  const decisions = [
    { value: "adopt", label: t.decision.adopt, detail: t.consequence.adopt },
    { value: "adapt", label: t.decision.adapt, detail: t.consequence.adapt(next) },
    { value: "abandon", label: t.decision.abandon, detail: t.consequence.abandon },
  ] as const;
  return (
    <div>
      <RadioCards
        name="decision"
        legend={t.act.decide}
        layout="columns"
        value={form.decision}
        onChange={set("decision")}
        options={decisions}
        error={wordsFor(problems, "decision")}
      />
      {form.decision === "adopt" && <Anchor trial={trial} forms={forms} />}
      {form.decision === "adapt" && (
        <TextArea
          name="next_step"
          label={t.act.changes(next)}
          hint={t.act.changesHint}
          rows={2}
          maxLength={500}
          value={form.next_step}
          onChange={set("next_step")}
          error={wordsFor(problems, "next_step")}
        />
      )}
      <AgreedWith
        value={form.agreed_with}
        onChange={set("agreed_with")}
        error={wordsFor(problems, "agreed_with")}
      />
    </div>
  );
}

interface AgreedProps {
  value: "management" | "trio" | "";
  onChange: (whom: "management" | "trio") => void;
  error?: string | undefined;
}

export function AgreedWith({ value, onChange, error }: AgreedProps) {
  return (
    <RadioCards
      name="agreed_with"
      legend={t.act.agreedWith}
      layout="inline"
      value={value}
      onChange={onChange}
      options={[
        { value: "management", label: t.act.management },
        { value: "trio", label: t.act.trio },
      ]}
      error={error}
    />
  );
}

/** What is kept needs somebody who does it from now on. */
function Anchor({ trial, forms }: Props) {
  const me = useSignedIn();
  const people = usePeople(trial.department.id).data?.items ?? [];
  const { values, set } = forms.anchor;
  const { problems } = forms;
  return (
    <>
      <TextArea
        name="agreement.what"
        label={t.act.what}
        hint={t.act.whatHint}
        rows={2}
        maxLength={500}
        value={values.what}
        onChange={set("what")}
        error={wordsFor(problems, "agreement.what")}
      />
      <PersonSelect
        name="agreement.owner_id"
        label={t.act.who}
        people={people}
        me={me.person.id}
        value={values.owner_id}
        onChange={set("owner_id")}
        error={wordsFor(problems, "agreement.owner_id")}
      />
      <DateField
        name="agreement.due"
        label={t.act.due}
        value={values.due}
        onChange={set("due")}
        now={me.today}
        quick={[
          { label: t.act.inTwoWeeks, day: addDays(me.today, 14) },
          { label: t.act.inAMonth, day: monthsLater(me.today, 1) },
        ]}
        error={wordsFor(problems, "agreement.due")}
      />
    </>
  );
}
