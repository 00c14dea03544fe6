import { expect, test } from "vitest";
import {
  EMPTY_PLAN,
  endOf,
  monthsLater,
  newPlan,
  nextWeekday,
  planBody,
  studyBody,
  tallyReadable,
  walkingBeneath,
} from "./forms";

test("the end is counted from the start", () => {
  const plan = { starts_on: "2026-11-24", ends_on: "2026-12-01" };
  expect(endOf({ ...plan, length: "two_weeks" })).toBe("2026-12-08");
  expect(endOf({ ...plan, length: "four_weeks" })).toBe("2026-12-22");
  expect(endOf({ ...plan, length: "three_months" })).toBe("2027-02-24");
  expect(endOf({ ...plan, length: "other" })).toBe("2026-12-01");
});

test("three months from the end of a month end with the month", () => {
  expect(monthsLater("2026-11-30", 3)).toBe("2027-02-28");
  expect(monthsLater("2026-08-31", 3)).toBe("2026-11-30");
  expect(monthsLater("2026-01-15", 3)).toBe("2026-04-15");
});

test("a new plan begins on a weekday", () => {
  expect(nextWeekday("2026-11-23")).toBe("2026-11-24");
  expect(nextWeekday("2026-11-27")).toBe("2026-11-30");
  expect(nextWeekday("2026-11-28")).toBe("2026-11-30");
  expect(newPlan("2026-11-23", "me", true)).toEqual(EMPTY_PLAN);
});

test("an empty text is sent as nothing, the length as its end", () => {
  const body = planBody({ ...EMPTY_PLAN, change: "en runde", starts_on: "2026-11-24", length: "two_weeks" });
  expect(body).toMatchObject({ change: "en runde", title: null, owner_id: null, ends_on: "2026-12-08" });
  expect(body).not.toHaveProperty("length");
});

test("a tally is a number or nothing", () => {
  const form = {
    happened: "",
    as_planned: "",
    surprises: "",
    tally: "",
    prediction_matched: "",
    learning: "",
    next_step: "",
    decision: "",
    agreed_with: "",
  } as const;
  expect(studyBody(form)).toMatchObject({ tally: null, happened: null, decision: null });
  expect(studyBody({ ...form, tally: " 14 " }).tally).toBe(14);
  expect([tallyReadable("14"), tallyReadable(""), tallyReadable("14 ud af 18")]).toEqual([true, true, false]);
});

test("departments beneath a node walk by themselves, however deep, and are never the node", () => {
  const line = (id: string, parent_id: string | null, walks: string) => ({ id, parent_id, walks });
  const tree = [
    line("h", null, "outside"),
    line("c", "h", "outside"),
    line("a", "c", "walks"),
    line("a1", "a", "follows"),
    line("a2", "a", "walks"),
    line("b", "h", "walks"),
  ];
  const ids = (department: string) => walkingBeneath(tree, department).map(({ id }) => id);
  expect(ids("h")).toEqual(["a", "a2", "b"]);
  expect(ids("c")).toEqual(["a", "a2"]);
  expect(ids("a")).toEqual(["a2"]);
  expect(ids("b")).toEqual([]);
});
