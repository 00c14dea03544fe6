import { describe, expect, it } from "vitest";
import { share } from "./chart";
import {
  type Compared,
  differences,
  level,
  minutes,
  named,
  type Point,
  plain,
  type Result,
} from "./difference";

const point = (wave_id: string, more: Partial<Point> = {}): Point => ({
  wave_id,
  phase: "before",
  closes_on: "2025-09-12",
  closed_on: "2025-09-13",
  mean_tenths: 46,
  answered: 31,
  heads: 42,
  low_tenths: 42,
  high_tenths: 50,
  index: 60,
  ...more,
});

const BEFORE = point("b");
const DURING = point("d", { phase: "during", closes_on: "2026-01-16", mean_tenths: 49 });
const AFTER = point("a", { phase: "after", closes_on: "2026-05-08", mean_tenths: 52 });

const compared = (after: string, low: number, value: number, high: number): Compared => ({
  before: "b",
  after,
  comparable: true,
  reason: null,
  value_tenths: value,
  low_tenths: low,
  high_tenths: high,
  clear: low > 0 || high < 0,
});

const apart = (reason: Compared["reason"]): Compared => ({
  before: "b",
  after: "a",
  comparable: false,
  reason,
  value_tenths: null,
  low_tenths: null,
  high_tenths: null,
  clear: null,
});

const said = (...all: Compared[]): string[] =>
  differences({ points: [BEFORE, DURING, AFTER], compared: all }).map(plain);

describe("how waves differ, in words", () => {
  it("says the newest first, how far and between what", () => {
    expect(said(compared("d", -2, 3, 7), compared("a", 1, 6, 11))).toEqual([
      "Fra før til efter er gennemsnittet 0,6 højere. Forskellen ligger formentlig mellem 0,1 og 1,1.",
      "Fra før til under er der ingen tydelig forskel. Gennemsnittet kan være alt fra 0,2 lavere til 0,7 højere.",
    ]);
  });

  it("says lower as plainly as higher", () => {
    expect(said(compared("a", -11, -6, -1))).toEqual([
      "Fra før til efter er gennemsnittet 0,6 lavere. Forskellen ligger formentlig mellem 0,1 og 1,1.",
    ]);
  });

  it("is clear whatever the rounding leaves of it", () => {
    expect(said({ ...compared("a", 0, 0, 1), clear: true })[0]).toContain("en anelse højere");
    expect(said({ ...compared("a", -1, 0, 0), clear: true })[0]).toContain("en anelse lavere");
    expect(said({ ...compared("a", 0, 3, 7), clear: false })[0]).toContain(
      "fra ingen forskel til 0,7 højere",
    );
  });

  it("puts the difference in bold, nothing else", () => {
    const [one] = differences({ points: [BEFORE, AFTER], compared: [compared("a", 1, 6, 11)] });
    expect(one?.strong).toBe("0,6 højere");
  });

  it.each([
    ["hidden", "den ene måling vises ikke"],
    ["instrument", "spørgsmålene havde ikke den samme ordlyd"],
    ["changed", "det var ikke de samme afsnit, der hørte til"],
    ["few", "det kræver, at begge målinger vises med antal svar"],
    ["alike", "alle svarede ens, og så kan usikkerheden ikke regnes ud"],
  ] as const)("says why it does not compare: %s", (reason, why) => {
    expect(said(apart(reason))).toEqual([`Fra før til efter kan vi ikke sammenligne, for ${why}.`]);
  });
});

describe("what waves are called", () => {
  it("is the phase where there is one of it, else the month", () => {
    const again = point("d2", { phase: "during", closes_on: "2026-03-06" });
    expect([...named([BEFORE, DURING, again]).values()]).toEqual(["før", "januar 2026", "marts 2026"]);
    expect([...named([point("x", { phase: null })]).values()]).toEqual(["september 2025"]);
  });
});

describe("a wave alone", () => {
  it("says the mean and between what it lies", () => {
    expect(plain(level(BEFORE))).toBe("Gennemsnittet er 4,6. Det ligger formentlig mellem 4,2 og 5,0.");
  });

  it("says the mean alone where no interval is shown", () => {
    expect(plain(level(point("m", { low_tenths: null, high_tenths: null })))).toBe("Gennemsnittet er 4,6.");
  });
});

describe("three sentences for the minutes", () => {
  const result: Result = {
    wave_id: "a",
    node: { id: "n", name: "Øjensygdomme" },
    phase: "after",
    shown: "detail",
    visible_from: "2026-05-08",
    statements: [],
    points: [BEFORE, AFTER],
    compared: [compared("a", 1, 6, 11)],
  };

  it("names the day of the talk while it lies ahead", () => {
    expect(minutes(result, "2026-06-01", "2026-05-10")).toBe(
      "De 7 spørgsmål hos Øjensygdomme, maj 2026: 31 af 42 svarede. " +
        "Gennemsnittet af alle 7 er 5,2 på en skala fra 1 (helt uenig) til 7 (helt enig). " +
        "Fra før til efter er gennemsnittet 0,6 højere. Forskellen ligger formentlig mellem 0,1 og 1,1. " +
        "På dialogmødet 1. juni 2026 taler vi om, hvad vi genkender, hvad der undrer os, og hvad vi gerne vil høre mere om.",
    );
    expect(minutes(result, "2026-05-01", "2026-05-10")).toContain("Vi taler om");
  });

  it("says no number of people where there is none", () => {
    const means = { ...result, points: [point("a", { answered: null, heads: null })], compared: [] };
    expect(minutes(means, null, "2026-05-10")).toContain("september 2025: mindst 5 svarede.");
  });
});

describe("a share", () => {
  it("is a whole number of per cent, half up", () => {
    expect([share(1, 8), share(5, 8), share(0, 0), share(33, 33)]).toEqual([13, 63, 0, 100]);
  });
});
