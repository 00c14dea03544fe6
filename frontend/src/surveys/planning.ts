/** The form of a plan: what is typed, what is sent, what is wrong with it. Pure. */
import type { Refusal } from "../api/client";
import { fieldErrors, type Problem } from "../api/refusals";
import { dayProblem } from "../ui/DateField";
import { p } from "./planTexts";
import { type Answering, answering, departmentsOf, LARGE, type Split, splitOf, unitsOf } from "./units";
import type { Phase, Thought, Wave, WaveUnit } from "./waveReading";
import { w } from "./waveTexts";

export const DAYS = ["opens_on", "closes_on", "dialogue_on", "hmu_on"] as const;
export type DayName = (typeof DAYS)[number];
export type DayValues = Record<DayName, string>;

export interface PlanValues {
  /** Days as they are chosen; null: as proposed. */
  days: Record<DayName, string | null>;
  phase: Phase;
  /** Departments that are somewhere else in their course than `phase`. */
  phases: Record<string, Phase>;
  hmu_single: boolean;
  split: Split;
}

export const EMPTY: PlanValues = {
  days: { opens_on: null, closes_on: null, dialogue_on: null, hmu_on: null },
  phase: "before",
  phases: {},
  hmu_single: false,
  split: { apart: [], withs: {} },
};

/** The form of a stored plan. */
export function planOf(wave: Wave): PlanValues {
  const departments = wave.nodes.filter((one) => one.phase);
  const phase = departments[0]?.phase ?? "before";
  return {
    days: {
      opens_on: wave.opens_on,
      closes_on: wave.closes_on,
      dialogue_on: wave.dialogue_on,
      hmu_on: wave.hmu_on,
    },
    phase,
    phases: Object.fromEntries(
      departments.filter((one) => one.phase !== phase).map((one) => [one.id, one.phase as Phase]),
    ),
    hmu_single: wave.hmu_single,
    split: splitOf(answering(wave.nodes, departmentsOf(wave.nodes))),
  };
}

const ISO = /^\d{4}-\d\d-\d\d$/;

/** A day that can be read, for what the API is asked while one types. */
export const readable = (day: string | null): string | undefined => (day && ISO.test(day) ? day : undefined);

/** Each day as chosen, else as proposed. */
export const daysOf = ({ days }: PlanValues, proposed: Thought): DayValues =>
  Object.fromEntries(DAYS.map((name) => [name, days[name] ?? proposed[name]])) as DayValues;

const later = (one: string | null, other: string): string => (one && one > other ? one : other);

export const bodyOf = (values: PlanValues, proposed: Thought, ids: readonly string[]) => ({
  department_ids: [...ids],
  phases: Object.fromEntries(ids.map((id) => [id, values.phases[id] ?? values.phase])),
  ...daysOf(values, proposed),
  // HMU sees nothing of a wave in one department: the day is not asked for and is never before the others allow.
  ...(ids.length > 1 ? {} : { hmu_on: later(values.days.hmu_on, proposed.hmu_on) }),
  hmu_single: ids.length > 1 && values.hmu_single,
  units: unitsOf(answering(proposed.nodes, new Set(ids)), values.split) ?? null,
});

/** What the page itself can tell is wrong: days that cannot be read. */
export const planLacks = (values: PlanValues, proposed: Thought): Problem[] =>
  DAYS.flatMap((field) => {
    const words = dayProblem(daysOf(values, proposed)[field]);
    return words ? [{ field, words }] : [];
  });

type Facts = Record<string, unknown>;

const WRONG: Record<string, (facts: Facts) => string> = {
  not_ahead: () => p.wrong.not_ahead,
  too_short: ({ least }) => p.wrong.too_short(least),
  too_long_open: ({ most }) => p.wrong.too_long_open(most),
  quiet_week: ({ week }) => p.wrong.quiet_week(week),
  not_soon_after: ({ least, most }) => p.wrong.not_soon_after(least, most),
  too_early: ({ least }) => p.wrong.too_early(least),
};

/** Something in the plan's way, with its remedy. */
export function obstacleWords(problem: string, facts: Facts, nodes: readonly WaveUnit[], ids: Set<string>) {
  const node = nodes.find((one) => one.id === facts.node);
  const name = node?.name ?? "";
  if (problem === "wave_open") return p.obstacle.wave_open(name);
  if (problem === "too_close") return p.obstacle.too_close(name, facts.least);
  if (problem === "unit_too_small") {
    return p.obstacle.unit_too_small(node && ids.has(node.id) ? w.rest(name) : name, facts.heads ?? LARGE);
  }
  return p.obstacle.other;
}

interface InTheWay {
  problem: string;
  facts: Facts;
}

/** Another wave stands in the way of each of its nodes: it is told of the first, the department. */
export const onceEach = <One extends InTheWay>(obstacles: readonly One[]): One[] =>
  obstacles.filter(
    ({ problem, facts }, index) =>
      !facts.wave ||
      index === obstacles.findIndex((one) => one.problem === problem && one.facts.wave === facts.wave),
  );

/** A refused plan in words, each at its field. */
export function refusedPlan(refusal: Refusal, nodes: readonly WaveUnit[], ids: Set<string>) {
  const errors = fieldErrors(refusal);
  if (refusal.code !== "invalid" || errors.length === 0) return null;
  const wrong = errors.map(({ field, problem, ...facts }) => ({ field, problem, facts }));
  return onceEach(wrong).map(({ field, problem, facts }): Problem => {
    const words = WRONG[problem]?.(facts) ?? obstacleWords(problem, facts, nodes, ids);
    return (DAYS as readonly string[]).includes(field) ? { field, words } : { words };
  });
}

/** Who answers together, in words, for the two sides of a conflict. */
export function splitWords(all: readonly Answering[], { apart, withs }: Split): string {
  const nodes = all.flatMap((one) => one.nodes);
  const name = (id: string) => nodes.find((one) => one.id === id)?.name ?? "";
  if (apart.length === 0) return p.asOne;
  return [
    w.and(apart.map(name)),
    ...Object.entries(withs).map(([node, unit]) => `${name(node)}: ${name(unit)}`),
  ].join(". ");
}
