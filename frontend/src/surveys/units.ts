/** Who answers with whom, and what will probably be shown of it. Pure. */
import type { Asked, WaveUnit } from "./waveReading";

/** A department of the wave with what answers in it. */
export interface Answering {
  department: WaveUnit;
  /** Everything of the department, itself first. */
  nodes: WaveUnit[];
  /** Sections that are large enough to answer by themselves. */
  offered: WaveUnit[];
}

/** The wave's departments, in the organisation's order; what stands above them is in none. */
export function answering(nodes: readonly WaveUnit[], departments: ReadonlySet<string>): Answering[] {
  const byId = new Map(nodes.map((one) => [one.id, one]));
  const home = (one: WaveUnit): string | undefined => {
    for (let up: WaveUnit | undefined = one; up; up = byId.get(up.parent_id ?? "")) {
      if (departments.has(up.id)) return up.id;
    }
    return undefined;
  };
  return nodes
    .filter((one) => departments.has(one.id))
    .map((department) => {
      const theirs = nodes.filter((one) => home(one) === department.id);
      return {
        department,
        nodes: [department, ...theirs.filter((one) => one.id !== department.id)],
        offered: theirs.filter((one) => one.offered),
      };
    });
}

/** Departments of a stored wave: those that have a phase. */
export const departmentsOf = (nodes: readonly WaveUnit[]): Set<string> =>
  new Set(nodes.filter((one) => one.phase).map((one) => one.id));

/** Sections that answer by themselves, and whom the others answer with (without: the department's rest). */
export interface Split {
  apart: string[];
  withs: Record<string, string>;
}

/** From how many people on a unit of a divided department is large enough. */
export const LARGE = 16;

export const sum = (nodes: readonly WaveUnit[]): number => nodes.reduce((all, one) => all + one.heads, 0);

/** The people who answer neither in a section of their own nor, so far, with a named one. */
export const others = ({ nodes }: Answering, { apart }: Split): WaveUnit[] =>
  nodes.filter((one, index) => !apart.includes(one.id) && (index === 0 || one.heads > 0));

/** node -> unit for the departments; nothing where every department answers as one. */
export function unitsOf(all: readonly Answering[], split: Split): Asked["units"] {
  const units: Record<string, string> = {};
  let divided = false;
  for (const { department, nodes } of all) {
    const apart = split.apart.filter((id) => nodes.some((one) => one.id === id && one.id !== department.id));
    divided ||= apart.length > 0;
    for (const one of nodes) {
      const named = split.withs[one.id];
      const fits = named !== undefined && apart.includes(named);
      units[one.id] = apart.includes(one.id) ? one.id : fits ? named : department.id;
    }
  }
  return divided ? units : undefined;
}

/** The split that a stored plan has. */
export function splitOf(all: readonly Answering[]): Split {
  const split: Split = { apart: [], withs: {} };
  for (const { department, nodes } of all) {
    for (const one of nodes) {
      if (one.id === department.id && one.unit_id === one.id) continue;
      if (one.unit_id === one.id) split.apart.push(one.id);
      else if (one.unit_id && one.unit_id !== department.id) split.withs[one.id] = one.unit_id;
    }
  }
  return split;
}

/**
 * Answer in these sections by themselves. Those left over answer as the rest of the department if they are
 * enough; else with the smallest of the sections, until the planner names another.
 */
export function divided(here: Answering, split: Split, apart: readonly string[]): Split {
  const ids = new Set(here.nodes.map((one) => one.id));
  const withs = Object.fromEntries(Object.entries(split.withs).filter(([node]) => !ids.has(node)));
  const next = { apart: [...split.apart.filter((id) => !ids.has(id)), ...apart], withs };
  const left = others(here, next);
  const smallest = here.nodes
    .filter((one) => apart.includes(one.id))
    .sort((one, other) => one.heads - other.heads)[0];
  if (smallest && sum(left) < LARGE) for (const one of left) withs[one.id] = smallest.id;
  return next;
}

/** A section's answers as part of a larger whole. */
export interface AnswersWith {
  unit: WaveUnit;
  /** The unit stands above the section; else it stands beside it. */
  above: boolean;
}

/**
 * With whom those of a node answer, where nobody answers in it or beneath it: then it has no result of its own.
 * A fact of the plan, the same before and after anybody has answered.
 */
export function answersWith(nodes: readonly WaveUnit[], id: string): AnswersWith | undefined {
  const byId = new Map(nodes.map((one) => [one.id, one]));
  const within = (node: WaveUnit | undefined, top: string): boolean => {
    for (let up = node; up; up = byId.get(up.parent_id ?? "")) if (up.id === top) return true;
    return false;
  };
  const units = nodes.filter((one) => within(one, id)).map((one) => byId.get(one.unit_id ?? ""));
  const unit = byId.get(byId.get(id)?.unit_id ?? "");
  if (!unit || units.some((one) => one && within(one, id))) return undefined;
  return { unit, above: within(byId.get(id), unit.id) };
}

/** The units that slips are printed for. */
export const unitNodes = (nodes: readonly WaveUnit[]): WaveUnit[] =>
  nodes.filter((one) => one.unit_id === one.id);
