import { describe, expect, it } from "vitest";
import type { Reason, RolloutRow } from "./reading";
import { lastWords, quartersFrom, reasonWords, stageWords } from "./words";

const TODAY = "2026-11-23";
const NONE: Reason = {
  code: "no_contact",
  on: null,
  kind: null,
  late: false,
  step: null,
  why: null,
  ahead: null,
  quarter: null,
};
const said = (reason: Partial<Reason>) => reasonWords({ ...NONE, ...reason }, TODAY);

describe("why HR should call", () => {
  it("is a sentence for each reason", () => {
    expect(said({})).toBe("I har ikke talt sammen endnu.");
    expect(said({ on: "2026-09-03" })).toBe("I har ikke talt sammen siden 3. september.");
    expect(said({ code: "help_wanted", on: "2026-11-20" })).toBe("De bad om hjælp 20. november.");
    expect(said({ code: "due", kind: "follow_up", on: TODAY })).toBe("En opfølgning skal holdes i dag.");
    expect(said({ code: "due", kind: "session", on: "2026-11-10", late: true })).toBe(
      "Drøftelsen 10. november er ikke skrevet ind endnu.",
    );
    expect(said({ code: "stuck", step: 2, why: "nothing_ahead", on: "2026-11-02" })).toBe(
      "Trin 2 er i gang, og der er ingen dato forude.",
    );
    expect(said({ code: "stuck", step: 2, why: "no_movement", on: "2026-09-02", ahead: "2026-12-04" })).toBe(
      "Der er ikke skrevet noget siden 2. september. Næste dato er 4. december.",
    );
    expect(said({ code: "start_passed", quarter: "2026-Q3" })).toBe(
      "De skulle begynde i 3. kvartal 2026 og er ikke i gang.",
    );
  });
});

const ROW: RolloutRow = {
  department: { id: "a", name: "Patologi" },
  stage: "not_invited",
  planned_start: null,
  round: 0,
  steps: [],
  hr_contact: null,
  last_contact: null,
  help_wanted: null,
  reasons: [],
};

describe("where a department stands", () => {
  it("is told in words", () => {
    expect(stageWords(ROW)).toBe("Ikke inviteret");
    expect(stageWords({ ...ROW, stage: "planned", planned_start: "2027-Q1" })).toBe(
      "Planlagt til 1. kvartal 2027",
    );
    const steps: RolloutRow["steps"] = ["done", "in_progress", "not_started"];
    expect(stageWords({ ...ROW, stage: "in_progress", round: 1, steps })).toBe("Første runde");
    expect(stageWords({ ...ROW, stage: "in_progress", round: 2, steps: [] })).toBe("2. runde er slut");
    expect(lastWords({ on: "2026-11-03", by: "phone" }, TODAY)).toBe("Sidst: telefon 3. november");
    expect(lastWords(null, TODAY)).toBe("");
  });
});

describe("quarters to choose from", () => {
  it("begin with this one and cross the year", () => {
    expect(quartersFrom(TODAY).slice(0, 3)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2"]);
    expect(quartersFrom("2026-01-01")[0]).toBe("2026-Q1");
    expect(quartersFrom("2026-03-31")).toHaveLength(8);
  });
});
