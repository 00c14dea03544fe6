/** HMU's overview: a row per walking department in the organisation's own order; read in ten seconds. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { may, useSignedIn } from "../api/session";
import { longDay, shortDay } from "../dates";
import { to } from "../paths";
import { Button } from "../ui/Button";
import { FilterBar, FilterSelect, Toggle, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PrintButton } from "../ui/Sharing";
import { SmallStepPath } from "../ui/StepPath";
import { Change, type Column, Table } from "../ui/Table";
import { hmu } from "./hmuTexts";
import { t } from "./texts";
import { changesWords, type OverviewRow, roundNote, statesOf, trialWords } from "./words";

const DEFAULTS = { trin: "", ses: "", nyt: "", center: "", siden: "", pr: "" };
type Overview = Schemas["Overview"];

export function OverviewPage() {
  const [filters] = useFilters(DEFAULTS);
  const query = useQuery({
    queryKey: ["overview", filters],
    queryFn: () =>
      ask(
        api.GET("/api/overview", {
          params: {
            query: {
              step: filters.trin === "" ? undefined : Number(filters.trin),
              wanted: filters.ses === "1" || undefined,
              changed: filters.nyt === "1" || undefined,
              centre: filters.center || undefined,
              since: filters.siden || undefined,
              as_of: filters.pr || undefined,
            },
          },
        }),
      ),
    placeholderData: (before) => before,
  });
  return <Await query={query}>{(overview) => <Shown overview={overview} />}</Await>;
}

function Shown({ overview }: { overview: Overview }) {
  const me = useSignedIn();
  const since = shortDay(overview.since, me.today);
  const lead = hmu.lead(overview.totals.changed, overview.totals.departments, since);
  const past = overview.as_of < me.today;
  return (
    <Page
      title={hmu.title}
      width="wide"
      over={past ? hmu.past(longDay(overview.as_of)) : undefined}
      lead={
        <>
          {lead.before}
          <strong>{lead.strong}</strong>
          {lead.after}{" "}
          {overview.totals.help_wanted > 0 && <strong>{hmu.help(overview.totals.help_wanted)}</strong>}
        </>
      }
    >
      <Filters overview={overview} since={since} today={me.today} />
      <Rows overview={overview} since={since} today={me.today} />
      <HelpByCentre counts={overview.help_by_centre} />
      {!may(me, "support") && me.home && <p className="meta">{hmu.onlyMine}</p>}
    </Page>
  );
}

interface Parts {
  overview: Overview;
  since: string;
  today: string;
}

function Filters({ overview, since, today }: Parts) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const centres = useCentres();
  return (
    <FilterBar count={hmu.count(overview.items.length)} actions={<PrintButton />}>
      <Toggle pressed={filters.ses === "1"} onChange={(on) => setFilter("ses", on ? "1" : "")}>
        {hmu.wanted}
      </Toggle>
      <Toggle pressed={filters.nyt === "1"} onChange={(on) => setFilter("nyt", on ? "1" : "")}>
        {hmu.news(since)}
      </Toggle>
      <FilterSelect
        label={hmu.step}
        value={filters.trin}
        onChange={(value) => setFilter("trin", value)}
        options={hmu.steps.map((label, step) => ({ value: String(step), label }))}
      />
      {centres.length > 1 && (
        <FilterSelect
          label={hmu.centre}
          value={filters.center}
          onChange={(value) => setFilter("center", value)}
          options={centres}
        />
      )}
      <FilterSelect
        label={hmu.sinceFilter}
        value={filters.siden}
        onChange={(value) => setFilter("siden", value)}
        all={hmu.ago(3)}
        options={[1, 6, 12].map((n) => ({
          value: monthsBack(today, n),
          label: n === 12 ? hmu.yearAgo : hmu.ago(n),
        }))}
      />
      <FilterSelect
        label={hmu.asOf}
        value={filters.pr}
        onChange={(value) => setFilter("pr", value)}
        all={hmu.asOfToday}
        options={[1, 2, 3, 6].map((n) => ({
          value: monthsBack(today, n),
          label: longDay(monthsBack(today, n)),
        }))}
      />
    </FilterBar>
  );
}

/** The centres that have walking departments beneath them, in the organisation's order. */
function useCentres(): { value: string; label: string }[] {
  const tree = useQuery({
    queryKey: ["departments"],
    queryFn: () => ask(api.GET("/api/departments")),
    staleTime: 300_000,
  }).data;
  const parents = new Set(tree?.items.filter((node) => node.walks === "walks").map((node) => node.parent_id));
  return (tree?.items ?? [])
    .filter((node) => node.kind === "centre" && parents.has(node.id))
    .map((node) => ({ value: node.id, label: node.name }));
}

/** The same day of an earlier month; days that the month lacks become its 28th. */
export function monthsBack(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const at = new Date(Date.UTC(year, month - 1 - months, Math.min(date, 28)));
  return at.toISOString().slice(0, 10);
}

function Rows({ overview, since, today }: Parts) {
  const [, setFilter] = useFilters(DEFAULTS);
  if (overview.items.length === 0) {
    const clear = () => {
      for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) setFilter(name, "");
    };
    return <Empty title={hmu.nothing} level={2} action={<Button onClick={clear}>{hmu.all}</Button>} />;
  }
  return (
    <Table
      caption={hmu.caption}
      columns={columnsOf(since, today)}
      rows={overview.items}
      rowKey={(row) => row.department.id}
      warm={(row) => row.help_wanted !== null}
    />
  );
}

const columnsOf = (since: string, today: string): Column<OverviewRow>[] => [
  { key: "name", title: t.row.department, rowTitle: true, cell: (row) => <Name row={row} /> },
  {
    key: "since",
    title: t.row.since(since),
    cell: (row) => <Change changed={row.changed}>{changesWords(row)}</Change>,
  },
  { key: "step", title: t.row.step, nowrap: true, cell: (row) => <SmallStepPath states={statesOf(row)} /> },
  {
    key: "trials",
    title: t.row.trials,
    cell: (row) => trialWords(row.trials) ?? <span className="soft">{t.row.none}</span>,
  },
  {
    key: "last",
    title: t.row.last,
    nowrap: true,
    cell: (row) => (row.last_follow_up ? shortDay(row.last_follow_up, today) : t.row.never),
  },
  {
    key: "next",
    title: t.row.next,
    nowrap: true,
    cell: (row) => (row.next_date ? shortDay(row.next_date, today) : t.row.noDate),
  },
];

function Name({ row }: { row: OverviewRow }) {
  return (
    <>
      <Link href={to.department(row.department.id)} className="title-link">
        {row.department.name}
      </Link>
      {row.department.pilot && <span className="table__note">{t.row.pilotNote}</span>}
      {roundNote(row) && <span className="table__note">{roundNote(row)}</span>}
      {row.help_wanted && <span className="table__note">{row.help_wanted}</span>}
    </>
  );
}

function HelpByCentre({ counts }: { counts: Overview["help_by_centre"] }) {
  if (counts.length === 0) return null;
  return (
    <p className="meta overview-help">
      <strong>{hmu.helpByCentre}.</strong>{" "}
      {counts.map(({ centre, count }) => hmu.helpCentre(centre.name, count)).join(", ")}. {hmu.helpNote}
    </p>
  );
}
