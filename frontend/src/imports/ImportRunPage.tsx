/** One file: how far the look at it is, what it would change, carrying it out, what came of it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { moment } from "../dates";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { Acts } from "./Acts";
import { Progress } from "./Progress";
import { Report } from "./Report";
import { isWaiting, kindOf, type Run, runQuery, standingOf } from "./reading";
import { Summary } from "./Summary";
import { t } from "./texts";

export function ImportRunPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery(runQuery(id));
  return <Await query={query}>{(run) => <Shown run={run} />}</Await>;
}

function Shown({ run }: { run: Run }) {
  const seen = run.state === "checked" || run.state === "applied" || run.state === "stale";
  return (
    <Page
      title={run.name}
      crumbs={[
        { href: to.administration, label: t.administration },
        { href: to.imports, label: t.title },
      ]}
      lead={leadOf(run)}
      meta={metaOf(run)}
    >
      {isWaiting(run) && <Progress run={run} />}
      {run.state === "unreadable" && (
        <p className="section section--tight">
          <LinkButton kind="filled" href={to.imports}>
            {t.another}
          </LinkButton>
        </p>
      )}
      {seen && <Summary run={run} />}
      <Acts run={run} />
      {seen &&
        (run.forgotten ? (
          <Section title={t.report} ruled>
            <Empty title={t.forgotten}>{t.forgottenText}</Empty>
          </Section>
        ) : (
          <Report run={run} />
        ))}
    </Page>
  );
}

function leadOf(run: Run): string {
  const standing = standingOf(run);
  if (standing === "unreadable") return `${run.trouble} ${t.leads.unreadable}`;
  return standing === "checked" ? t.leads.ready : t.leads[standing];
}

function metaOf(run: Run): string {
  const brought = t.broughtBy(run.created_by.name, moment(run.created_at));
  const applied =
    run.applied_by && run.applied_at ? t.appliedBy(run.applied_by.name, moment(run.applied_at)) : null;
  return `${kindOf(run)}. ${applied ?? brought}.`;
}
