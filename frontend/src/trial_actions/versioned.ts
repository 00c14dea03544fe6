/**
 * A form over a record that others may change at the same time. What is typed is kept with the version it
 * was typed against, so that a draft found again tomorrow cannot overwrite what happened since.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { asRefusal } from "../api/client";
import { useDraft } from "../drafts";

/** The record as it stands: what the form shows, and the version. */
export interface Standing<T> {
  form: T;
  version: number;
}

interface Kept<T> {
  form: T;
  /** What the form began with. */
  was: T;
  seen: number;
}

export interface Merged<T> {
  form: T;
  /** Fields that both have changed, each to something else. */
  torn: (keyof T & string)[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Mine where I have changed something, theirs where only they have; mine where both have, and told. */
export function merge<T extends object>(was: T, mine: T, theirs: T): Merged<T> {
  const names = Object.keys(mine) as (keyof T & string)[];
  const form = { ...mine };
  for (const name of names) if (same(mine[name], was[name])) form[name] = theirs[name];
  const torn = names.filter((name) => !same(theirs[name], was[name]) && !same(form[name], theirs[name]));
  return { form, torn };
}

/** Both texts of the fields that two people have changed. */
export interface Torn<T> {
  names: (keyof T & string)[];
  mine: T;
  theirs: T;
}

export function useVersioned<T extends object>(person: string, key: string, now: Standing<T>) {
  const began = { form: now.form, was: now.form, seen: now.version };
  const draft = useDraft<Kept<T>>(person, key, began);
  const { form, was, seen } = draft.values;
  const [torn, setTorn] = useState<Torn<T> | null>(null);
  const latest = useRef(draft.values);
  latest.current = draft.values;

  const put = useCallback(
    (some: Partial<T>) => {
      const next = { ...latest.current, form: { ...latest.current.form, ...some } };
      latest.current = next;
      draft.put(next);
    },
    [draft.put],
  );
  const set =
    <K extends keyof T>(name: K) =>
    (value: T[K]) =>
      put({ [name]: value } as unknown as Partial<T>);

  /** Show the record as it stands now and forget what was typed. */
  const rebase = useCallback(
    (standing: Standing<T>) => {
      const { form, version } = standing;
      latest.current = { form, was: form, seen: version };
      draft.discard(latest.current);
      setTorn(null);
    },
    [draft.discard],
  );

  /**
   * Our own change has come back. What was typed while it was under way stays, on top of what stands
   * there now; `sent` is the form as it was when the change was sent.
   */
  const settle = useCallback(
    (standing: Standing<T>, sent: T) => {
      if (same(latest.current.form, sent)) return rebase(standing);
      const { form } = merge(sent, latest.current.form, standing.form);
      latest.current = { form, was: standing.form, seen: standing.version };
      draft.put(latest.current);
      setTorn(null);
    },
    [draft.put, rebase],
  );
  const typed = useCallback(() => latest.current.form, []);

  /**
   * Send the form; `standingOf` reads the reply, `read` the record as it stands if somebody else was
   * faster. Gives the reply, or null if both have changed the same field: then `torn` has both texts.
   */
  async function save<Reply>(
    send: (form: T, version: number) => Promise<Reply>,
    standingOf: (reply: Reply) => Standing<T>,
    read: () => Promise<Standing<T>>,
  ): Promise<Reply | null> {
    const sent = latest.current;
    try {
      const reply = await send(sent.form, sent.seen);
      settle(standingOf(reply), sent.form);
      return reply;
    } catch (trouble) {
      if (asRefusal(trouble).code !== "version_conflict") throw trouble;
      const theirs = await read();
      const merged = merge(sent.was, sent.form, theirs.form);
      latest.current = { form: merged.form, was: theirs.form, seen: theirs.version };
      draft.put(latest.current);
      if (merged.torn.length === 0) return save(send, standingOf, read);
      setTorn({ names: merged.torn, mine: merged.form, theirs: theirs.form });
      return null;
    }
  }

  const dirty = !same(form, was);
  const standing = useRef(now);
  standing.current = now;
  // Somebody else's change shows as soon as it is read, unless there is something typed to lose.
  useEffect(() => {
    if (!dirty && now.version > seen) rebase(standing.current);
  }, [dirty, now.version, seen, rebase]);
  return { form, set, put, dirty, typed, restored: draft.restored && dirty, rebase, settle, save, torn };
}

export type Versioned<T extends object> = ReturnType<typeof useVersioned<T>>;
