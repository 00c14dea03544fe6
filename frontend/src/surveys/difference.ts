/** What is said of the waves of a node: how they are called, and how they differ, in words. Pure. */
import type { Schemas } from "../api/client";
import { month } from "../dates";
import { r } from "./resultTexts";

export type Point = Schemas["Point"];
export type Compared = Schemas["Compared"];
export type Result = Schemas["ResultOut"];

/** A sentence with what matters in bold. */
export interface Said {
  key: string;
  before: string;
  strong: string;
  after: string;
}

export const plain = (one: Said): string => one.before + one.strong + one.after;

/** "4,8" of 48. */
export const tenths = r.tenths;

/** Waves by name: "før" where only one is, else the month in which it closed. */
export function named(points: readonly Point[]): Map<string, string> {
  const phases = points.map(({ phase }) => phase);
  return new Map(
    points.map(({ wave_id, phase, closes_on }) => [
      wave_id,
      phase && phases.filter((one) => one === phase).length === 1 ? r.phase[phase] : month(closes_on),
    ]),
  );
}

/** How later waves differ from the first, the newest first. */
export function differences(result: Pick<Result, "points" | "compared">): Said[] {
  const names = named(result.points);
  return [...result.compared].reverse().map((one) => {
    const from = r.from(names.get(one.before) ?? "", names.get(one.after) ?? "");
    return { key: one.after, ...difference(from, one) };
  });
}

function difference(from: string, one: Compared): Omit<Said, "key"> {
  const { value_tenths: value, low_tenths: low, high_tenths: high } = one;
  if (!one.comparable || value === null || low === null || high === null) {
    return { before: r.notCompared(from, r.reason[one.reason ?? "few"]), strong: "", after: "" };
  }
  if (!one.clear) {
    return { before: r.thereIs(from), strong: r.noDifference, after: r.between(way(low), way(high)) };
  }
  // Rounded it can be 0,0 and still lie to one side.
  const higher = low + high > 0;
  const far = value === 0 ? r.barely(higher) : way(value);
  const [near, most] = higher ? [low, high] : [-high, -low];
  return { before: r.isAverage(from), strong: far, after: r.probably(tenths(near), tenths(most)) };
}

/** "0,6 højere", "0,2 lavere". */
const way = (value: number): string =>
  value === 0 ? r.none : value > 0 ? r.higher(tenths(value)) : r.lower(tenths(-value));

/** Where the mean lies when there is nothing to compare it with. */
export function level(point: Point): Said {
  const { wave_id: key, mean_tenths: mean, low_tenths: low, high_tenths: high } = point;
  const sure = low === null || high === null || low === high;
  return {
    key,
    before: r.averageIs,
    strong: tenths(mean),
    after: sure ? "." : r.itProbably(tenths(low), tenths(high)),
  };
}

/** "31 af 42" with detail; else only that they are enough, however many they are. */
export const answeredWords = (point: Pick<Point, "answered" | "heads">): string =>
  point.answered === null || point.heads === null ? r.atLeastFive : r.of(point.answered, point.heads);

/** Three finished sentences for the minutes. */
export function minutes(result: Result, dialogueOn: string | null, today: string): string {
  const here = result.points.find(({ wave_id }) => wave_id === result.wave_id);
  if (!here) return "";
  const answered = here.answered === null || here.heads === null ? null : r.of(here.answered, here.heads);
  const found = differences(result);
  return [
    r.minutesFirst(result.node.name, month(here.closes_on), answered),
    [r.minutesMean(tenths(here.mean_tenths)), ...found.slice(0, 1).map(plain)].join(" "),
    r.minutesTalk(dialogueOn && dialogueOn >= today ? dialogueOn : null),
  ].join(" ");
}
