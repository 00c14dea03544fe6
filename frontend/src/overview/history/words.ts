/** An event in a sentence: who, what, on which record. Pure; the sentences themselves are in said/texts.ts. */
import type { Schemas } from "../../api/client";
import { capital, dayOf, listed, quoted, shortDay } from "../../dates";
import { to } from "../../paths";
import { roleWords } from "../../shell/texts";
import { start } from "../startTexts";
import { said } from "./said/texts";
import { h } from "./texts";

export type Happened = Schemas["EventOut"];
export type Named = Record<string, string>;

/** Around the words of a sentence that lead to the record: signs that nobody types. */
const OPEN = "\uE000";
const CLOSE = "\uE001";

/** What a sentence is made of. Paths lead into the event's facts: `day("from", "due")`. */
export interface Speech {
  who: string;
  /** The record: "prøvehandlingen ”Fem minutter”", with its link. */
  it: string;
  /** ": spørgsmålet og datoen", or nothing. */
  changed: string;
  /** The role that is spoken of. */
  role: string;
  /** " fra 1. marts til 30. april": a role's days. */
  days: string;
  /** " 1. marts": the day from which it holds. */
  on: string;
  /** What happens to a unit: "sammenlægning". */
  change: string;
  /** ": noten", the field that was erased. */
  field: string;
  /** The person whom a person's event is about. */
  person: string;
  fact: (...path: string[]) => unknown;
  number: (name: string) => number;
  /** Whether this field alone has changed. */
  only: (field: string) => boolean;
  day: (...path: string[]) => string | null;
  name: (...path: string[]) => string;
  place: (...path: string[]) => string;
  places: (...path: string[]) => string;
  /** " fra 3. marts til 10. marts" */
  span: (field: string) => string;
  /** " til 10. marts" */
  until: (field: string) => string;
  both: (from: string, till: string) => string;
  quarter: (name: string) => string;
  /** " fra 3. marts til 10. marts", of two facts. */
  period: (first: string, last: string) => string;
  count: (...path: string[]) => number;
  choice: (name: string, words: Record<string, string>) => string;
}

interface About {
  named: Named;
  /** The list is one's own. */
  own?: boolean;
  /** The page is the record's: its title stands above already. */
  record?: boolean;
  today: string;
}

/** A piece of a sentence; `link` where it leads to the record. */
export interface Piece {
  words: string;
  link: boolean;
}

