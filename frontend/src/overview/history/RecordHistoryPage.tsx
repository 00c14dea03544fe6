/** One record's history, wherever it has stood. */
import { useParams } from "wouter";
import { Await } from "../../Await";
import { api, ask, type Schemas } from "../../api/client";
import { capital, quoted } from "../../dates";
import { to } from "../../paths";
import { TextLink } from "../../ui/Button";
import { type Crumb, Page } from "../../ui/Page";
import { HistoryBody, type Pages } from "./HistoryBody";
import { usePages } from "./reading";
import { h } from "./texts";
import { type Happened, hrefOf, kindOf } from "./words";

type History = Schemas["RecordHistory"];

const readRecord = (record: string, cursor?: string, limit?: number) =>
  ask(
    api.GET("/api/history/records/{record_id}", {
      params: { path: { record_id: record }, query: { cursor, limit } },
    }),
  );

export function RecordHistoryPage() {
  const { record = "" } = useParams<{ record: string }>();
  const query: Pages<History> = usePages(
    ["history", "record", record],
    (cursor) => readRecord(record, cursor),
    true,
  );
  const head = query.data?.pages[0];
  if (!head) return <Await query={query}>{() => null}</Await>;
  return <Shown id={record} head={head} query={query} />;
}

function Shown({ id, head, query }: { id: string; head: History; query: Pages<History> }) {
  const { department, kind, title } = head;
  const { the } = kindOf(kind);
  const href = hrefOf({ kind, record_id: id, department } as Happened);
  const crumbs: Crumb[] = [
    ...(department ? [{ href: to.department(department.id), label: department.name }] : []),
    ...(href && kind !== "department" ? [{ href, label: capital(the) }] : []),
  ];
  return (
    <Page
      title={title ? h.of(kind === "department" ? title : quoted(title)) : h.of(the)}
      crumbs={crumbs}
      current={h.title}
      lead={h.recordLead}
    >
      <HistoryBody
        query={query}
        saved={{ title: h.of(the), read: (cursor, limit) => readRecord(id, cursor, limit) }}
        wrong={false}
        filtered={false}
        onAll={() => undefined}
        record
        {...(department ? { department: department.id } : {})}
      />
      {department && (
        <p className="section section--tight no-print">
          <TextLink href={to.departmentHistory(department.id)}>{h.whole(department.name)}</TextLink>
        </p>
      )}
    </Page>
  );
}
