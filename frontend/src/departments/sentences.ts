/** A preview in calm sentences: what changes place, what comes along, who reads what. Pure. */
import type { Schemas } from "../api/client";
import { s } from "./previewTexts";

export type Preview = Schemas["PreviewOut"];
export type Obstacle = Schemas["ObstacleOut"];
type Name = Schemas["NodeName"];

export interface Told {
  key: keyof typeof s.labels;
  label: string;
  lines: string[];
}

/** More than this are counted. */
const NAMED = 6;

export function told(preview: Preview): Told[] {
  const lines: Record<keyof typeof s.labels, string[]> = {
    tree: treeLines(preview),
    work: [...workLines(preview), ...ownerLines(preview)],
    meetings: besideLines(preview, "meeting"),
    experiences: besideLines(preview, "experience"),
    rounds: preview.rounds.map(roundLine),
    people: roleLines(preview),
    readers: readerLines(preview),
    hmu: rowLines(preview),
    links: [linkLine(preview)],
  };
  return (Object.keys(lines) as (keyof typeof lines)[])
    .map((key) => ({ key, label: s.labels[key], lines: lines[key] }))
    .filter((part) => part.lines.length > 0);
}

function treeLines({ nodes }: Preview): string[] {
  const opened = nodes
    .filter((one) => one.what === "opens")
    .map((one) => s.opens(one.node.name, one.parent_after?.name ?? ""));
  const moved = grouped(
    nodes.filter((one) => one.what === "moves"),
    (one) => `${one.parent_before?.name}>${one.parent_after?.name}`,
  ).map((some) => s.moves(names(some), some[0].parent_before?.name ?? "", some[0].parent_after?.name ?? ""));
  const closed = nodes.filter((one) => one.what === "closes");
  return [
    ...opened,
    ...moved,
    ...walkLines(nodes.filter((one) => one.what === "moves" || one.what === "walks")),
    ...(closed.length > 0 ? [s.closes(names(closed))] : []),
  ];
}

/** Whose steps they take part in from then on, where that changes. */
function walkLines(nodes: readonly Schemas["NodeEffect"][]): string[] {
  const changed = nodes.filter((one) => one.walking_before?.name !== one.walking_after?.name);
  const whom = ({ node, walking_after }: Schemas["NodeEffect"]) =>
    walking_after && (walking_after.id ?? walking_after.name) === (node.id ?? node.name)
      ? "itself"
      : (walking_after?.name ?? "");
  return grouped(changed, whom).map((some) => {
    const who = whom(some[0]);
    if (who === "itself") return s.walkSelf(names(some));
    return who ? s.walkWith(names(some), who) : s.walkNot(names(some));
  });
}

const names = (some: readonly { node: Name }[]): string[] => few(some.map((one) => one.node.name));

/** What one asks about first stands first. */
const KINDS = ["trial_action", "agreement", "follow_up", "session", "support_request", "journey"];

function workLines({ kind, work, obstacles }: Preview): string[] {
  const open = KINDS.flatMap((one) => work.filter((some) => some.kind === one && some.count > 0));
  // Where something stands in the way, nothing moves, and yet there may be something open.
  if (open.length === 0) return obstacles.length > 0 || kind === "walks" || kind === "move" ? [] : [s.noWork];
  const moves = open.filter((one) => place(one.department) !== place(one.to));
  const stays = open.filter((one) => place(one.department) === place(one.to));
  const told = grouped(moves, (one) => `${place(one.department)}>${place(one.to)}`).map((some) =>
    s.workMoves(counted(some), some[0].department.name, some[0].to.name),
  );
  const where = [...new Set(stays.map((one) => one.department.name))];
  return stays.length > 0 ? [...told, s.workStays(counted(stays), few(where))] : told;
}

/** So many of each kind together. */
const counted = (work: readonly Schemas["WorkEffect"][]): string[] =>
  grouped(work, (one) => one.kind).map((some) =>
    countWords(
      some[0].kind,
      some.reduce((sum, one) => sum + one.count, 0),
    ),
  );

/** "3 prøvehandlinger" */
export function countWords(kind: string, count: number): string {
  const words = (s.kinds as Record<string, (n: number) => string>)[kind];
  return words ? words(count) : String(count);
}

