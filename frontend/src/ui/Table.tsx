/**
 * A table; on a phone each row becomes a block with the column's name before each value.
 *   <Table caption="Afdelinger" columns={[{ key: "name", title: "Afdeling", rowTitle: true, cell: (r) => ... },
 *     { key: "n", title: "Svarede", number: true, cell: (r) => r.n }]} rows={rows} rowKey={(r) => r.id}
 *     warm={(r) => r.help !== null} quiet={(r) => !r.changed} />
 * rowTitle: the cell that names the row (a th); bold: what is new; warm: row in the warm tint with a mark.
 * caption is hidden unless showCaption.
 */
import type { ReactNode } from "react";
import { classes } from "./classes";

export interface Column<Item> {
  key: string;
  title: ReactNode;
  cell: (item: Item) => ReactNode;
  rowTitle?: boolean;
  number?: boolean;
  /** Narrow columns do not break their words. */
  nowrap?: boolean;
}

interface TableProps<Item> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  rowKey: (item: Item) => string;
  warm?: (item: Item) => boolean;
}

export function Table<Item>({ caption, showCaption, columns, rows, rowKey, warm }: TableProps<Item>) {
  return (
    <table className="table">
      <caption className={showCaption ? "table__caption" : "visually-hidden"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.number ? "table__number" : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={warm?.(row) ? "table__warm" : undefined}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Item>({ column, row }: { column: Column<Item>; row: Item }) {
  const look = classes(column.number && "table__number", column.nowrap && "table__nowrap") || undefined;
  if (column.rowTitle) {
    return (
      <th scope="row" className={look}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={look}>
      <span className="table__label" aria-hidden="true">
        {column.title}
      </span>
      <div className="table__value">{column.cell(row)}</div>
    </td>
  );
}

/** The cell "Siden 21. april": what is new in bold with a dot, what is not quietly. */
export function Change({ changed, children }: { changed: boolean; children: ReactNode }) {
  return <span className={changed ? "change change--new" : "change"}>{children}</span>;
}
