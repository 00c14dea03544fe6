/** A new agreement. */
import { useLocation, useParams } from "wouter";
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
import { AgreementFields, type AgreementValues, agreementLacks } from "./AgreementForm";
import { useDepartment, useTakeIn } from "./reading";
import { t } from "./texts";

type Department = Schemas["DepartmentOut"];

export function NewAgreementPage() {
  const { id = "" } = useParams();
  return (
    <Await query={useDepartment(id)}>
      {(department) =>
        department.can.includes("promise") ? <New at={department} /> : <NotHere at={department} />
      }
    </Await>
  );
}

function NotHere({ at }: { at: Department }) {
  return (
    <Page title={t.form.notHere} lead={t.agreement.notHereText} width="text">
      <p className="section section--tight">
        <LinkButton href={to.department(at.id)}>{at.name}</LinkButton>
      </p>
    </Page>
  );
}

function New({ at }: { at: Department }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const empty: AgreementValues = { what: "", owner_id: me.person.id, due: "" };
  const draft = useDraft<AgreementValues>(me.person.id, `agreement-new:${at.id}`, empty);
  const save = useSave(
    (values: AgreementValues) => {
      const body = { ...values, department_id: at.id };
      return ask(api.POST("/api/agreements", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (made) => {
        draft.saved();
        takeIn("agreement", made);
        navigate(to.agreement(made.id));
      },
    },
  );
  return (
    <Page
      title={t.agreement.newTitle}
      lead={t.agreement.lead}
      crumbs={[{ href: to.department(at.id), label: at.name }]}
      width="text"
    >
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.run(draft.values, agreementLacks(draft.values, me.today));
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          <AgreementFields
            department={at.id}
            values={draft.values}
            put={draft.put}
            problems={save.problems}
          />
          <ButtonRow>
            <Button kind="filled" type="submit" busy={save.busy}>
              {t.agreement.save}
            </Button>
            <LinkButton kind="link" href={to.department(at.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
