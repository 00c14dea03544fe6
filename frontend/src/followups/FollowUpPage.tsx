/** One follow-up: when, about what, and what was seen. */
import { type ReactNode, useState } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { to } from "../paths";
import { useSave } from "../save";
import { t as frame } from "../shell/texts";
import { Button, LinkButton, TextLink } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { type Fact, Facts } from "../ui/Rows";
import { Section } from "../ui/Section";
import { rhythm } from "./FollowUpForm";
import { LogEntry } from "./LogEntry";
import { ReasonForm } from "./ReasonForm";
import { type FollowUp, useFollowUp, useTakeIn } from "./reading";
import { t } from "./texts";
import { useQueue } from "./useQueue";
import { WaitingBar } from "./WaitingBar";

export function FollowUpPage() {
  const { id = "" } = useParams();
  return <Await query={useFollowUp(id)}>{(item) => <One key={item.id} item={item} />}</Await>;
}

function One({ item }: { item: FollowUp }) {
  const me = useSignedIn();
  const queue = useQueue(me.person.id);
  const { department } = item;
  return (
    <>
      <WaitingBar queue={queue} />
      <Page
        title={item.question}
        crumbs={[{ href: to.department(department.id), label: department.name }]}
        meta={whenOf(item, me.today)}
        actions={<Actions item={item} />}
        width="text"
      >
        {item.reason && <p className="section section--tight">{item.reason}</p>}
        <Section tight>
          <Facts items={factsOf(item)} columns />
        </Section>
        <Section title={t.page.logs} ruled>
          {item.logs.length > 0 ? (
            <ul className="logs">
              {[...item.logs].reverse().map((log) => (
                <LogEntry key={log.id} item={item} log={log} />
              ))}
            </ul>
          ) : (
            <Empty title={t.page.noLogs}>{item.state === "planned" && t.page.noLogsText}</Empty>
          )}
        </Section>
        <Moves item={item} />
        <p className="section section--tight no-print">
          <TextLink href={to.recordHistory(item.id)}>{frame.history}</TextLink>
        </p>
      </Page>
    </>
  );
}

function whenOf(item: FollowUp, now: string): string {
  const day = shortDay(item.due, now);
  if (item.state === "cancelled") return `${t.cancelled}.`;
  if (item.state === "held") return `${t.held(shortDay(item.logs.at(-1)?.held_on ?? item.due, now))}.`;
  return `${(item.overdue ? t.wasDue : t.due)(day)}.`;
}

function Actions({ item }: { item: FollowUp }) {
  return (
    <>
      {item.can.includes("log") && (
        <LinkButton
          kind={item.state === "planned" ? "filled" : "outline"}
          href={to.logFollowUp(item.department.id, item.id)}
        >
          {t.followUp}
        </LinkButton>
      )}
      {item.can.includes("edit") && (
        <LinkButton kind="quiet" href={to.editFollowUp(item.id)}>
          {t.page.edit}
        </LinkButton>
      )}
    </>
  );
}

function factsOf(item: FollowUp): Fact[] {
  const { trial_action, agreement, owner, repeat_unit, repeat_every, kind, question } = item;
  const link = (href: string, words: string): ReactNode => <TextLink href={href}>{words}</TextLink>;
  const facts: Fact[] = [];
  if (question !== t.kind[kind]) facts.push({ label: t.page.kind, value: t.kind[kind] });
  if (trial_action) {
    facts.push({ label: t.page.about, value: link(to.trial(trial_action.id), trial_action.title) });
  }
  if (agreement) {
    facts.push({ label: t.page.agreement, value: link(to.agreement(agreement.id), agreement.what) });
  }
  facts.push({ label: t.page.owner, value: owner?.name ?? t.noOwner });
  if (repeat_unit && repeat_every) {
    facts.push({ label: t.page.repeat, value: rhythm(repeat_unit, repeat_every) });
  }
  return facts;
}

/** Cancelling it, and taking that back. */
function Moves({ item }: { item: FollowUp }) {
  const [asking, setAsking] = useState(false);
  const takeIn = useTakeIn();
  const params = { path: { follow_up_id: item.id }, header: ifMatch(item.version) };
  const onSaved = (fresh: FollowUp) => {
    setAsking(false);
    takeIn("follow-up", fresh);
  };
  const cancel = useSave(
    (reason: string) => ask(api.POST("/api/follow-ups/{follow_up_id}/cancel", { params, body: { reason } })),
    { onSaved },
  );
  const reopen = useSave((_: null) => ask(api.POST("/api/follow-ups/{follow_up_id}/reopen", { params })), {
    onSaved,
  });
  if (asking) {
    return (
      <ReasonForm
        title={t.page.cancelTitle}
        text={t.page.cancelText}
        label={t.page.reason}
        act={t.page.doCancel}
        keep={t.page.keep}
        save={cancel}
        onKeep={() => setAsking(false)}
      />
    );
  }
  return (
    <div className="section section--tight no-print">
      <ErrorSummary problems={reopen.problems} />
      {item.can.includes("cancel") && (
        <Button kind="link" onClick={() => setAsking(true)}>
          {t.page.cancel}
        </Button>
      )}
      {item.can.includes("reopen") && (
        <Button kind="quiet" busy={reopen.busy} onClick={() => reopen.run(null)}>
          {t.page.reopen}
        </Button>
      )}
    </div>
  );
}
