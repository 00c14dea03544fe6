/** A status row in words: the same on the committee's overview and in a department's "Det kan HMU se". */
import type { Schemas } from "../api/client";
import { shortDay } from "../dates";
import type { StepState } from "../ui/StepPath";
import { start } from "./startTexts";
import { t } from "./texts";

export type OverviewRow = Schemas["OverviewRow"];
type Change = Record<string, unknown>;

const COUNTED = ["planned", "running", "tried", "evaluated", "cancelled"] as const;

/** The states of the three steps. */
export const statesOf = (row: OverviewRow): StepState[] => row.steps.map((step) => step.state);

/** "2 i gang, 1 afprøvet, 1 evalueret"; null without any. */
export function trialWords(trials: OverviewRow["trials"]): string | null {
  const parts = COUNTED.filter((state) => trials[state]).map((state) =>
    t.row.states[state](trials[state] ?? 0),
  );
  return parts.length > 0 ? parts.join(", ") : null;
}

/** One change in words. */
export function changeWords(change: Change): string {
  const count = Number(change.count ?? 0);
  switch (change.code) {
    case "help_wanted":
      return t.change.help_wanted(String(change.on));
    case "round":
      return t.change.round(Number(change.round));
    case "step_done":
      return t.change.step_done(Number(change.number));
    case "step_reopened":
      return t.change.step_reopened(Number(change.number));
    case "first_session":
      return t.change.first_session;
    case "followed_up":
      return t.change.followed_up(String(change.on));
    case "planned":
      return t.change.planned(start.quarter(String(change.quarter)));
    case "adopted":
    case "adapted":
    case "abandoned":
    case "new_trials":
    case "experiences":
      return t.change[change.code](count);
    default:
      return "";
  }
}

/** The two most telling changes: "Trin 2 på plads, én beholdt". */
export function changesWords(row: OverviewRow): string {
  const words = row.changes.slice(0, 2).map(changeWords).filter(Boolean);
  if (words.length === 0) return t.row.unchanged;
  const [first, ...rest] = words as [string, ...string[]];
  return [first, ...rest.map((one) => one.charAt(0).toLowerCase() + one.slice(1))].join(", ");
}

/** "Trin 2 i gang", with the round where it is not the first. */
export function roundNote(row: OverviewRow): string | null {
  if (row.round > 1) return t.row.round(row.round);
  if (row.round === 0 && row.planned_start) return start.planned(start.quarter(row.planned_start));
  return null;
}

export const lastAndNext = (row: OverviewRow): string =>
  t.row.lastAndNext(
    row.last_follow_up && shortDay(row.last_follow_up),
    row.next_date && shortDay(row.next_date),
  );
