import { describe, expect, it } from "vitest";
import * as dates from "./dates";

const THURSDAY = "2026-06-04";

describe("days in words", () => {
  it.each([
    ["2026-06-04", "i dag"],
    ["2026-06-03", "i går"],
    ["2026-06-05", "i morgen"],
    ["2026-06-02", "i tirsdags"],
    ["2026-06-09", "på tirsdag"],
    ["2026-06-11", "torsdag i næste uge"],
    ["2026-06-14", "søndag i næste uge"],
    ["2026-06-15", "15. juni"],
    ["2026-05-28", "28. maj"],
    ["2027-01-05", "5. januar 2027"],
  ])("%s is %s", (day, words) => {
    expect(dates.relative(day, THURSDAY)).toBe(words);
  });

  it("writes days as a colleague does", () => {
    expect(dates.longDay("2026-03-05")).toBe("5. marts 2026");
    expect(dates.shortDay("2026-03-05", THURSDAY)).toBe("5. marts");
    expect(dates.weekdayLong(THURSDAY)).toBe("torsdag 4. juni 2026");
    expect(dates.dayParts("2026-06-02")).toEqual({ day: "2.", month: "juni" });
    expect(dates.span("2026-05-04", "2026-05-29")).toBe("4. til 29. maj 2026");
    expect(dates.span("2026-04-28", "2026-06-02")).toBe("28. april til 2. juni 2026");
    expect(dates.capital("på tirsdag")).toBe("På tirsdag");
  });
});

describe("Copenhagen", () => {
  it("has its own day and clock, in summer and in winter", () => {
    expect(dates.dayOf("2026-06-04T22:30:00Z")).toBe("2026-06-05");
    expect(dates.dayOf("2026-12-04T22:30:00Z")).toBe("2026-12-04");
    expect(dates.clock("2026-06-04T12:32:00Z")).toBe("14.32");
    expect(dates.moment("2026-12-04T13:32:00Z")).toBe("4. december 2026 kl. 14.32");
  });

  it("counts days over the change of the clock", () => {
    expect(dates.addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(dates.daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(dates.mondayOf("2026-06-07")).toBe("2026-06-01");
  });
});

describe("lists, numbers, quotes", () => {
  it("follows Danish", () => {
    expect(dates.listed(["a", "b", "c"])).toBe("a, b og c");
    expect(dates.listed(["a"])).toBe("a");
    expect(dates.number(4.8)).toBe("4,8");
    expect(dates.percent(0.815)).toBe("81,5\u00a0%");
    expect(dates.quoted("Hvad så du i dag?")).toBe("”Hvad så du i dag?”");
    expect(dates.inWords(3)).toBe("tre");
    expect(dates.inWords(35)).toBe("35");
  });

  it.each([
    [7, "Godmorgen"],
    [12, "Goddag"],
    [20, "Godaften"],
    [2, "Godaften"],
  ])("greets at %i with %s", (hour, words) => {
    expect(dates.greeting(hour)).toBe(words);
  });
});
