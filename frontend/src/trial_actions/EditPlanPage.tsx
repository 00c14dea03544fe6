/** Correcting a plan: all of it until it runs, then only what the API says may still change. */
import { useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Facts } from "../ui/Rows";
import { Section } from "../ui/Section";
import { endOf, type PlanForm, planBody, planStanding } from "./forms";
import { Sentences } from "./PlanFields";
import { PlannedRest, RunningRest, SuggestedRest, unreadableDays } from "./PlanRest";
import { readTrial, type Trial, useContent, useDepartments, usePeople, useTakeIn, useTrial } from "./reading";
import { t } from "./texts";
import { useVersioned, type Versioned } from "./versioned";

export function EditPlanPage() {
  const { id = "" } = useParams();
  return (
    <Await query={useTrial(id)}>
      {(trial) =>
        trial.can.includes("edit_plan") ? <EditPlan key={trial.id} trial={trial} /> : <NotNow trial={trial} />
      }
    </Await>
  );
}

const crumbsOf = ({ department, id, title }: Trial) => [
  { href: to.department(department.id), label: department.name },
  { href: to.trial(id), label: title },
];

function NotNow({ trial }: { trial: Trial }) {
  return (
    <Page title={t.form.notNow} lead={t.form.notNowText} crumbs={crumbsOf(trial)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.trial(trial.id)}>{t.form.seeTrial}</LinkButton>
      </p>
    </Page>
  );
}

function EditPlan({ trial }: { trial: Trial }) {
  const person = useSignedIn().person.id;
  const plan = useVersioned(person, `trial-plan:${trial.id}`, planStanding(trial));
  const { problems, busy, save } = useSaving(trial, plan);
  const suggestion = !trial.can.includes("plan") && trial.suggested_by?.id === person;
  const fields = { form: plan.form, set: plan.set, problems, department: trial.department.id };
  const open = trial.editable.includes("change");
  const draft = { restored: plan.restored, discard: () => plan.rebase(planStanding(trial)) };
  return (
    <Page title={suggestion ? t.form.editSuggestion : t.form.editTitle} crumbs={crumbsOf(trial)} width="text">
      <Section tight>
        <ErrorSummary problems={problems} />
        <BothPlans plan={plan} department={trial.department.id} onSave={save} busy={busy} />
        <DraftLine draft={draft} />
        <form className="form" onSubmit={(event) => event.preventDefault()}>
          {open ? <Sentences {...fields} suggestion={suggestion} /> : <Fixed trial={trial} />}
          {!open && <RunningRest {...fields} />}
          {open && suggestion && <SuggestedRest {...fields} />}
          {open && !suggestion && <PlannedRest {...fields} />}
          <ButtonRow>
            <Button kind="filled" onClick={save} busy={busy}>
              {t.form.save}
            </Button>
            <LinkButton kind="link" href={to.trial(trial.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

/** The sentences that are being tested. */
function Fixed({ trial }: { trial: Trial }) {
  const items = (["change", "prediction", "measure"] as const).map((name) => ({
    key: name,
    label: t.plan[name],
    value: trial[name],
  }));
  return (
    <div className="field">
      <Facts items={items} large />
      <p className="field__after">{t.form.fixed}</p>
    </div>
  );
}

function useSaving(trial: Trial, plan: Versioned<PlanForm>) {
  const [search] = useSearchParams();
  const [problems, setProblems] = useState<Problem[]>(() => (search.has("mangler") ? missingIn(trial) : []));
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();

  async function save(): Promise<void> {
    const wrong = unreadableDays(plan.form);
    setProblems(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const path = { trial_id: trial.id };
      const saved = await plan.save(
        (form, version) =>
          ask(
            api.PUT("/api/trial-actions/{trial_id}/plan", {
              params: { path, header: ifMatch(version) },
              body: planBody(form),
            }),
          ),
        planStanding,
        async () => planStanding(await readTrial(trial.id)),
      );
      if (!saved) return;
      takeIn(saved);
      navigate(to.trial(trial.id));
    } catch (trouble) {
      setProblems(problemsOf(trouble));
    } finally {
      setBusy(false);
    }
  }
  return { problems, busy, save };
}

/** What planning lacks, told on the fields: from a new plan that was to be planned at once. */
const missingIn = (trial: Trial): Problem[] =>
  trial.missing.plan.map((field) => ({ field, words: t.missingProblem[field] ?? t.form.missing }));

interface BothProps {
  plan: Versioned<PlanForm>;
  department: string;
  onSave: () => Promise<void>;
  busy: boolean;
}

/** Both plans, where two people have changed the same. */
function BothPlans({ plan, department, onSave, busy }: BothProps) {
  const people = usePeople(department, plan.torn !== null).data?.items ?? [];
  const content = useContent().data;
  const tree = useDepartments().data?.items ?? [];
  const { torn } = plan;
  if (!torn) return null;
  const named = [...(content?.factors ?? []), ...(content?.dimensions ?? []), ...(content?.tools ?? [])];
  const nameOf = (key: string): string => {
    const place = tree.find(({ id }) => id === key);
    if (place) return place.name;
    const found = named.find((one) => one.key === key);
    return found ? inLanguage(found.title) : key;
  };
  const words = (name: keyof PlanForm, form: PlanForm): string => {
    const value = form[name];
    if (name === "owner_id") return people.find(({ id }) => id === value)?.name ?? "";
    if (name === "length") return endOf(form) && longDay(endOf(form));
    if (name.endsWith("_on") && typeof value === "string") return value && longDay(value);
    return typeof value === "string" ? value : value.map(nameOf).join(", ");
  };
  return (
    <Conflict
      fields={torn.names.map((name) => ({
        name,
        label: t.fields[name],
        mine: words(name, torn.mine),
        theirs: words(name, torn.theirs),
      }))}
      busy={busy}
      onChosen={(chosen) => {
        const theirs = torn.names.filter((name) => chosen[name] === "theirs");
        plan.put(Object.fromEntries(theirs.map((name) => [name, torn.theirs[name]])) as Partial<PlanForm>);
        void onSave();
      }}
    />
  );
}
