/** The ambassadors, department by department: who they are, who has been to a course, who has none. */
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { FilterBar, Toggle, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { aDay, type ListColumn, SaveList } from "../ui/SaveList";
import { PrintButton } from "../ui/Sharing";
import { type Column, Table } from "../ui/Table";
import { at } from "./addresses";
import { g } from "./gatheringTexts";
import { type RosterRow, useRoster } from "./tracksReading";
import { w } from "./tracksTexts";

const DEFAULTS = { uden: "" };

export function RosterPage() {
  const [filters] = useFilters(DEFAULTS);
  return <Await query={useRoster(filters.uden === "1")}>{(roster) => <Shown roster={roster} />}</Await>;
}

function Shown({ roster }: { roster: Schemas["Roster"] }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  return (
    <Page
      title={w.list.title}
      lead={w.list.lead(roster.ambassadors, roster.without)}
      crumbs={[{ href: to.tracks, label: g.tracks }]}
      width="wide"
    >
      <FilterBar
        count={w.list.count(roster.items.length)}
        actions={
          <>
            <SaveList title={w.list.title} rows={linesOf(roster.items)} columns={SAVED} />
            <PrintButton />
          </>
        }
      >
        <Toggle pressed={filters.uden === "1"} onChange={(on) => setFilter("uden", on ? "1" : "")}>
          {w.list.onlyWithout}
        </Toggle>
      </FilterBar>
      {roster.items.length === 0 ? (
        <Empty
          title={w.list.empty}
          level={2}
          action={<LinkButton href={at.ambassadors}>{w.list.all}</LinkButton>}
        />
      ) : (
        <Table
          caption={w.list.caption}
          columns={COLUMNS}
          rows={roster.items}
          rowKey={(row) => row.department.id}
        />
      )}
      <p className="meta section section--tight no-print">{w.list.how}</p>
    </Page>
  );
}

type Line = Partial<RosterRow["ambassadors"][number]> & { here: string };

/** A line per ambassador, and one for a department that has none. */
const linesOf = (rows: readonly RosterRow[]): Line[] =>
  rows.flatMap(({ department, ambassadors }) =>
    ambassadors.length === 0
      ? [{ here: department.name }]
      : ambassadors.map((one) => ({ ...one, here: department.name })),
  );

const SAVED: ListColumn<Line>[] = [
  { title: w.list.department, cell: ({ here }) => here },
  { title: w.list.ambassador, cell: ({ person }) => person?.name ?? null },
  { title: w.list.role, cell: ({ title }) => title ?? null },
  { title: w.list.place, cell: ({ department }) => department?.name ?? null },
  { title: w.list.since, cell: ({ since }) => aDay(since) },
  { title: w.list.courses, cell: ({ courses }) => courses ?? null },
];

const COLUMNS: Column<RosterRow>[] = [
  {
    key: "department",
    title: w.list.department,
    rowTitle: true,
    cell: ({ department }) => <TextLink href={to.people(department.id)}>{department.name}</TextLink>,
  },
  {
    key: "who",
    title: w.list.who,
    cell: ({ department, ambassadors }) =>
      ambassadors.length === 0 ? (
        <span className="soft">{w.list.none}</span>
      ) : (
        <ul className="plain-list">
          {ambassadors.map((one) => {
            const place = one.department.id === department.id ? "" : one.department.name;
            const about = [one.title, place, one.courses ? w.list.been(one.courses) : ""].filter(Boolean);
            return (
              <li key={`${one.person.id} ${one.department.id}`}>
                {one.person.name}
                {about.length > 0 && <span className="rollout-note">{about.join(" · ")}</span>}
              </li>
            );
          })}
        </ul>
      ),
  },
];
