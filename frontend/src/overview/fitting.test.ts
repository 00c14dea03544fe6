import { expect, test } from "vitest";
import type { Schemas } from "../api/client";
import { fitting } from "./fitting";

const board = (trials: number, dates: number, practices: number, length: number): Schemas["BoardOut"] => ({
  name: "Akutafdelingen",
  today: "2026-11-24",
  round: 1,
  steps: [],
  trials: Array.from({ length: trials }, () => ({
    title: "o".repeat(length),
    change: "o".repeat(length),
    measure: "o".repeat(length),
    until: "2026-12-24",
    ask: null,
  })),
  dates: Array.from({ length: dates }, () => ({
    day: "2026-12-24",
    kind: "process" as const,
    words: "o".repeat(length),
  })),
  practices: Array.from({ length: practices }, () => ({ words: "o".repeat(length), since: "2026-11-01" })),
  closed_on: null,
  successors: [],
});

test("a usual board stands there as it is, with room to write", () => {
  expect(fitting(board(2, 3, 3, 30))).toEqual({ trials: 2, dates: 3, practices: 3, lines: 4 });
  expect(fitting(board(3, 2, 0, 30))).toEqual({ trials: 3, dates: 2, practices: 0, lines: 4 });
});

test("of many and long ones the practices and the lines give way before the trials", () => {
  const full = fitting(board(6, 6, 6, 400));
  expect(full.trials).toBeGreaterThanOrEqual(2);
  expect(Math.min(full.dates, full.practices, full.lines)).toBeGreaterThanOrEqual(1);
  expect(full.practices).toBeLessThan(3);
});

test("nothing is shown where nothing is", () => {
  expect(fitting(board(0, 0, 0, 0))).toEqual({ trials: 0, dates: 0, practices: 0, lines: 4 });
});
