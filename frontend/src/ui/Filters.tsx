/**
 * Filters of a list, kept in the address.
 *   const [filters, setFilter] = useFilters({ step: "", changed: "" });
 *   <FilterBar count="18 afdelinger" actions={<LinkButton kind="quiet" ...>}>
 *     <Toggle pressed={filters.changed === "1"} onChange={(on) => setFilter("changed", on ? "1" : "")}>Nyt</Toggle>
 *     <FilterSelect label="Trin" value={filters.step} onChange={(v) => setFilter("step", v)} options={[...]} />
 *     <SearchBox label="Søg" value={filters.q} onChange={(v) => setFilter("q", v)} />
 *   </FilterBar>
 * An empty value is no filter and is not in the address. Changing a filter replaces the history entry, so
 * Back leaves the list.
 */
import { type ReactNode, useCallback, useEffect, useId, useState } from "react";
import { useSearchParams } from "wouter";
import type { Option } from "./Field";
import { Icon } from "./Icon";
import { t } from "./texts";

export function useFilters<Names extends Record<string, string>>(
  defaults: Names,
): [Names, (name: keyof Names & string, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const found = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, search.get(name) ?? value]),
  ) as Names;
  const set = useCallback(
    (name: keyof Names & string, value: string) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === (defaults[name] ?? "")) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch, defaults],
  );
  return [found, set];
}

interface BarProps {
  children: ReactNode;
  /** How many are shown; said aloud when it changes. */
  count?: ReactNode;
  actions?: ReactNode;
}

export function FilterBar({ children, count, actions }: BarProps) {
  return (
    <div className="filter-bar no-print">
      <div className="filter-bar__filters">{children}</div>
      <div className="filter-bar__end">
        {count && (
          <p className="filter-bar__count" role="status">
            {count}
          </p>
        )}
        {actions}
      </div>
    </div>
  );
}

interface ToggleProps {
  pressed: boolean;
  onChange: (pressed: boolean) => void;
  children: ReactNode;
}

export function Toggle({ pressed, onChange, children }: ToggleProps) {
  return (
    <button type="button" className="toggle" aria-pressed={pressed} onClick={() => onChange(!pressed)}>
      {children}
    </button>
  );
}

interface FilterSelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** Words for no filter; default "alle". */
  all?: string;
}

/** "Trin: alle", as a native select. */
export function FilterSelect({ label, value, onChange, options, all = t.all }: FilterSelectProps) {
  // "Pr. i dag" needs no colon.
  const named = (words: string) => `${label}${label.endsWith(".") ? "" : ":"} ${words}`;
  return (
    <span className="filter-select">
      <select
        className="toggle"
        data-chosen={value !== ""}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{named(all)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {named(option.label)}
          </option>
        ))}
      </select>
      <Icon name="chevron" size={16} />
    </span>
  );
}

interface SearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Search words; the list follows when one pauses. */
export function SearchBox({ label, value, onChange }: SearchProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return;
    const pause = setTimeout(() => onChange(typed), 300);
    return () => clearTimeout(pause);
  }, [typed, value, onChange]);
  return (
    <span className="search-box">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="input"
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