/** The event as a sentence with a full stop, in pieces. An event nobody has worded is told in general. */
export function sentence(event: Happened, about: About): Piece[] {
  const all: Record<string, (speech: Speech) => string> = said;
  const say = (Object.hasOwn(all, event.what) && all[event.what]) || said.unknown;
  const words = begun(`${say(speechOf(event, about))}.`);
  return words
    .split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`))
    .filter(Boolean)
    .map((part) => ({ words: part.replace(/[\uE000\uE001]/g, ""), link: part.startsWith(OPEN) }));
}

const begun = (words: string): string =>
  words.startsWith(OPEN) ? OPEN + capital(words.slice(1)) : capital(words);

/** Where the record's own page is; null for what has none. */
export function hrefOf({ kind, record_id, department }: Happened): string | null {
  const pages: Record<string, string | null> = {
    trial_action: to.trial(record_id),
    experience: to.experience(record_id),
    follow_up: to.followUp(record_id),
    agreement: to.agreement(record_id),
    session: to.session(record_id),
    meeting: to.meeting(record_id),
    yearly_discussion: department && to.yearly(department.id),
    department: to.department(record_id),
    journey: department && to.rounds(department.id),
    support_request: department && to.help(department.id),
    role: department && to.people(department.id),
  };
  return (Object.hasOwn(pages, kind) && pages[kind]) || null;
}

/** What kind of record it is: "prøvehandlingen". */
export const kindOf = (kind: string): { the: string; a: string } =>
  (Object.hasOwn(h.record, kind) && h.record[kind as keyof typeof h.record]) || h.record.other;

/** The name of a field as one speaks of it; "" for one that nobody has worded. */
export function fieldWord(field: string, kind: string): string {
  const own = `${kind}.${field}`;
  const words: Record<string, string> = h.fields;
  return wordOf(words, own) || wordOf(words, field);
}

function speechOf(event: Happened, { named, own, record, today }: About): Speech {
  const { facts } = event;
  const fact = (...path: string[]): unknown =>
    path.reduce<unknown>((found, name) => (isRecord(found) ? found[name] : undefined), facts);
  const day = (...path: string[]): string | null => {
    const found = fact(...path);
    return isDay(found) ? shortDay(found.slice(0, 10), today) : null;
  };
  const nameAt = (none: string, path: string[]): string => named[String(fact(...path))] ?? none;
  const changed = (Array.isArray(facts.changed) ? facts.changed : []).map(String);
  const fields = [...new Set(changed.map((field) => fieldWord(field, event.kind)).filter(Boolean))];
  const erased = fieldWord(String(facts.field), event.kind);
  const both = (from: string, till: string): string => (from && till ? h.fromTo(from, till) : "");
  const period = [
    day("valid_from") && h.fromDay(day("valid_from") ?? ""),
    day("valid_to") && h.tillDay(day("valid_to") ?? ""),
  ];
  return {
    who: who(event, own),
    it: it(event, record),
    changed: fields.length > 0 ? `: ${listed(fields)}` : "",
    role: roleWords(String(facts.role ?? "")).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
    days: period.filter(Boolean).join(""),
    on: day("on") ? h.onDay(day("on") ?? "") : "",
    change: wordOf(h.changes, facts.change) || h.changes.other,
    field: erased && ` (${erased})`,
    person: named[event.record_id] ?? event.title ?? h.someone,
    fact,
    day,
    both,
    number: (name) => Number(facts[name] ?? 0),
    count: (...path) => Number(fact(...path) ?? 0),
    period: (first, last) => both(day(first) ?? "", day(last) ?? ""),
    only: (field) => changed.length > 0 && changed.every((one) => one === field || one === ALONG[field]),
    name: (...path) => nameAt(h.someone, path),
    place: (...path) => nameAt(h.somewhere, path),
    places: (...path) => {
      const found = fact(...path);
      const ids = Array.isArray(found) ? found.map(String) : [];
      return ids.length > 0 ? listed(ids.map((id) => named[id] ?? h.somewhere)) : "";
    },
    span: (field) => both(day("from", field) ?? "", day("to", field) ?? ""),
    until: (field) => {
      const last = day("to", field) ?? day(field);
      return last ? h.toDay(last) : "";
    },
    quarter: (name) => (facts[name] ? h.toDay(start.quarter(String(facts[name]))) : ""),
    choice: (name, words) => wordOf(words, fact("to", name) ?? facts[name]),
  };
}

/** What changes with a field without anybody saying so. */
const ALONG: Record<string, string> = { due: "repeat_day" };

const wordOf = (words: Record<string, string>, key: unknown): string =>
  (Object.hasOwn(words, String(key)) && words[String(key)]) || "";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value);

/** Somebody whose name was erased is spoken of by her role; what nobody did, Trinvis did. */
function who(event: Happened, own?: boolean): string {
  if (own && event.mine) return h.you;
  if (event.actor) return event.actor.name;
  if (event.automatic) return h.automatic;
  const held = (event.role ?? "").split("+");
  const role = (Object.keys(h.by) as (keyof typeof h.by)[]).find((one) => held.includes(one));
  return role ? h.by[role] : h.somebody;
}

function it({ kind, title, record_id, department }: Happened, record?: boolean): string {
  const { the, a } = kindOf(kind);
  if (record) return the;
  if (kind === "department") return linked(title ?? the);
  if (title) return `${the} ${linked(quoted(title))}`;
  return department && hrefOf({ kind, record_id, department } as Happened) ? linked(a) : a;
}

const linked = (words: string): string => OPEN + words + CLOSE;

// ---- a list

/** An event, and every department that tells of the same act. */
export interface Line {
  event: Happened;
  departments: { id: string; name: string }[];
}

/** One act that several departments tell of (a session of three) is one line. */
export function gathered(events: readonly Happened[]): Line[] {
  const lines: Line[] = [];
  for (const event of events) {
    const last = lines.at(-1);
    const department = event.department ? [event.department] : [];
    if (last && sameAct(last.event, event)) last.departments.push(...department);
    else lines.push({ event, departments: department });
  }
  return lines;
}

const sameAct = (one: Happened, other: Happened): boolean =>
  one.what === other.what &&
  one.record_id === other.record_id &&
  one.actor?.id === other.actor?.id &&
  one.department?.id !== other.department?.id &&
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) < 2000;

/** The lines by their Copenhagen day, in their own order. */
export function byDay(lines: readonly Line[]): { day: string; lines: Line[] }[] {
  const days: { day: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.event.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