/** Planned meetings of an LMU, and what a department has told: nobody's work, and touched all the same. */
function besideLines({ beside }: Preview, kind: keyof typeof s.beside): string[] {
  return beside
    .filter((one) => one.kind === kind)
    .map(({ becomes, count, department, to }) =>
      s.beside[kind][becomes](countWords(kind, count), department.name, to?.name ?? ""),
    );
}

function ownerLines({ without_owner, without_owner_now }: Preview): string[] {
  if (without_owner > without_owner_now) return [s.ownerless(without_owner)];
  return without_owner > 0 ? [s.ownerlessAlready(without_owner)] : [];
}

function roundLine({ department, becomes, to, round, round_after }: Schemas["RoundEffect"]): string {
  if (becomes === "continues") return s.roundGoesOn(department.name);
  if (becomes !== "moves" || !to) return s.roundEnds(department.name);
  const renumbered = round_after && round_after !== round ? ` ${s.roundNumber(round_after)}` : "";
  return s.roundMoves(department.name, to.name) + renumbered;
}

function roleLines({ roles, without_department }: Preview): string[] {
  const going = grouped(roles, (one) => (one.to ? place(one.to) : `-${place(one.department)}`));
  const lines = going.map((some) => {
    const people = few([...new Set(some.map((one) => String(one.person.name)))]);
    const [{ to, department }] = some;
    return to ? s.rolesGo(people, to.name) : s.rolesEnd(people, department.name);
  });
  const homeless = without_department.map((one) => String(one.name));
  return homeless.length > 0 ? [...lines, s.homeless(few(homeless))] : lines;
}

function readerLines({ readers }: Preview): string[] {
  const of = (some: typeof readers) => few(some.map((one) => one.of.name));
  const changed = grouped(
    readers.filter((one) => one.what !== "candid_stays"),
    (one) => `${one.what}${one.by?.name}`,
  ).map((some) => {
    const by = some[0].by?.name ?? "";
    return some[0].what === "reads_shared" ? s.readsShared(by, of(some)) : s.noLonger(by, of(some));
  });
  const stays = readers.filter((one) => one.what === "candid_stays");
  return [...changed, ...(stays.length > 0 ? [s.candidStays(of(stays))] : [])];
}

function rowLines({ rows }: Preview): string[] {
  const whose = (becomes: string) =>
    rows.filter((one) => one.becomes === becomes).map((one) => one.department.name);
  const [come, go] = [whose("appears"), whose("ends")];
  return [
    ...(come.length > 0 ? [s.rowAppears(few(come))] : []),
    ...(go.length > 0 ? [s.rowEnds(few(go))] : []),
  ];
}

const linkLine = ({ boards }: Preview): string =>
  boards.length > 0 ? s.boardsEnd(boards.map((one) => one.name)) : s.linksStay;

const place = (node: Name): string => node.id ?? node.name;

/** The first of many by name, the rest as a number. */
function few(all: readonly string[]): string[] {
  return all.length <= NAMED ? [...all] : [...all.slice(0, NAMED - 1), s.others(all.length - NAMED + 1)];
}

type Some<Item> = [Item, ...Item[]];

/** Those with the same key together, in the order in which each key was first met. */
function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Some<Item>[] {
  const groups = new Map<string, Some<Item>>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

// ---- what stands in the way

interface Open {
  kind: string;
  count: number;
  department: { name: string };
}

/** Why it cannot be done, and what to do about it. */
export function obstacleLines({ code, facts }: Obstacle): string[] | null {
  if (code === "wrong_state") return [facts.state === "root" ? s.isRoot : s.isClosed];
  if (code !== "still_open") return null;
  const open = KINDS.flatMap((kind) => ((facts.open ?? []) as Open[]).filter((one) => one.kind === kind));
  const sections = (facts.sections ?? []) as { name: string }[];
  const lines = grouped(open, (one) => one.department.name).map((some) =>
    s.stillOpen(
      some.map((one) => countWords(one.kind, one.count)),
      some[0].department.name,
    ),
  );
  const beneath = sections.length > 0 ? [s.sectionsOpen(few(sections.map((one) => one.name)))] : [];
  return [...lines, ...beneath, s.handOn];
}

/** Whether it may be done as asked for: at once, or on its day if what stands in the way is gone by then. */
export const mayGo = ({ obstacles, at_once }: Preview): boolean =>
  obstacles.every((one) => one.later && !at_once);
