/** A new date on which to look at it again. */
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { emptyPlan, PlanFields, type PlanValues, planBody, planLacks } from "./FollowUpForm";
import { useDepartment, useTakeIn } from "./reading";
import { t } from "./texts";

type Department = Schemas["DepartmentOut"];

export function PlanFollowUpPage() {
  const { id = "" } = useParams();
  return (
    <Await query={useDepartment(id)}>
      {(department) =>
        department.can.includes("record") ? <Plan department={department} /> : <NotHere at={department} />
      }
    </Await>
  );
}

function NotHere({ at }: { at: Department }) {
  return (
    <Page title={t.form.notHere} lead={t.form.notHereText} width="text">
      <p className="section section--tight">
        <LinkButton href={to.department(at.id)}>{at.name}</LinkButton>
      </p>
    </Page>
  );
}

function Plan({ department }: { department: Department }) {
  const me = useSignedIn();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const kind = search.get("slags") === "result" ? "result" : "process";
  const trial = search.get("proevehandling");
  const agreement = search.get("aftale");
  const key = `follow-up-new:${department.id}:${trial ?? agreement ?? kind}`;
  const draft = useDraft<PlanValues>(me.person.id, key, emptyPlan(kind));
  const save = useSave(
    (values: PlanValues) => {
      const about = { trial_action_id: trial, agreement_id: agreement };
      const body = { ...planBody(values), ...about, department_id: department.id };
      return ask(api.POST("/api/follow-ups", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (made) => {
        draft.saved();
        takeIn("follow-up", made);
        navigate(to.followUp(made.id));
      },
    },
  );
  return (
    <Page
      title={t.form.newTitle}
      lead={t.form.lead}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
      width="text"
    >
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.run(draft.values, planLacks(draft.values, me.today));
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          <PlanFields
            department={department.id}
            values={draft.values}
            put={draft.put}
            problems={save.problems}
          />
          <ButtonRow>
            <Button kind="filled" type="submit" busy={save.busy}>
              {t.form.save}
            </Button>
            <LinkButton kind="link" href={to.department(department.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
