/**
 * Follow-ups logged without network: kept in this browser per person until the API has answered, sent one
 * after the other under the key of the first attempt, so that none is made twice. What the API will not
 * have (it is gone, it was cancelled) stays with its text until the person decides. Text "kun for os" is
 * never kept: ward computers are shared.
 */
import { asRefusal, type Code, type Schemas } from "../api/client";

export type LogBody = Schemas["LogIn"];
export type OtherBody = Schemas["OtherLogIn"];

export interface Waiting {
  /** The Idempotency-Key of every attempt. */
  key: string;
  /** When it was logged (a moment). */
  at: string;
  title: string;
  /** The follow-up that was logged; null: "Noget andet", whose body says what it is. */
  followUp: string | null;
  body: LogBody | OtherBody;
  /** Why the API would not have it; null while it only waits for network. */
  trouble: Code | null;
}

export type Send = (waiting: Waiting) => Promise<unknown>;

const PREFIX = "trinvis-waiting:";

/** What may pass by itself: it is tried again, and nothing behind it is sent before. */
const PASSING: ReadonlySet<Code> = new Set([
  "offline",
  "busy",
  "unavailable",
  "internal",
  "not_signed_in",
  "unknown",
]);

/** What waits for this person, oldest first. */
export function readQueue(person: string): Waiting[] {
  try {
    const found: unknown = JSON.parse(storage()?.getItem(PREFIX + person) ?? "[]");
    return Array.isArray(found) ? found.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/** Whether it may be kept on the device at all. */
export const mayWait = (body: LogBody): boolean => body.audience !== "candid" || !body.note;

/** Keep it; false if it may not or cannot be kept. The same key is kept once. */
export function enqueue(person: string, waiting: Waiting): boolean {
  if (!mayWait(waiting.body)) return false;
  return write(person, [...readQueue(person).filter(({ key }) => key !== waiting.key), waiting]);
}

/**
 * Change what waits, e.g. its sentence or its next date, once nothing is being sent; a troubled one may be
 * tried again. False if it is gone (sent meanwhile) or may not be kept like that.
 */
export function change(person: string, key: string, body: Partial<OtherBody>): Promise<boolean> {
  return alone(async () => {
    const found = readQueue(person);
    const one = found.find((waiting) => waiting.key === key);
    if (!one) return false;
    const changed = { ...one, body: { ...one.body, ...body }, trouble: null };
    if (!mayWait(changed.body)) return false;
    return write(
      person,
      found.map((waiting) => (waiting.key === key ? changed : waiting)),
    );
  });
}

/** Take one out, to write it anew, once nothing is being sent; null if it is gone (sent meanwhile). */
export function take(person: string, key: string): Promise<Waiting | null> {
  return alone(async () => {
    const one = readQueue(person).find((waiting) => waiting.key === key) ?? null;
    drop(person, key);
    return one;
  });
}

/** Forget one: it is sent, or the person does not want it sent any more. */
export function drop(person: string, key: string): void {
  write(
    person,
    readQueue(person).filter((one) => one.key !== key),
  );
}

/** Send what waits, oldest first; how many were taken. Two pages at once send it once. */
export function sendQueue(person: string, send: Send): Promise<number> {
  return alone(async () => {
    let sent = 0;
    for (const { key } of readQueue(person)) {
      // Read anew: it may have been changed or dropped while another was sent.
      const waiting = readQueue(person).find((one) => one.key === key);
      if (!waiting || waiting.trouble) continue;
      const code = await attempt(waiting, send);
      if (code === null) {
        drop(person, key);
        sent += 1;
      } else if (PASSING.has(code)) break;
      else mark(person, key, code);
    }
    return sent;
  });
}

async function attempt(waiting: Waiting, send: Send): Promise<Code | null> {
  try {
    await send(waiting);
    return null;
  } catch (trouble) {
    return asRefusal(trouble).code;
  }
}

const mark = (person: string, key: string, trouble: Code): boolean =>
  write(
    person,
    readQueue(person).map((one) => (one.key === key ? { ...one, trouble } : one)),
  );

function write(person: string, queue: Waiting[]): boolean {
  try {
    const kept = storage();
    if (queue.length === 0) kept?.removeItem(PREFIX + person);
    else kept?.setItem(PREFIX + person, JSON.stringify(queue));
    return kept !== null;
  } catch {
    return false;
  }
}

let running: Promise<unknown> = Promise.resolve();

/** One sender at a time in this page, and where the browser can do it in all its pages. */
function alone<T>(act: () => Promise<T>): Promise<T> {
  const next = running.then(() => locked(act));
  running = next.catch(() => undefined);
  return next;
}

async function locked<T>(act: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? await locks.request("trinvis-waiting", act) : await act();
}

function isWaiting(found: unknown): found is Waiting {
  const one = found as Partial<Waiting> | null;
  return typeof one?.key === "string" && typeof one.at === "string" && typeof one.body === "object";
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
