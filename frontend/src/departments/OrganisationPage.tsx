/** The organisation as its administrator sees it: everything in its own order, folded, searched, narrowed. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { Await } from "../Await";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { classes } from "../ui/classes";
import { FilterBar, FilterSelect, SearchBox, Toggle, useFilters } from "../ui/Filters";
import { Icon } from "../ui/Icon";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { SaveList } from "../ui/SaveList";
import { ShowMore } from "../ui/Waiting";
import { kindWords, o, wayWords } from "./organisationTexts";
import { treeQuery } from "./reading";
import { treeColumns } from "./savedColumns";
import { arranged, found, isFiltered, isOpen, type Line, type TreeRow, unfolded } from "./tree";

const DEFAULTS = { q: "", slags: "", trin: "", lukkede: "", vendt: "" };
const AT_ONCE = 200;

export function OrganisationPage() {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const query = useQuery(treeQuery(filters.lukkede === "1"));
  return (
    <Page
      title={o.organisation}
      lead={o.lead}
      crumbs={[{ href: to.administration, label: o.administration }]}
      actions={<LinkButton href={to.newNode()}>{o.add}</LinkButton>}
    >
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={o.empty} action={<LinkButton href={to.imports}>{o.imports}</LinkButton>}>
              {o.emptyText}
            </Empty>
          ) : (
            <Tree lines={items} filters={filters} setFilter={setFilter} />
          )
        }
      </Await>
    </Page>
  );
}

interface TreeProps {
  lines: readonly Line[];
  filters: typeof DEFAULTS;
  setFilter: (name: keyof typeof DEFAULTS, value: string) => void;
}

function Tree({ lines, filters, setFilter }: TreeProps) {
  const rows = useMemo(() => arranged(lines), [lines]);
  const wanted = { q: filters.q, kind: filters.slags, walks: filters.trin };
  const searched = isFiltered(wanted);
  const turned = new Set(filters.vendt.split(",").filter(Boolean));
  const shown = searched ? found(rows, wanted) : unfolded(rows, turned);
  const turn = (code: string) => {
    const next = turned.has(code) ? [...turned].filter((one) => one !== code) : [...turned, code];
    setFilter("vendt", next.join(","));
  };
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <FilterBar
        count={o.count(searched ? shown.length : rows.length)}
        actions={<SaveList title={o.organisation} rows={searched ? shown : rows} columns={treeColumns} />}
      >
        <SearchBox label={o.search} value={filters.q} onChange={(q) => setFilter("q", q)} />
        <FilterSelect
          label={o.kind}
          value={filters.slags}
          onChange={(kind) => setFilter("slags", kind)}
          options={options(o.kinds)}
        />
        <FilterSelect
          label={o.walks}
          value={filters.trin}
          onChange={(walks) => setFilter("trin", walks)}
          options={options(o.ways)}
        />
        <Toggle pressed={filters.lukkede === "1"} onChange={(on) => setFilter("lukkede", on ? "1" : "")}>
          {o.closed}
        </Toggle>
      </FilterBar>
      {shown.length === 0 ? (
        <Empty title={o.none} action={<LinkButton href={to.organisation}>{o.showAll}</LinkButton>}>
          {o.noneText}
        </Empty>
      ) : (
        <List rows={shown} flat={searched} open={(row) => isOpen(row, rows.length, turned)} onTurn={turn} />
      )}
    </>
  );
}

interface ListProps {
  rows: readonly TreeRow[];
  /** Found by searching: without steps to the right, each with its way down. */
  flat: boolean;
  open: (row: TreeRow) => boolean;
  onTurn: (code: string) => void;
}

function List({ rows, flat, open, onTurn }: ListProps) {
  const [most, setMost] = useState(AT_ONCE);
  return (
    <>
      <ul className="org" aria-label={o.organisation}>
        {rows.slice(0, most).map((row) => (
          <Node key={row.line.id} row={row} flat={flat} open={open(row)} onTurn={onTurn} />
        ))}
      </ul>
      {rows.length > most && <ShowMore onClick={() => setMost(most + AT_ONCE)} />}
    </>
  );
}

interface NodeProps {
  row: TreeRow;
  flat: boolean;
  open: boolean;
  onTurn: (code: string) => void;
}

function Node({ row, flat, open, onTurn }: NodeProps) {
  const { line, above, beneath } = row;
  const level = flat ? "flat" : Math.min(row.level, 6);
  // Everything stands beneath the hospital itself: that need not be said.
  const way = flat
    ? above
        .slice(1)
        .map((node) => node.name)
        .join(" / ")
    : "";
  return (
    <li className={classes("org__row", `org__row--${level}`, line.closed_on && "org__row--closed")}>
      {!flat && (
        <span className="org__fold no-print">
          {beneath > 0 && (
            <button
              type="button"
              className="org__button"
              aria-expanded={open}
              aria-label={open ? o.fold(line.name) : o.unfold(line.name, beneath)}
              onClick={() => onTurn(line.code)}
            >
              <Icon name="chevron" />
            </button>
          )}
        </span>
      )}
      <div className="org__words">
        <Link href={to.node(line.id)} className="title-link">
          {line.name}
        </Link>
        {way && <p className="org__meta">{way}</p>}
      </div>
      <div className="org__about">
        <p className="org__kind">{kindAndWay(row)}.</p>
        <p className="org__heads">{line.headcount > 0 && o.heads(line.headcount)}</p>
      </div>
    </li>
  );
}

function kindAndWay({ line, above }: TreeRow): string {
  if (line.closed_on) return `${kindWords(line.kind)}. ${o.closedOn(line.closed_on)}`;
  const way = wayWords(line.walks, above.at(-1)?.name);
  return `${kindWords(line.kind)}. ${way}`;
}
