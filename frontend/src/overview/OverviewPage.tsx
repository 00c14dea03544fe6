/** HMU's overview: a row per walking department in the organisation's own order; read in ten seconds. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { may, useSignedIn } from "../api/session";
import { longDay, shortDay } from "../dates";
import { to } from "../paths";
import { CommitteeWaves } from "../surveys/parts";
import { Button, LinkButton } from "../ui/Button";
import { useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { SmallStepPath } from "../ui/StepPath";
import { Change, type Column, Table } from "../ui/Table";
import { hmu } from "./hmuTexts";
import { Days, DEFAULTS, Filters, wrongDays } from "./OverviewFilters";
import { t } from "./texts";
import { changesWords, type OverviewRow, roundNote, statesOf, trialWords } from "./words";

type Overview = Schemas["Overview"];

/** Whoever reads HMU's meetings; their page says so to anybody else. */
const COMMITTEE: readonly string[] = ["hmu", "secretary", "hr"];

export function OverviewPage() {
  const me = useSignedIn();
  const [filters] = useFilters(DEFAULTS);
  const wrong = wrongDays(filters, me.today).length > 0;
  const query = useQuery({
    enabled: !wrong,
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
  if (wrong) return <WrongDays today={me.today} />;
  return <Await query={query}>{(overview) => <Shown overview={overview} />}</Await>;
}

/** A day in the address that cannot be read, or has not come: the form says which, and nothing else is shown. */
function WrongDays({ today }: { today: string }) {
  return (
    <Page title={hmu.title} width="wide">
      <Days today={today} />
    </Page>
  );
}

function Shown({ overview }: { overview: Overview }) {
  const me = useSignedIn();
  const [filters] = useFilters(DEFAULTS);
  const since = shortDay(overview.since, me.today);
  const met = filters.siden === "" && overview.last_meeting !== null;
  const words = met ? hmu.sinceLast(since) : since;
  const lead = hmu.lead(overview.totals.changed, overview.totals.departments, words);
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
      actions={
        me.roles.some(({ role }) => COMMITTEE.includes(role)) ? (
          <LinkButton href={to.meetings()}>{hmu.meetings}</LinkButton>
        ) : undefined
      }
    >
      <Filters overview={overview} since={since} today={me.today} />
      {!past && <p className="meta print-only">{hmu.past(longDay(overview.as_of))}</p>}
      <Rows overview={overview} since={since} today={me.today} />
      <HelpByCentre counts={overview.help_by_centre} />
      {!past && <CommitteeWaves today={me.today} />}
      {!may(me, "support") && me.home && <p className="meta">{hmu.onlyMine}</p>}
    </Page>
  );
}

interface Parts {
  overview: Overview;
  since: string;
  today: string;
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
