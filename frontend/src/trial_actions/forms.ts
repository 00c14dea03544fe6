/** What the two forms of a trial action hold, from the record and back to the API's bodies. Pure. */
import type { Schemas } from "../api/client";
import { addDays, daysBetween } from "../dates";
import type { Content, Decision, Trial } from "./reading";
import type { Standing } from "./versioned";

export type Length = "two_weeks" | "four_weeks" | "three_months" | "other";
export const LENGTHS: readonly Length[] = ["two_weeks", "four_weeks", "three_months", "other"];

// ---- the plan

export const PLAN_TEXTS = [
  "title",
  "change",
  "prediction",
  "measure",
  "situation",
  "aim",
  "for_whom",
  "where",
  "data_plan",
] as const;
type PlanText = (typeof PLAN_TEXTS)[number];

/** Empty text: nothing. `length` is how the end is told; the end itself is what the API gets. */
export interface PlanForm extends Record<PlanText, string> {
  owner_id: string;
  starts_on: string;
  ends_on: string;
  evaluate_on: string;
  length: Length | "";
  factors: string[];
  dimensions: string[];
  tools: string[];
  places: string[];
}

export const EMPTY_PLAN: PlanForm = {
  title: "",
  change: "",
  prediction: "",
  measure: "",
  situation: "",
  aim: "",
  for_whom: "",
  where: "",
  data_plan: "",
  owner_id: "",
  starts_on: "",
  ends_on: "",
  evaluate_on: "",
  length: "",
  factors: [],
  dimensions: [],
  tools: [],
  places: [],
};

export function planStanding(trial: Trial): Standing<PlanForm> {
  const { factors, dimensions, tools } = trial;
  const form: PlanForm = {
    title: trial.has_own_title ? trial.title : "",
    change: trial.change,
    prediction: trial.prediction ?? "",
    measure: trial.measure ?? "",
    situation: trial.situation ?? "",
    aim: trial.aim ?? "",
    for_whom: trial.for_whom ?? "",
    where: trial.where ?? "",
    data_plan: trial.data_plan ?? "",
    owner_id: trial.owner?.id ?? "",
    starts_on: trial.starts_on ?? "",
    ends_on: trial.ends_on ?? "",
    evaluate_on: trial.evaluate_on ?? "",
    // While it runs its end is moved by itself, no longer counted from the start.
    length: trial.state === "running" ? "other" : lengthOf(trial.starts_on, trial.ends_on),
    factors,
    dimensions,
    tools,
    places: trial.places.map(({ id }) => id),
  };
  return { form, version: trial.version };
}

export function planBody(form: PlanForm): Schemas["PlanIn"] {
  const { length, factors, dimensions, tools, places, change, ...rest } = form;
  const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || null]));
  return { ...given, change, ends_on: endOf(form) || null, factors, dimensions, tools, places };
}

export const MOST_PLACES = 10;

type Node = Pick<Schemas["DepartmentLine"], "id" | "parent_id" | "walks">;

/** The departments beneath the node that walk by themselves, in the tree's order; parents come first there. */
export function walkingBeneath<Line extends Node>(tree: readonly Line[], department: string): Line[] {
  const inside = new Set([department]);
  return tree.filter(({ id, parent_id, walks }) => {
    if (parent_id === null || !inside.has(parent_id)) return false;
    inside.add(id);
    return walks === "walks";
  });
}

/** The day it ends: counted from the start, or chosen where the length is "other". */
export function endOf({
  length,
  starts_on,
  ends_on,
}: Pick<PlanForm, "length" | "starts_on" | "ends_on">): string {
  if (length === "other" || !/^\d{4}-\d\d-\d\d$/.test(starts_on)) return ends_on;
  if (length === "two_weeks") return addDays(starts_on, 14);
  if (length === "four_weeks") return addDays(starts_on, 28);
  return length === "three_months" ? monthsLater(starts_on, 3) : ends_on;
}

