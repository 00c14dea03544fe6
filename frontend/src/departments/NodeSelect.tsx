/**
 * One node of the organisation, in its own order and indented; in a large one its name is searched first.
 *   <NodeSelect name="parent_id" label={n.over} rows={rows} value={id} onChange={set} without={itself} />
 */
import { useState } from "react";
import { type FieldProps, SelectField } from "../ui/Field";
import { SearchBox } from "../ui/Filters";
import { n } from "./nodeTexts";
import { o } from "./organisationTexts";
import { found, type TreeRow } from "./tree";

interface NodeSelectProps extends FieldProps {
  rows: readonly TreeRow[];
  value: string;
  onChange: (id: string) => void;
  /** Ids that cannot be chosen. */
  without?: ReadonlySet<string>;
  empty?: string;
}

/** More than this are searched. */
const MANY = 80;

export function NodeSelect({ rows, value, onChange, without, empty = n.choose, ...field }: NodeSelectProps) {
  const [q, setQ] = useState("");
  const free = rows.filter((row) => !row.line.closed_on && !without?.has(row.line.id));
  const near = q.trim() ? found(free, { q, kind: "", walks: "" }) : free;
  // What is chosen stays in the list, whatever is searched.
  const options = free.filter((row) => row.line.id === value || near.includes(row));
  return (
    <div className="field">
      <SelectField
        {...field}
        value={value}
        onChange={onChange}
        empty={q.trim() ? o.count(near.length) : empty}
        options={options.map((row) => ({ value: row.line.id, label: q.trim() ? wayTo(row) : indented(row) }))}
        after={rows.length > MANY && <SearchBox label={o.search} value={q} onChange={setQ} />}
      />
    </div>
  );
}

const indented = ({ line, level }: TreeRow): string => "\u2003".repeat(level) + line.name;

const wayTo = ({ line, above }: TreeRow): string =>
  [...above.slice(1).map((node) => node.name), line.name].join(" / ");
