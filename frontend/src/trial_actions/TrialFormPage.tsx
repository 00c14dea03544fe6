/** A plan: new, suggested by somebody who may not decide it, or one that is corrected. */
import { useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, asRefusal, ifMatch, useAttempt } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { newPlan, type PlanForm, planBody, planOfIdea } from "./forms";
import { Ideas } from "./Ideas";
import { Sentences } from "./PlanFields";
import { PlannedRest, SuggestedRest, unreadableDays } from "./PlanRest";
import { type Content, type Trial, useContent, useDepartment, useTakeIn } from "./reading";
import { t } from "./texts";

type Department = NonNullable<ReturnType<typeof useDepartment>["data"]>;

/** A new plan in a department; who may only suggest writes a suggestion. */
export function TrialFormPage() {
  const { id = "" } = useParams();
  const content = useContent();
  return (
    <Await query={useDepartment(id)}>
      {(department) => {
        if (!department.can.includes("suggest")) return <NotHere department={department} />;
        return (
          <Await query={content}>
            {(pack) => <NewPlan key={department.id} department={department} content={pack} />}
          </Await>
        );
      }}
    </Await>
  );
}

function NotHere({ department }: { department: Department }) {
  return (
    <Page title={t.form.notHere} lead={t.form.notHereText} width="text">
      <p className="section section--tight">
        <LinkButton href={to.department(department.id)}>{department.name}</LinkButton>
      </p>
    </Page>
  );
}

function NewPlan({ department, content }: { department: Department; content: Content }) {
  const me = useSignedIn();
  const suggestion = !department.can.includes("draft");
  const [search] = useSearchParams();
  const idea = content.trial_ideas.find(({ key }) => key === search.get("ide"));
  const empty = newPlan(me.today, me.person.id, suggestion);
  const initial = idea ? { ...empty, ...planOfIdea(idea, inLanguage) } : empty;
  const draft = useDraft<PlanForm>(me.person.id, `trial-new:${department.id}:${idea?.key ?? ""}`, initial);
  const { problems, busy, create } = useCreation(department.id, draft.saved);
  const fields = { form: draft.values, set: draft.set, problems };
  return (
    <Page
      title={suggestion ? t.form.suggestTitle : t.form.newTitle}
      lead={suggestion ? t.form.suggestLead : t.form.newLead}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
      width="text"
    >
      <Section tight>
        <ErrorSummary problems={problems} />
        <DraftLine draft={draft} />
        <form className="form" onSubmit={(event) => event.preventDefault()}>
          <Sentences {...fields} suggestion={suggestion} />
          {suggestion ? (
            <SuggestedRest {...fields} department={department.id} />
          ) : (
            <PlannedRest {...fields} department={department.id} />
          )}
          {!idea && !draft.values.change && <Ideas content={content} onUse={draft.put} />}
          <ButtonRow>
            <Button kind="filled" busy={busy} onClick={() => create(draft.values, !suggestion)}>
              {suggestion ? t.form.suggest : t.form.savePlan}
            </Button>
            {!suggestion && (
              <Button busy={busy} onClick={() => create(draft.values, false)}>
                {t.form.saveDraft}
              </Button>
            )}
            <LinkButton kind="link" href={to.department(department.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

function useCreation(department: string, saved: () => void) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();

  async function create(form: PlanForm, plan: boolean): Promise<void> {
    const wrong = unreadableDays(form);
    setProblems(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      const body = { ...planBody(form), department_id: department };
      const made = await ask(api.POST("/api/trial-actions", { params: { header: attempt(body) }, body }));
      saved();
      takeIn(made);
      await goOn(made, plan);
    } catch (trouble) {
      setProblems(problemsOf(trouble));
    } finally {
      setBusy(false);
    }
  }

  /** To the trial; to its form again where planning lacks something, which is then told there. */
  async function goOn(made: Trial, plan: boolean): Promise<void> {
    if (plan && made.missing.plan.length > 0) return navigate(`${to.editTrial(made.id)}?mangler=1`);
    if (plan) takeIn(await planIt(made));
    navigate(to.trial(made.id));
  }
  return { problems, busy, create };
}

/** draft -> planned; the draft as it is, if somebody was faster. */
async function planIt(made: Trial): Promise<Trial> {
  try {
    const params = { path: { trial_id: made.id }, header: ifMatch(made.version) };
    return await ask(api.POST("/api/trial-actions/{trial_id}/plan", { params }));
  } catch (trouble) {
    if (asRefusal(trouble).status >= 500) throw trouble;
    return made;
  }
}
