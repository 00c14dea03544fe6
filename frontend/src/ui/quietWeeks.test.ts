import { expect, test } from "vitest";
import { quietWords, weekOf } from "./quietWeeks";

test.each([
  ["2026-12-27", 52],
  ["2026-12-28", 53],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
  ["2026-01-01", 1],
  ["2023-01-01", 52],
  ["2026-07-06", 28],
])("%s is in week %i", (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test("of a coming day in a holiday week it is said, of others nothing", () => {
  expect(quietWords("2026-12-28", "2026-11-23")).toBe("Det er i ferieuge 53.");
  expect(quietWords("2026-08-02", "2026-06-04")).toBe("Det er i ferieuge 31.");
  expect(quietWords("2026-08-03", "2026-06-04")).toBeUndefined();
  expect(quietWords("2026-07-06", "2026-11-23")).toBeUndefined();
});
