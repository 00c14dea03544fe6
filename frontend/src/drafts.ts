/**
 * What somebody has typed and not yet saved: kept in this browser per person and record, at most eight
 * hours, wiped at sign-out. Text "kun for os" is never kept: ward computers are shared.
 */
import { useCallback, useEffect, useRef, useState } from "react";

const PREFIX = "trinvis-draft:";
const HOURS_8 = 8 * 3_600_000;

interface Kept<T> {
  at: number;
  values: Partial<T>;
}

/** What was typed for this person and record, if it is younger than eight hours. */
export function readDraft<T>(person: string, key: string, now: number = Date.now()): Partial<T> | null {
  const kept = parsed<T>(storage()?.getItem(nameOf(person, key)) ?? null);
  return kept && now - kept.at < HOURS_8 && now >= kept.at ? kept.values : null;
}

/** Keep what was typed, without the fields that are never kept. */
export function writeDraft<T extends object>(
  person: string,
  key: string,
  values: T,
  never: readonly (keyof T)[] = [],
  now: number = Date.now(),
): void {
  const values_ = Object.fromEntries(
    Object.entries(values).filter(([name]) => !never.includes(name as keyof T)),
  );
  try {
    storage()?.setItem(nameOf(person, key), JSON.stringify({ at: now, values: values_ }));
  } catch {
    // A full or forbidden storage keeps nothing; typing goes on.
  }
}

/** Forget one draft. */
export function dropDraft(person: string, key: string): void {
  storage()?.removeItem(nameOf(person, key));
}

/** Forget all drafts, or those older than eight hours. */
export function wipeDrafts(which: "all" | "old" = "all", now: number = Date.now()): void {
  const kept = storage();
  if (!kept) return;
  const names = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? "");
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const draft = parsed(kept.getItem(name));
    if (which === "all" || !draft || now - draft.at >= HOURS_8) kept.removeItem(name);
  }
}

export interface Draft<T> {
  values: T;
  /** Setter of one field: `onChange={draft.set("change")}`. */
  set: <K extends keyof T>(name: K) => (value: T[K]) => void;
  /** Several fields at once. */
  put: (some: Partial<T>) => void;
  /** True while what is shown was typed earlier and not saved. */
  restored: boolean;
  /** True when something differs from what the form began with. */
  dirty: boolean;
  /** Forget what was typed and show `initial` (or what is given) again. */
  discard: (fresh?: T) => void;
  /** The record is saved: what was typed is forgotten, what is shown stays. */
  saved: () => void;
}

/**
 * The values of a form, kept as they are typed.
 * `never` names fields that are not kept on the device; give it anew when the audience changes.
 */
export function useDraft<T extends object>(
  person: string,
  key: string,
  initial: T,
  never: readonly (keyof T)[] = [],
): Draft<T> {
  const [kept] = useState(() => readDraft<T>(person, key));
  const [values, setValues] = useState<T>(() => ({ ...initial, ...kept }));
  const [base, setBase] = useState(initial);
  const [restored, setRestored] = useState(kept !== null);
  const latest = useRef(values);

  const dirty = !same(values, base);
  const forbidden = never.join("|");
  useEffect(() => {
    latest.current = values;
    if (same(values, base)) dropDraft(person, key);
    else writeDraft(person, key, values, forbidden.split("|") as (keyof T)[]);
  }, [values, base, person, key, forbidden]);

  const put = useCallback((some: Partial<T>) => setValues((old) => ({ ...old, ...some })), []);
  const set = useCallback(
    <K extends keyof T>(name: K) =>
      (value: T[K]) =>
        put({ [name]: value } as unknown as Partial<T>),
    [put],
  );
  const discard = useCallback(
    (fresh?: T) => {
      setValues(fresh ?? base);
      if (fresh) setBase(fresh);
      setRestored(false);
    },
    [base],
  );
  const saved = useCallback(() => {
    setBase(latest.current);
    setRestored(false);
    dropDraft(person, key);
  }, [person, key]);
  return { values, set, put, restored, dirty, discard, saved };
}

const nameOf = (person: string, key: string): string => `${PREFIX}${person}:${key}`;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function parsed<T>(text: string | null): Kept<T> | null {
  try {
    const found = JSON.parse(text ?? "null");
    return typeof found?.at === "number" && typeof found.values === "object" ? found : null;
  } catch {
    return null;
  }
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
