/** Every department one may know of, in the organisation's own order. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { to } from "../paths";
import { classes } from "../ui/classes";
import { FilterBar, SearchBox, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { SaveList } from "../ui/SaveList";
import { SmallStepPath } from "../ui/StepPath";
import { treeColumns } from "./savedColumns";
import { tree } from "./treeTexts";
import { type OverviewRow, statesOf } from "./words";

const DEFAULTS = { q: "" };
type Node = Schemas["DepartmentLine"];

export function DepartmentsPage() {
  const query = useQuery({
    queryKey: ["departments"],
    queryFn: () => ask(api.GET("/api/departments")),
  });
  const rows = useQuery({
    queryKey: ["overview", "rows"],
    queryFn: () => ask(api.GET("/api/overview")),
    retry: false,
  }).data?.items;
  return (
    <Page title={tree.title} lead={tree.lead}>
      <Await query={query} part>
        {({ items }) => <Tree nodes={items} rows={new Map(rows?.map((row) => [row.department.id, row]))} />}
      </Await>
    </Page>
  );
}

function Tree({ nodes, rows }: { nodes: Node[]; rows: Map<string, OverviewRow> }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const wanted = plain(filters.q);
  const shown = wanted ? nodes.filter((node) => plain(node.name).includes(wanted)) : nodes;
  const least = Math.min(...nodes.map((node) => node.depth));
  if (nodes.length === 0) return <Empty title={tree.noneYet}>{tree.noneText}</Empty>;
  return (
    <>
      {nodes.length > 8 && (
        <FilterBar
          count={tree.count(shown.length)}
          actions={<SaveList title={tree.title} rows={shown} columns={treeColumns} />}
        >
          <SearchBox label={tree.search} value={filters.q} onChange={(q) => setFilter("q", q)} />
        </FilterBar>
      )}
      {shown.length === 0 ? (
        <Empty title={tree.none} />
      ) : (
        <ul className="tree">
          {shown.map((node) => (
            <TreeRow
              key={node.id}
              node={node}
              depth={wanted ? 0 : Math.min(node.depth - least, 3)}
              row={rows.get(node.id)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function TreeRow({ node, depth, row }: { node: Node; depth: number; row: OverviewRow | undefined }) {
  const outside = node.walks === "outside";
  return (
    <li className={classes("tree__row", `tree__row--${depth}`, outside && "tree__row--outside")}>
      <Link href={to.department(node.id)} className="title-link">
        {node.name}
      </Link>
      {row && <SmallStepPath states={statesOf(row)} />}
      {!row && node.walks === "follows" && <span className="meta">{tree.follows}</span>}
    </li>
  );
}

/** As one types it: without case, æ ø å also as ae oe aa. */
const plain = (words: string): string =>
  words.toLocaleLowerCase("da").replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").trim();
