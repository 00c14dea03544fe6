import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { coverWords, missingSentence, small } from "./missing/parts";
import type { Journey, Session } from "./reading";
import { beginning, evidence } from "./words";

const both = (da: string) => ({ da, en: da, verbatim: false, source: null });
const content = {
  steps: [
    {
      number: 1,
      parts: [
        { key: "content", label: both("Indholdet: hvad det er") },
        { key: "meaning", label: both("Betydningen: for os") },
        { key: "collaboration", label: both("Samarbejde med de 5 faktorer") },
      ],
    },
  ],
  forums: [
    { key: "staff_meeting", text: both("Personalemøde") },
    { key: "trio_meeting", text: both("TRIO-møde") },
  ],
  factors: [{ key: "trust_respect", title: both("Tillid og respekt") }],
} as unknown as Schemas["ContentOut"];

describe("what a step lacks", () => {
  const lines: [string, { code: string; cover?: string; lacks?: string[] }[], string][] = [
    ["nothing", [], ""],
    ["a session", [{ code: "session" }], "Før trin 1 er på plads, mangler den første drøftelse."],
    [
      "two parts of the talk",
      [
        { code: "cover", cover: "content" },
        { code: "cover", cover: "collaboration" },
      ],
      "Før trin 1 er på plads, mangler en snak om indholdet og samarbejde med de 5 faktorer.",
    ],
    ["the ambition", [{ code: "ambition" }], "Før trin 2 er på plads, mangler jeres ambition."],
    [
      "a result date",
      [{ code: "follow_up_result" }],
      "Før trin 3 er på plads, mangler en dato for ”Mærker vi en forskel?”",
    ],
    [
      "who does it",
      [{ code: "promise", lacks: ["who"] }],
      "Før trin 3 er på plads, mangler en tovholder på det, I har aftalt.",
    ],
    [
      "any promise",
      [{ code: "promise", lacks: [] }],
      "Før trin 3 er på plads, mangler en aftale eller en prøvehandling med hvem, hvad og hvornår.",
    ],
    ["what a newer server might say", [{ code: "unheard_of" }], ""],
  ];
  it.each(lines)("%s", (_, missing, sentence) => {
    expect(missingSentence(missing, content)).toBe(sentence);
  });
});

describe("words inside a sentence", () => {
  it("begin small, abbreviations as they are", () => {
    expect(small("Personalemøde")).toBe("personalemøde");
    expect(small("TRIO-møde")).toBe("TRIO-møde");
  });
  it("name a cover that the pack no longer has by its key", () => {
    expect(coverWords(["gone"], content)).toBe("gone");
  });
  it("cut a long text between words", () => {
    expect(beginning("kort")).toBe("kort");
    expect(beginning("ord ".repeat(60))).toMatch(/^(ord )+\.\.\.$/);
  });
});

describe("evidence", () => {
  const session = (state: Session["state"], day: string, forum: string) => ({ state, day, forum }) as Session;
  const journey = (some: Partial<Journey>) =>
    ({
      sessions: [],
      assessment: { factors: [], ambition: null },
      agreements_count: 0,
      trials_count: 0,
      follow_up_dates: { process: null, result: null },
      ...some,
    }) as unknown as Journey;

  it("names the sessions held, and the next one planned", () => {
    const sessions = [
      session("held", "2020-03-03", "staff_meeting"),
      session("held", "2020-03-24", "trio_meeting"),
      session("cancelled", "2020-04-01", "staff_meeting"),
      session("planned", "2020-05-01", "staff_meeting"),
    ];
    expect(evidence(journey({ sessions }), 1, content)).toEqual([
      "To drøftelser: personalemøde 3. marts 2020 og TRIO-møde 24. marts 2020.",
      "Planlagt: personalemøde 1. maj 2020.",
    ]);
  });
  it("counts many sessions and names the last", () => {
    const days = ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"];
    const sessions = days.map((day) => session("held", day, "staff_meeting"));
    expect(evidence(journey({ sessions }), 1, content)).toEqual([
      "Fire drøftelser, senest personalemøde 1. april 2020.",
    ]);
  });
  it("tells the focus and the ambition", () => {
    const assessment = {
      factors: ["trust_respect"],
      ambition: "Alle siger det højt.",
    } as Journey["assessment"];
    expect(evidence(journey({ assessment }), 2, content)).toEqual([
      "I fokus: tillid og respekt.",
      "Ambitionen: Alle siger det højt.",
    ]);
  });
  it("counts promises and names the dates", () => {
    const some = {
      agreements_count: 1,
      trials_count: 3,
      follow_up_dates: { process: "2020-06-02", result: null },
    };
    expect(evidence(journey(some), 3, content)).toEqual([
      "En aftale og 3 prøvehandlinger.",
      "”Gør vi det, vi aftalte?” 2. juni 2020.",
    ]);
  });
  it("is silent where there is none", () => {
    for (const number of [1, 2, 3]) expect(evidence(journey({}), number, content)).toEqual([]);
  });
});
