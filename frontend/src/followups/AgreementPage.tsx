/** One agreement: who does what by when, and whether it is done. */
import { useState } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { useSave } from "../save";
import { t as frame } from "../shell/texts";
import { Button, LinkButton, TextLink } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Page } from "../ui/Page";
import { type Fact, Facts } from "../ui/Rows";
import { Section } from "../ui/Section";
import { agreementDate } from "./parts";
import { ReasonForm } from "./ReasonForm";
import { type Agreement, useAgreement, useDepartment, useTakeIn } from "./reading";
import { t } from "./texts";

export function AgreementPage() {
  const { id = "" } = useParams();
  return <Await query={useAgreement(id)}>{(item) => <One key={item.id} item={item} />}</Await>;
}

function One({ item }: { item: Agreement }) {
  const me = useSignedIn();
  const { department } = item;
  const mayPlan = useDepartment(department.id).data?.can.includes("record") ?? false;
  return (
    <Page
      title={item.what}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
      meta={`${agreementDate(item, me.today)}.`}
      width="text"
    >
      {item.reason && <p className="section section--tight">{item.reason}</p>}
      <Section tight>
        <Facts items={factsOf(item)} columns />
      </Section>
      <Moves item={item} />
      {mayPlan && item.state === "open" && (
        <p className="section section--tight no-print">
          <LinkButton
            kind="quiet"
            href={to.newFollowUp(department.id, { agreement: item.id, kind: "process" })}
          >
            {t.agreement.planFollowUp}
          </LinkButton>
        </p>
      )}
      <p className="section section--tight no-print">
        <TextLink href={to.recordHistory(item.id)}>{frame.history}</TextLink>
      </p>
    </Page>
  );
}

function factsOf({ owner, trial_action }: Agreement): Fact[] {
  const facts: Fact[] = [{ label: t.page.owner, value: owner?.name ?? t.noOwner }];
  if (trial_action) {
    const link = <TextLink href={to.trial(trial_action.id)}>{trial_action.title}</TextLink>;
    facts.push({ label: t.agreement.about, value: link });
  }
  return facts;
}

/** Done, dropped, opened again. */
function Moves({ item }: { item: Agreement }) {
  const [asking, setAsking] = useState(false);
  const takeIn = useTakeIn();
  const params = { path: { agreement_id: item.id }, header: ifMatch(item.version) };
  const onSaved = (fresh: Agreement) => {
    setAsking(false);
    takeIn("agreement", fresh);
  };
  const move = useSave(
    (act: "done" | "reopen") =>
      act === "done"
        ? ask(api.POST("/api/agreements/{agreement_id}/done", { params, body: {} }))
        : ask(api.POST("/api/agreements/{agreement_id}/reopen", { params })),
    { onSaved },
  );
  const cancel = useSave(
    (reason: string) => ask(api.POST("/api/agreements/{agreement_id}/cancel", { params, body: { reason } })),
    { onSaved },
  );
  if (asking) {
    return (
      <ReasonForm
        title={t.agreement.cancelTitle}
        text={t.agreement.cancelText}
        label={t.agreement.reason}
        act={t.agreement.doCancel}
        keep={t.agreement.keep}
        save={cancel}
        onKeep={() => setAsking(false)}
      />
    );
  }
  return (
    <div className="section section--tight no-print">
      <ErrorSummary problems={move.problems} />
      <div className="button-row">
        {item.can.includes("done") && (
          <Button kind="filled" busy={move.busy} onClick={() => move.run("done")}>
            {t.agreement.done}
          </Button>
        )}
        {item.can.includes("edit") && (
          <LinkButton href={to.editAgreement(item.id)}>{t.agreement.edit}</LinkButton>
        )}
        {item.can.includes("cancel") && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {t.agreement.cancel}
          </Button>
        )}
        {item.can.includes("reopen") && (
          <Button kind="quiet" busy={move.busy} onClick={() => move.run("reopen")}>
            {t.agreement.reopen}
          </Button>
        )}
      </div>
    </div>
  );
}
