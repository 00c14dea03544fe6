/** Bringing a file, and what was brought before. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { refusalWords } from "../api/refusals";
import { moment } from "../dates";
import { to } from "../paths";
import { Tag } from "../ui/Badge";
import { Empty } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { BringForm } from "./BringForm";
import { KINDS, kindOf, runsQuery, standingOf, templateAddress } from "./reading";
import { t } from "./texts";

export function ImportPage() {
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ href: to.administration, label: t.administration }]}>
      <Columns aside={<Templates />}>
        <Section tight>
          <BringForm />
        </Section>
        <Former />
      </Columns>
    </Page>
  );
}

function Templates() {
  return (
    <Section title={t.templates} size={4} lead={t.templatesText} tight>
      <ul className="plain-list downloads">
        {KINDS.flatMap((kind) =>
          (["xlsx", "csv"] as const).map((form) => (
            <li key={`${kind}.${form}`}>
              <a className="link" href={templateAddress(kind, form)} download>
                {t.templateFor(t.kinds[kind], form === "xlsx" ? "Excel" : "CSV")}
              </a>
            </li>
          )),
        )}
      </ul>
    </Section>
  );
}

function Former() {
  const query = useInfiniteQuery(runsQuery);
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Section title={t.former} ruled>
      {query.isPending && <Loading />}
      {query.error && <Trouble words={refusalWords(query.error)} onRetry={() => query.refetch()} />}
      {items?.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {items && items.length > 0 && (
        <Rows label={t.former}>
          {items.map((run) => (
            <Row
              key={run.id}
              title={run.name}
              href={to.import(run.id)}
              text={kindOf(run)}
              meta={t.byAt(run.created_by.name, moment(run.created_at))}
              side={<Tag>{t.states[standingOf(run)]}</Tag>}
            />
          ))}
        </Rows>
      )}
      {query.hasNextPage && (
        <ShowMore onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage} />
      )}
    </Section>
  );
}
