import { describe, expect, it } from "vitest";
import { byDay, gathered, type Happened, hrefOf, sentence } from "./words";

const TODAY = "2026-11-23";
const event = (what: string, more: Partial<Happened> = {}): Happened => ({
  id: crypto.randomUUID(),
  at: "2026-11-20T09:30:00Z",
  what,
  kind: what.split(".")[0] ?? "",
  record_id: "r",
  title: "Fem minutter ved tavlen",
  department: { id: "d", name: "Akutafdelingen" },
  actor: { id: "p", name: "Lone Jensen" },
  automatic: false,
  mine: false,
  role: "leader",
  facts: {},
  former: [],
  ...more,
});
const told = (one: Happened, more: object = {}) =>
  sentence(one, { named: { q: "Rikke Søndergård", d2: "Nyresygdomme" }, today: TODAY, ...more })
    .map(({ words, link }) => (link ? `[${words}]` : words))
    .join("");

describe("an event in a sentence", () => {
  it.each([
    ["trial_action.started", {}, "Lone Jensen startede prøvehandlingen [”Fem minutter ved tavlen”]."],
    [
      "follow_up.changed",
      { facts: { changed: ["due"], from: { due: "2026-03-03" }, to: { due: "2026-03-10" } } },
      "Lone Jensen flyttede opfølgningen [”Fem minutter ved tavlen”] fra 3. marts til 10. marts.",
    ],
    [
      "follow_up.changed",
      { facts: { changed: ["due", "repeat_day"], from: { due: "2026-03-03" }, to: { due: "2027-01-10" } } },
      "Lone Jensen flyttede opfølgningen [”Fem minutter ved tavlen”] fra 3. marts til 10. januar 2027.",
    ],
    [
      "agreement.changed",
      { facts: { changed: ["what", "due", "hidden"] } },
      "Lone Jensen rettede aftalen [”Fem minutter ved tavlen”]: hvad der er aftalt og datoen.",
    ],
    [
      "agreement.handed_over",
      { facts: { to: { owner_id: "q" } } },
      "Lone Jensen gav aftalen [”Fem minutter ved tavlen”] videre til Rikke Søndergård.",
    ],
    [
      "agreement.handed_over",
      { facts: { to: { owner_id: null } } },
      "Lone Jensen lod aftalen [”Fem minutter ved tavlen”] stå uden tovholder.",
    ],
    [
      "step.completed",
      { kind: "journey", title: null, facts: { number: 1 } },
      "Lone Jensen satte trin 1 på plads.",
    ],
    ["trial_action.started", { title: null }, "Lone Jensen startede [en prøvehandling]."],
    ["trial_action.started", { title: null, department: null }, "Lone Jensen startede en prøvehandling."],
    [
      "trial_action.carried",
      { facts: { from: { department_id: "d2" } } },
      "Prøvehandlingen [”Fem minutter ved tavlen”] fulgte med fra Nyresygdomme.",
    ],
    [
      "role.given",
      { title: null, facts: { person_id: "q", role: "ambassador", valid_from: "2026-03-01" } },
      "Lone Jensen gav Rikke Søndergård rollen ambassadør fra 1. marts.",
    ],
  ] as const)("%s", (what, more, words) => {
    expect(told(event(what, more as Partial<Happened>))).toBe(words);
  });

  it("is about oneself on one's own page", () => {
    expect(told(event("trial_action.started", { mine: true }), { own: true })).toMatch(/^Du startede/);
    expect(told(event("trial_action.started", { mine: true }))).toMatch(/^Lone Jensen/);
  });

  it("does not name the record again on the record's own page", () => {
    expect(told(event("trial_action.started"), { record: true })).toBe(
      "Lone Jensen startede prøvehandlingen.",
    );
  });

  it("names a person who was erased by her role, and nobody by nothing", () => {
    expect(told(event("agreement.done", { actor: null, role: "member+leader" }))).toMatch(
      /^Afdelingsledelsen/,
    );
    expect(told(event("agreement.done", { actor: null, role: "gone" }))).toMatch(/^En kollega/);
    expect(told(event("agreement.done", { actor: null, role: null, automatic: true }))).toMatch(/^Trinvis/);
  });

  it.each([["agreement.exploded"], ["constructor"], ["something.new"], ["toString"]])(
    "tells %s, which nobody has worded, in general",
    (what) => {
      expect(told(event(what, { title: null, facts: { changed: "odd", from: 3 } }))).toMatch(
        /^Lone Jensen ændrede .+\.$/,
      );
      expect(hrefOf(event(what, { kind: "constructor" }))).toBeNull();
    },
  );
});

describe("a list", () => {
  it("tells one act of several departments once", () => {
    const one = event("session.held", { at: "2026-11-20T09:30:00.100Z" });
    const other = event("session.held", {
      at: "2026-11-20T09:30:00.000Z",
      department: { id: "d2", name: "B" },
    });
    const later = event("session.held", { at: "2026-11-20T08:00:00Z", department: { id: "d2", name: "B" } });
    expect(gathered([one, other, later]).map((line) => line.departments.length)).toEqual([2, 1]);
    expect(gathered([one, { ...one, id: "again" }])).toHaveLength(2);
  });

  it("lies by Copenhagen days", () => {
    const days = byDay(
      gathered([event("agreement.done", { at: "2026-11-20T23:30:00Z" }), event("agreement.done")]),
    );
    expect(days.map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-20"]);
  });
});
