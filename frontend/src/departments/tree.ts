/** The organisation as a list of rows: who stands beneath whom, what is folded, what a search finds. */
import type { Schemas } from "../api/client";

export type Line = Schemas["DepartmentLine"];

export interface TreeRow {
  line: Line;
  /** How far in: 0 for what has nobody above it here. */
  level: number;
  /** The nodes above, from the top. */
  above: readonly Line[];
  /** How many stand beneath, at any depth. */
  beneath: number;
}

export interface Wanted {
  q: string;
  kind: string;
  walks: string;
}

/** Larger organisations begin folded: their top and what stands directly beneath it. */
const FEW = 150;

/** Every line with its place; `lines` in the organisation's own order, parents before children. */
export function arranged(lines: readonly Line[]): TreeRow[] {
  const rows = new Map<string, TreeRow>();
  for (const line of lines) {
    const parent = line.parent_id ? rows.get(line.parent_id) : undefined;
    const above = parent ? [...parent.above, parent.line] : [];
    rows.set(line.id, { line, level: above.length, above, beneath: 0 });
    for (const node of above) {
      const row = rows.get(node.id);
      if (row) row.beneath += 1;
    }
  }
  return [...rows.values()];
}

/** Whether the row shows what is beneath it; `turned`: codes of those that were folded or unfolded by hand. */
export function isOpen(row: TreeRow, count: number, turned: ReadonlySet<string>): boolean {
  return (count <= FEW || row.level === 0) !== turned.has(row.line.code);
}

/** The rows one sees while nothing is searched: all but those beneath something folded. */
export function unfolded(rows: readonly TreeRow[], turned: ReadonlySet<string>): TreeRow[] {
  const shut = new Set(rows.filter((row) => !isOpen(row, rows.length, turned)).map((row) => row.line.id));
  return rows.filter((row) => !row.above.some((node) => shut.has(node.id)));
}

export const isFiltered = ({ q, kind, walks }: Wanted): boolean => plain(q) !== "" || !!kind || !!walks;

/** The rows that fit what is searched, wherever they stand; a code is found by its beginning. */
export function found(rows: readonly TreeRow[], { q, kind, walks }: Wanted): TreeRow[] {
  const words = plain(q);
  return rows.filter(
    ({ line }) =>
      (!words || plain(line.name).includes(words) || plain(line.code).startsWith(words)) &&
      (!kind || line.kind === kind) &&
      (!walks || line.walks === walks),
  );
}

/** Where a node may not be put: itself and what is beneath it. */
export function itselfAndBeneath(rows: readonly TreeRow[], id: string): Set<string> {
  const inside = rows.filter((row) => row.line.id === id || row.above.some((node) => node.id === id));
  return new Set(inside.map((row) => row.line.id));
}

/** As one types it: without case, æ ø å also as ae oe aa. */
export const plain = (words: string): string =>
  words.toLocaleLowerCase("da").replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa").trim();
