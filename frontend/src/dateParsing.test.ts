import { describe, expect, it } from "vitest";
import { isDay, parseDay, writtenDay } from "./dateParsing";

const NOW = "2026-11-23";
const read = (text: string) => parseDay(text, NOW);

describe("days as people write them", () => {
  it.each([
    ["5.3.2026", "2026-03-05"],
    ["05-03-26", "2026-03-05"],
    ["5/3 2026", "2026-03-05"],
    ["5. marts 2026", "2026-03-05"],
    ["5 mar. 2026", "2026-03-05"],
    ["den 5. marts 2026", "2026-03-05"],
    ["5 March 2026", "2026-03-05"],
    ["5th of March 2026", "2026-03-05"],
    ["050326", "2026-03-05"],
    ["05032026", "2026-03-05"],
    ["2026-03-05", "2026-03-05"],
    ["  24.12. ", "2026-12-24"],
    ["29.2.2028", "2028-02-29"],
    ["i dag", "2026-11-23"],
    ["I morgen", "2026-11-24"],
    ["i ga\u030ar", "2026-11-22"],
    ["yesterday", "2026-11-22"],
  ])("%s is %s", (text, day) => {
    expect(read(text)).toEqual({ day });
  });

  it("takes the nearest year where none is written", () => {
    expect(read("5/3")).toEqual({ day: "2027-03-05" });
    expect(read("1. november")).toEqual({ day: "2026-11-01" });
    expect(parseDay("20.12", "2026-01-10")).toEqual({ day: "2025-12-20" });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["snart", "unreadable"],
    ["5. blomst 2026", "unreadable"],
    ["31.2.2026", "no_such_day"],
    ["3/15/2026", "no_such_day"],
    ["29.2.2026", "no_such_day"],
    ["0.1.2026", "no_such_day"],
    ["2026-13-01", "no_such_day"],
  ])("%s is %s", (text, problem) => {
    expect(read(text)).toEqual({ problem });
  });
});

it("shows a day as it is to be written", () => {
  expect(writtenDay("2026-03-05")).toBe("05.03.2026");
  expect(isDay("2026-03-05")).toBe(true);
  expect(isDay("2026-02-30")).toBe(false);
  expect(isDay("5.3.2026")).toBe(false);
});
