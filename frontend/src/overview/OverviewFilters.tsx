/** What HMU's overview shows: filters, and the two days it is seen between; all of it in the address. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, type Schemas } from "../api/client";
import { longDay } from "../dates";
import { dayProblem } from "../ui/DateField";
import type { SummaryProblem } from "../ui/ErrorSummary";
import type { Option } from "../ui/Field";
import { FilterBar, FilterSelect, Toggle, useFilters } from "../ui/Filters";
import { SaveList } from "../ui/SaveList";
import { PrintButton } from "../ui/Sharing";
import { type DaysField, DaysForm } from "./DaysForm";
import { hmu } from "./hmuTexts";
import { overviewColumns } from "./savedColumns";

export const DEFAULTS = { trin: "", ses: "", nyt: "", center: "", siden: "", pr: "" };
type DayName = "siden" | "pr";
type Chosen = Record<DayName, string>;
/** What stands in a choice of days for one that is written. */
const OTHER = "?";

interface Props {
  overview: Schemas["Overview"];
  since: string;
  today: string;
}

export function Filters({ overview, since, today }: Props) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const [open, setOpen] = useState<DayName | null>(null);
  const centres = useCentres();
  const choose = useDays();
  return (
    <>
      <FilterBar
        count={hmu.count(overview.items.length)}
        actions={
          <>
            <SaveList title={hmu.title} rows={overview.items} columns={overviewColumns(since)} />
            <PrintButton />
          </>
        }
      >
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
          onChange={(siden) => (siden === OTHER ? setOpen("siden") : choose({ siden }))}
          all={overview.last_meeting ? hmu.sinceMeeting : hmu.ago(3)}
          options={withOwn(agoOptions(overview.as_of, overview.last_meeting), filters.siden, hmu.sinceDay)}
        />
        <FilterSelect
          label={hmu.asOf}
          value={filters.pr}
          onChange={(pr) => (pr === OTHER ? setOpen("pr") : choose({ pr }))}
          all={hmu.asOfToday}
          options={withOwn(dayOptions(today), filters.pr, longDay)}
        />
      </FilterBar>
      {open && <Days key={open} today={today} first={open} onShown={() => setOpen(null)} />}
    </>
  );
}

interface DaysProps {
  today: string;
  first?: DayName;
  onShown?: () => void;
}

/** Any two days, `first` has the cursor. What stands in the address and cannot be is said at its field. */
export function Days({ today, first, onShown }: DaysProps) {
  const [filters] = useFilters(DEFAULTS);
  const choose = useDays();
  const seen = dayProblem(filters.pr, { max: today }) ? today : filters.pr;
  const fields: DaysField[] = [
    { name: "pr", label: hmu.asOfField, value: filters.pr, max: today, quick: dayOptions(today).map(quick) },
    {
      name: "siden",
      label: hmu.sinceField,
      value: filters.siden,
      max: today,
      quick: agoOptions(seen).map(quick),
    },
  ];
  return (
    <DaysForm
      key={`${filters.siden} ${filters.pr}`}
      fields={fields}
      first={first}
      act={hmu.showDays}
      clear={filters.siden || filters.pr ? hmu.today : undefined}
      onShow={(days) => {
        choose({ siden: days.siden ?? "", pr: days.pr ?? "" });
        onShown?.();
      }}
      check={(days) => wrongDays({ siden: days.siden ?? "", pr: days.pr ?? "" }, today)}
    />
  );
}

/** What is wrong with the days of the address: one that cannot be read, or has not come, or the later first. */
export function wrongDays({ siden, pr }: Chosen, today: string): SummaryProblem[] {
  const found = [
    { field: "pr", words: dayProblem(pr, { required: false, max: today }) },
    { field: "siden", words: dayProblem(siden, { required: false, max: today }) },
  ].flatMap(({ field, words }) => (words ? [{ field, words }] : []));
  if (found.length > 0 || !siden || siden <= (pr || today)) return found;
  return [{ field: "siden", words: hmu.sinceAfter(longDay(pr)) }];
}

/** Puts days into the address; a look further back takes along a "since" that would lie after it. */
function useDays() {
  const [filters, setFilter] = useFilters(DEFAULTS);
  return (days: Partial<Chosen>) => {
    const chosen = { siden: filters.siden, pr: filters.pr, ...days };
    if (days.siden === undefined && chosen.pr && chosen.siden >= chosen.pr) chosen.siden = "";
    setFilter("siden", chosen.siden);
    setFilter("pr", chosen.pr);
  };
}

/** Three months is what nothing chosen means, until the committee's meetings are kept. */
const agoOptions = (from: string, meeting: string | null = null): Option[] =>
  (meeting ? [1, 3, 6, 12] : [1, 6, 12]).map((n) => ({
    value: monthsBack(from, n),
    label: n === 12 ? hmu.yearAgo : hmu.ago(n),
  }));

const dayOptions = (today: string): Option[] =>
  [1, 2, 3, 6].map((n) => ({ value: monthsBack(today, n), label: longDay(monthsBack(today, n)) }));

const quick = ({ value, label }: Option) => ({ day: value, label });

/** A day of one's own choosing stands among the quick ones; at the end the way to write one. */
const withOwn = (options: Option[], own: string, words: (day: string) => string): Option[] => [
  ...options,
  ...(own && !options.some(({ value }) => value === own) ? [{ value: own, label: words(own) }] : []),
  { value: OTHER, label: hmu.otherDay },
];

/** The centres that have walking departments beneath them, in the organisation's order. */
function useCentres(): Option[] {
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
