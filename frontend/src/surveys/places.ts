/** Where somebody may plan a wave: at or beneath where she leads or is HR. Pure. */
import type { Schemas } from "../api/client";
import type { Line } from "./waveReading";

type Held = Pick<Schemas["HeldRole"], "role" | "department">;

/** Departments that walk the steps and in which one of the roles plans waves, in the organisation's order. */
export function plannable(lines: readonly Line[], roles: readonly Held[]): Line[] {
  const byId = new Map(lines.map((one) => [one.id, one]));
  const from = new Set(
    roles.filter(({ role }) => role === "leader" || role === "hr").map(({ department }) => department.id),
  );
  const under = (line: Line): boolean => {
    for (let up: Line | undefined = line; up; up = byId.get(up.parent_id ?? "")) {
      if (from.has(up.id)) return true;
    }
    return false;
  };
  return lines.filter((one) => one.walks === "walks" && !one.closed_on && under(one));
}
