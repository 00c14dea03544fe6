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
import { isWaiting, type Run, runQuery, standingOf } from "./reading";
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
        <Empty
          title={run.trouble ?? ""}
          action={
            <LinkButton kind="filled" href={to.imports}>
              {t.another}
            </LinkButton>
          }
        />
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
  return standing === "checked" ? t.leads.ready : t.leads[standing];
}

function metaOf(run: Run): string {
  const told: string[] = [t.kinds[run.kind]];
  if (run.whole) told.push(t.whole_);
  const applied = run.applied_at && run.applied_by;
  const [who, when] = applied
    ? [run.applied_by?.name ?? "", run.applied_at ?? ""]
    : [run.created_by.name, run.created_at];
  const by = applied ? t.appliedBy(who, moment(when)) : t.checkedBy(who, moment(when));
  return `${told.join(", ")}. ${by}.`;
}