function lengthOf(start: string | null, end: string | null): Length | "" {
  if (!start || !end) return "";
  const known = LENGTHS.find(
    (length) => length !== "other" && endOf({ length, starts_on: start, ends_on: "" }) === end,
  );
  return known ?? "other";
}

/** The same day of a later month, or that month's last day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The next day from Monday to Friday: what a new plan proposes to begin with. */
export function nextWeekday(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}

/** A new plan: from the next weekday on, two weeks, mine; a suggestion begins with nothing. */
export const newPlan = (today: string, me: string, suggestion: boolean): PlanForm =>
  suggestion
    ? EMPTY_PLAN
    : { ...EMPTY_PLAN, owner_id: me, starts_on: nextWeekday(today), length: "two_weeks" };

/** The fields that a ready idea fills in. */
export const planOfIdea = (
  idea: Content["trial_ideas"][number],
  words: (text: { da: string; en: string }) => string,
) => ({
  title: words(idea.title),
  change: words(idea.change),
  prediction: words(idea.prediction),
  measure: words(idea.measure),
  length: idea.length,
  factors: [...idea.factors],
  dimensions: [...idea.dimensions],
  tools: [...idea.tools],
});

/** Weeks and days until it is over, for what stands beside the end. */
export const daysLeft = (today: string, end: string): number => daysBetween(today, end);

// ---- do, study, act

export interface StudyForm {
  happened: string;
  as_planned: NonNullable<Trial["as_planned"]> | "";
  surprises: string;
  tally: string;
  prediction_matched: NonNullable<Trial["prediction_matched"]> | "";
  learning: string;
  next_step: string;
  decision: Decision | "";
  agreed_with: NonNullable<Trial["agreed_with"]> | "";
}

export function studyStanding(trial: Trial): Standing<StudyForm> {
  const form: StudyForm = {
    happened: trial.happened ?? "",
    as_planned: trial.as_planned ?? "",
    surprises: trial.surprises ?? "",
    tally: trial.tally === null ? "" : String(trial.tally),
    prediction_matched: trial.prediction_matched ?? "",
    learning: trial.learning ?? "",
    next_step: trial.next_step ?? "",
    decision: trial.decision ?? "",
    agreed_with: trial.agreed_with ?? "",
  };
  return { form, version: trial.version };
}

export const tallyReadable = (tally: string): boolean => /^\d{0,7}$/.test(tally.trim());

export function studyBody(form: StudyForm): Schemas["StudyIn"] {
  const { tally, ...rest } = form;
  const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || null]));
  return { ...given, tally: tally.trim() === "" ? null : Number(tally) };
}

/** The agreement that anchors what is kept; it exists from the evaluation on and is a draft until then. */
export interface AnchorForm {
  what: string;
  owner_id: string;
  due: string;
}

/** What the evaluation still needs, seen from what is typed now: names of fields, in the page's order. */
export function missingNow(trial: Trial, form: StudyForm, anchor: AnchorForm): string[] {
  // The record says what it needs; what is typed and not yet saved counts as there.
  const unsaved = new Set(Object.entries(form).flatMap(([name, value]) => (value ? [name] : [])));
  const missing: string[] = trial.missing.evaluate.filter((name) => !unsaved.has(name));
  if (!form.decision) missing.push("decision");
  if (form.decision === "adopt" && !(anchor.what && anchor.owner_id && anchor.due)) missing.push("agreement");
  if (!form.agreed_with) missing.push("agreed_with");
  return missing;
}

export function evaluationBody(form: StudyForm, anchor: AnchorForm): Schemas["EvaluateIn"] | null {
  if (!form.decision || !form.agreed_with) return null;
  return {
    decision: form.decision,
    agreed_with: form.agreed_with,
    next_step: form.next_step || null,
    agreement: form.decision === "adopt" ? anchor : null,
  };
}
