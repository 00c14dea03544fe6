/**
 * One node of the organisation, in its own order and indented; in a large one its name is searched first.
 *   <NodeSelect name="parent_id" label={n.over} rows={rows} value={id} onChange={set} without={itself} />
 */
import { useState } from "react";
import { Field, type FieldProps } from "../ui/Field";
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
  const searched = q.trim() !== "";
  const free = rows.filter((row) => !row.line.closed_on && !without?.has(row.line.id));
  const near = new Set(searched ? found(free, { q, kind: "", walks: "" }) : free);
  // What is chosen stays in the list, whatever is searched.
  const options = free.filter((row) => row.line.id === value || near.has(row));
  return (
    <Field {...field}>
      {(tied) => (
        <div className="node-select">
          {rows.length > MANY && <SearchBox label={o.search} value={q} onChange={setQ} />}
          <select
            {...tied}
            className="input input--select"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">{searched ? o.foundOf(near.size) : empty}</option>
            {options.map((row) => (
              <option key={row.line.id} value={row.line.id}>
                {searched ? wayTo(row) : indented(row)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

const indented = ({ line, level }: TreeRow): string => "\u2003".repeat(level) + line.name;

const wayTo = ({ line, above }: TreeRow): string =>
  [...above.slice(1).map((node) => node.name), line.name].join(" / ");
