/** Where a department stands and why HR should call, in sentences. Pure. */
import { shortDay } from "../dates";
import type { Reason, RolloutRow } from "./reading";
import { t } from "./texts";

export function reasonWords(reason: Reason, today: string): string {
  const on = reason.on ? shortDay(reason.on, today) : "";
  switch (reason.code) {
    case "help_wanted":
      return t.why.help(on);
    case "due":
      return reason.kind ? t.why.due[reason.kind](on, reason.late) : "";
    case "stuck":
      return reason.why === "nothing_ahead"
        ? t.why.nothingAhead(reason.step ?? 1)
        : [t.why.noMovement(on), reason.ahead && t.why.andAhead(shortDay(reason.ahead, today))]
            .filter(Boolean)
            .join(" ");
    case "start_passed":
      return t.why.startPassed(t.quarter(reason.quarter ?? ""));
    case "no_contact":
      return reason.on ? t.why.noContact(on) : t.why.neverContact;
  }
}

export function stageWords({ stage, planned_start, round, steps }: RolloutRow): string {
  if (stage === "not_invited") return t.none;
  if (stage === "planned") return t.planned(t.quarter(planned_start ?? ""));
  return steps.length > 0 ? t.round(round) : t.between(round);
}

export function lastWords(last: RolloutRow["last_contact"], today: string): string {
  return last ? t.last(t.by[last.by], shortDay(last.on, today)) : "";
}

/** This quarter and the seven after it, as the API writes them. */
export function quartersFrom(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: 8 }, (_, n) => `${Math.floor((first + n) / 4)}-Q${((first + n) % 4) + 1}`);
}

export const firstName = (name: string): string => name.split(" ")[0] ?? name;
