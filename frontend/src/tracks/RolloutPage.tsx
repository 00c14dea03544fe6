/** HR's list: every department in the organisation's order, where it stands, and why one should call it. */
import { useState } from "react";
import { Link } from "wouter";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { Button, LinkButton, TextLink } from "../ui/Button";
import { FilterBar, Toggle, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { aDay, type ListColumn, SaveList } from "../ui/SaveList";
import { PrintButton } from "../ui/Sharing";
import { SmallStepPath } from "../ui/StepPath";
import { type Column, Table } from "../ui/Table";
import { type RolloutRow, type Stage, useRollout, type Wanted } from "./reading";
import { t } from "./texts";
import { lastWords, reasonWords, stageWords } from "./words";

const DEFAULTS = { kontakt: "", hjaelp: "", ikke: "", planlagt: "", igang: "" };
type Filters = typeof DEFAULTS;
const STAGES: readonly [keyof Filters, Stage][] = [
  ["ikke", "not_invited"],
  ["planlagt", "planned"],
  ["igang", "in_progress"],
];

const wantedOf = (filters: Filters): Wanted => ({
  state: STAGES.filter(([name]) => filters[name] === "1").map(([, stage]) => stage),
  to_contact: filters.kontakt === "1",
  help_wanted: filters.hjaelp === "1",
});

export function RolloutPage() {
  const [filters] = useFilters(DEFAULTS);
  return <Await query={useRollout(wantedOf(filters))}>{(list) => <Shown list={list} />}</Await>;
}

function Shown({ list }: { list: Schemas["RolloutList"] }) {
  const me = useSignedIn();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { to_contact, departments } = list.totals;
  const turn = (id: string) =>
    setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  return (
    <Page
      title={t.title}
      width="wide"
      lead={t.list.lead(to_contact, departments)}
      actions={
        <>
          <LinkButton kind="quiet" href={to.tracks}>
            {t.list.tracks}
          </LinkButton>
          <LinkButton kind="quiet" href={to.waves()}>
            {t.list.waves}
          </LinkButton>
        </>
      }
    >
      <RolloutFilters shown={list.items} today={me.today} />
      {list.items.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <p className="meta rollout-hint no-print">{t.list.hint}</p>
          <Table
            caption={t.list.caption}
            columns={columnsOf(me.today, chosen, turn)}
            rows={list.items}
            rowKey={(row) => row.department.id}
            warm={(row) => row.help_wanted !== null}
          />
        </>
      )}
      {chosen.length > 0 && <Chosen ids={chosen} onClear={() => setChosen([])} />}
    </Page>
  );
}

function RolloutFilters({ shown, today }: { shown: readonly RolloutRow[]; today: string }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const toggles: readonly [keyof Filters, string][] = [
    ["kontakt", t.list.toContact],
    ["ikke", t.none],
    ["planlagt", t.list.plannedOnly],
    ["igang", t.list.inProgress],
    ["hjaelp", t.list.helpWanted],
  ];
  return (
    <FilterBar
      count={t.list.count(shown.length)}
      actions={
        <>
          <SaveList title={t.title} rows={shown} columns={savedOf(today)} />
          <PrintButton />
        </>
      }
    >
      {toggles.map(([name, label]) => (
        <Toggle key={name} pressed={filters[name] === "1"} onChange={(on) => setFilter(name, on ? "1" : "")}>
          {label}
        </Toggle>
      ))}
    </FilterBar>
  );
}

const savedOf = (today: string): ListColumn<RolloutRow>[] => [
  { title: t.list.department, cell: ({ department }) => department.name },
  { title: t.list.stage, cell: stageWords },
  { title: t.list.contact, cell: ({ hr_contact }) => hr_contact?.name ?? null },
  { title: t.list.lastTalk, cell: ({ last_contact }) => aDay(last_contact?.on) },
  { title: t.list.why, cell: ({ reasons }) => reasons.map((one) => reasonWords(one, today)).join(" ") },
];

function Nothing() {
  return (
    <Empty title={t.list.empty} level={2} action={<LinkButton href={to.rollout}>{t.list.all}</LinkButton>} />
  );
}

/** What is ticked meets for one discussion; it stays in reach however long the list is. */
function Chosen({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const [first = "", ...others] = ids;
  return (
    <div className="chosen-bar no-print">
      <p role="status">{t.list.chosen(ids.length)}</p>
      <LinkButton kind="filled" href={to.newSession(first, "planned", others)}>
        {t.list.session}
      </LinkButton>
      <LinkButton kind="link" href={to.newWave(ids)}>
        {t.list.wave}
      </LinkButton>
      <Button kind="link" onClick={onClear}>
        {t.list.clear}
      </Button>
    </div>
  );
}

const columnsOf = (
  today: string,
  chosen: readonly string[],
  turn: (id: string) => void,
): Column<RolloutRow>[] => [
  {
    key: "name",
    title: t.list.department,
    rowTitle: true,
    cell: ({ department: { id, name } }) => (
      <span className="pick">
        <label className="pick__box no-print">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => turn(id)} />
          <span className="visually-hidden">{t.list.choose(name)}</span>
        </label>
        <Link href={to.departmentRollout(id)} className="title-link">
          {name}
        </Link>
      </span>
    ),
  },
  { key: "stage", title: t.list.stage, cell: (row) => <StageCell row={row} /> },
  {
    key: "contact",
    title: t.list.contact,
    cell: (row) => (
      <>
        {row.hr_contact?.name ?? <span className="soft">{t.noContactPerson}</span>}
        {row.last_contact && <span className="rollout-note">{lastWords(row.last_contact, today)}</span>}
      </>
    ),
  },
  { key: "why", title: t.list.why, cell: (row) => <Why row={row} today={today} /> },
];

function StageCell({ row }: { row: RolloutRow }) {
  const words = stageWords(row);
  if (row.stage !== "in_progress") return <span className="soft">{words}</span>;
  return (
    <>
      {row.steps.length > 0 && <SmallStepPath states={row.steps} />}
      <span className="rollout-note">{words}</span>
    </>
  );
}

function Why({ row, today }: { row: RolloutRow; today: string }) {
  if (row.reasons.length === 0) return null;
  return (
    <ul className="plain-list reasons">
      {row.reasons.map((reason) => (
        <li key={reason.code}>
          {reason.code === "help_wanted" ? (
            <TextLink href={to.help(row.department.id)}>{reasonWords(reason, today)}</TextLink>
          ) : (
            reasonWords(reason, today)
          )}
        </li>
      ))}
    </ul>
  );
}
