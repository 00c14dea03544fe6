/** The report, line by line: narrowed by what happens or by words, read page by page, downloaded whole. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { refusalWords } from "../api/refusals";
import { number } from "../dates";
import { Button } from "../ui/Button";
import { FilterBar, FilterSelect, SearchBox, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Section } from "../ui/Section";
import { type Column, Table } from "../ui/Table";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { type Line, linesQuery, type Run, reportAddress, STATUSES } from "./reading";
import { t } from "./texts";

const DEFAULTS = { hvad: "", q: "" };

export function Report({ run }: { run: Run }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const query = useInfiniteQuery(linesQuery(run.id, run.checked_at, filters.hvad, filters.q));
  const lines = query.data?.pages.flatMap((page) => page.items);
  const total = query.data?.pages[0]?.total ?? 0;
  const there = STATUSES.filter((status) => run.counts[status] > 0);
  if (there.length === 0) return null;
  return (
    <Section title={t.report} actions={<Downloads id={run.id} />}>
      <FilterBar count={lines && t.lines(total)}>
        <FilterSelect
          label={t.what}
          value={filters.hvad}
          onChange={(status) => setFilter("hvad", status)}
          options={there.map((status) => ({ value: status, label: t.statuses[status] }))}
        />
        <SearchBox label={t.search} value={filters.q} onChange={(q) => setFilter("q", q)} />
      </FilterBar>
      {query.isPending && <Loading />}
      {query.error && <Trouble words={refusalWords(query.error)} onRetry={() => query.refetch()} />}
      {lines?.length === 0 && (
        <Empty
          title={t.noLines}
          action={
            <Button
              onClick={() => {
                setFilter("hvad", "");
                setFilter("q", "");
              }}
            >
              {t.showAll}
            </Button>
          }
        >
          {t.noLinesText}
        </Empty>
      )}
      {lines && lines.length > 0 && (
        <Table caption={t.report} columns={COLUMNS} rows={lines} rowKey={(line) => `${line.number}`} />
      )}
      {query.hasNextPage && (
        <ShowMore onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage} />
      )}
    </Section>
  );
}

const COLUMNS: Column<Line>[] = [
  { key: "name", title: t.name, rowTitle: true, cell: (line) => line.subject || t.theFile },
  {
    key: "status",
    title: t.what,
    nowrap: true,
    cell: (line) => (line.status === "added" ? t.fresh : t.statuses[line.status]),
  },
  {
    key: "row",
    title: t.row,
    nowrap: true,
    cell: (line) => (line.row === null ? <span className="soft">{t.notInFile}</span> : number(line.row, 0)),
  },
  { key: "cell", title: t.cell, cell: (line) => <Cell line={line} /> },
  { key: "words", title: t.words, cell: (line) => line.words },
];

/** The column as the file calls it, and what stands there. */
function Cell({ line }: { line: Line }) {
  return (
    <>
      {line.column && <span className="soft">{line.column}</span>}
      {line.column && line.value && ": "}
      {/* A code stays in one piece; what is longer is broken anywhere. */}
      <span className={line.value.length < 16 ? "table__nowrap" : "cell-text"}>{line.value}</span>
    </>
  );
}

function Downloads({ id }: { id: string }) {
  return (
    <span className="downloads downloads--inline">
      {(["xlsx", "csv"] as const).map((form) => (
        <a key={form} className="link" href={reportAddress(id, form)} download>
          {t.downloadAs(form === "xlsx" ? "Excel" : "CSV")}
        </a>
      ))}
    </span>
  );
}
