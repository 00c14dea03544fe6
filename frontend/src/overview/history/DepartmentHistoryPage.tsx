/** A department's history: who did what, by day, with the sections that follow it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../../Await";
import { api, ask, type Schemas } from "../../api/client";
import { longDay } from "../../dates";
import { to } from "../../paths";
import { TextLink } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { eventsOf, HistoryBody } from "./HistoryBody";
import { HistoryFilters, OF_DEPARTMENT, useAsked } from "./HistoryFilters";
import { countOf } from "./HistoryList";
import { usePages } from "./reading";
import { h } from "./texts";

type Department = Schemas["DepartmentOut"];
type History = Schemas["DepartmentHistory"];

export function DepartmentHistoryPage() {
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
  });
  return <Await query={query}>{(here) => <Shown key={here.id} here={here} />}</Await>;
}

function Shown({ here }: { here: Department }) {
  const state = useAsked(OF_DEPARTMENT);
  const { asked, wrong, filtered, clear } = state;
  const read = (cursor?: string, limit?: number) =>
    ask(api.GET("/api/history", { params: { query: { department: here.id, ...asked, cursor, limit } } }));
  const query = usePages(["history", here.id, asked], read, !wrong);
  const pages = query.data?.pages;
  if (query.isLoadingError) return <Await query={query}>{() => null}</Await>;
  return (
    <Page
      title={h.title}
      crumbs={[{ href: to.department(here.id), label: here.name }]}
      lead={h.lead(here.name)}
    >
      {pages?.[0] && <Kin history={pages[0]} />}
      <HistoryFilters
        groups={OF_DEPARTMENT}
        state={state}
        count={pages ? countOf(eventsOf(pages), query.hasNextPage) : null}
      />
      <HistoryBody
        query={query}
        saved={{ title: h.of(here.name), read }}
        wrong={wrong}
        filtered={filtered}
        onAll={clear}
        department={here.id}
      />
      <p className="section section--tight no-print">
        <TextLink href={to.myHistory}>{h.mineLink}</TextLink>
      </p>
    </Page>
  );
}

/** What was before, and what came after, where departments were merged or split. */
function Kin({ history: { predecessors, successors } }: { history: History }) {
  if (predecessors.length + successors.length === 0) return null;
  return (
    <div className="history-kin">
      {predecessors.map((one) => (
        <p key={one.id}>
          {h.before(one.name, longDay(one.on), HOW[one.kind] ?? h.closed)}{" "}
          <TextLink href={to.departmentHistory(one.id)}>{h.readTheirs(one.name)}</TextLink>
        </p>
      ))}
      {successors.map((one) => (
        <p key={one.id}>
          {(INTO[one.kind] ?? h.closedInto)(one.name, longDay(one.on))}{" "}
          <TextLink href={to.departmentHistory(one.id)}>{h.readTheirs(one.name)}</TextLink>
        </p>
      ))}
    </div>
  );
}

const HOW: Record<string, string> = { merge: h.merged, split: h.split, close: h.closed };
const INTO: Record<string, (name: string, day: string) => string> = {
  merge: h.mergedInto,
  split: h.splitInto,
  close: h.closedInto,
};
