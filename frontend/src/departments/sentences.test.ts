import { expect, test } from "vitest";
import { type Change, changeWords } from "./changing";
import { mayGo, obstacleLines, type Preview, told } from "./sentences";

const node = (name: string, id: string | null = name) => ({ id, name });
const LUNG = node("Lungesygdomme", null);
const ALLERGY = node("Allergi");
const CHEST = node("Lungemedicin");

const NOTHING: Preview = {
  kind: "merge",
  effective_on: "2027-01-01",
  at_once: false,
  department: { id: "Allergi", name: "Allergi" },
  obstacles: [],
  nodes: [],
  work: [],
  rounds: [],
  roles: [],
  without_department: [],
  without_owner: 0,
  without_owner_now: 0,
  readers: [],
  rows: [],
  boards: [],
  beside: [],
  planned: [],
};
const preview = (some: Partial<Preview>): Preview => ({ ...NOTHING, ...some });
const effect = (name: string, what: "moves" | "closes" | "opens" | "walks", more = {}) => ({
  node: node(name),
  what,
  parent_before: null,
  parent_after: null,
  walking_before: null,
  walking_after: null,
  ...more,
});
const role = (name: string, to: typeof LUNG | null, kind = "trio") => ({
  id: name + kind,
  person: { id: name, name },
  role: kind,
  title: null,
  department: ALLERGY,
  to,
});
const work = (kind: Preview["work"][number]["kind"], count: number, department = ALLERGY, to = LUNG) => ({
  kind,
  department,
  to,
  count,
  items: [],
});
const said = (some: Partial<Preview>, key: string) =>
  told(preview(some)).find((part) => part.key === key)?.lines ?? [];

test("a merge in calm sentences", () => {
  const merge: Partial<Preview> = {
    nodes: [
      effect("Lungesygdomme", "opens", { node: LUNG, parent_after: node("Viborg") }),
      effect("Prik", "moves", { parent_before: ALLERGY, parent_after: LUNG }),
      effect("Allergi", "closes"),
      effect("Lungemedicin", "closes"),
    ],
    work: [work("trial_action", 3), work("agreement", 2), work("follow_up", 1, CHEST)],
    rounds: [
      { department: CHEST, round: 1, becomes: "moves", to: LUNG, round_after: 1 },
      { department: ALLERGY, round: 2, becomes: "merged", to: LUNG, round_after: null },
    ],
    roles: [role("Lone Bo", LUNG), role("Per Kok", LUNG), role("Lone Bo", LUNG, "leader")],
    without_owner: 2,
    readers: [
      { what: "reads_shared", of: ALLERGY, by: LUNG },
      { what: "candid_stays", of: ALLERGY, by: null },
      { what: "candid_stays", of: CHEST, by: null },
    ],
    rows: [
      { department: LUNG, becomes: "appears" },
      { department: ALLERGY, becomes: "ends" },
    ],
  };
  expect(said(merge, "tree")).toEqual([
    "Lungesygdomme oprettes under Viborg.",
    "Prik flytter fra Allergi til Lungesygdomme.",
    "Allergi og Lungemedicin lukker.",
  ]);
  expect(said(merge, "work")).toEqual([
    "3 prøvehandlinger og 2 aftaler flytter med fra Allergi til Lungesygdomme.",
    "1 opfølgning flytter med fra Lungemedicin til Lungesygdomme.",
    "2 løfter står uden tovholder bagefter.",
  ]);
  expect(said(merge, "rounds")).toEqual([
    "Runden i Lungemedicin fortsætter i Lungesygdomme.",
    "Runden i Allergi slutter. Den kan stadig læses.",
  ]);
  expect(said(merge, "people")).toEqual(["Lone Bo og Per Kok får deres roller i Lungesygdomme."]);
  expect(said(merge, "readers")).toEqual([
    "Lungesygdomme læser det fælles fra Allergi, men ingen noter Kun for os.",
    "Noter Kun for os i Allergi og Lungemedicin bliver hos dem, der kan læse dem i dag.",
  ]);
  expect(said(merge, "hmu")).toEqual(["Lungesygdomme får en række.", "Allergi har ikke længere en række."]);
  expect(said(merge, "links")).toEqual(["Links og QR-koder virker stadig."]);
});

test("many names become a few and a number", () => {
  const roles = Array.from({ length: 9 }, (_, at) => role(`P${at}`, LUNG, "member"));
  expect(said({ roles }, "people")).toEqual([
    "P0, P1, P2, P3, P4 og 4 andre får deres roller i Lungesygdomme.",
  ]);
});

test("a role without a place to go to ends, and who has none left is named", () => {
  expect(
    said({ roles: [role("Lone Bo", null)], without_department: [{ id: "l", name: "Lone Bo" }] }, "people"),
  ).toEqual(["Rollen i Allergi slutter for Lone Bo.", "Lone Bo er uden afdeling bagefter."]);
});

test.each([
  [
    { walking_before: ALLERGY, walking_after: CHEST },
    ["Prik går derefter trinnene sammen med Lungemedicin."],
  ],
  [{ walking_before: ALLERGY, walking_after: node("Prik") }, ["Prik går derefter trinnene selv."]],
  [{ walking_before: ALLERGY, walking_after: null }, ["Prik går derefter ikke trinnene."]],
  [{ walking_before: null, walking_after: null }, []],
])("whose steps a node takes part in is said where it changes (%#)", (walking, lines) => {
  expect(said({ kind: "walks", nodes: [effect("Prik", "walks", walking)] }, "tree")).toEqual(lines);
});

test("what stays where it is says that it belongs to another round", () => {
  const stays = { kind: "move" as const, work: [work("trial_action", 1, ALLERGY, ALLERGY)] };
  expect(said(stays, "work")).toEqual([
    "1 prøvehandling bliver i Allergi og hører fremover til en anden runde.",
  ]);
});

test("promises that had no owner before are not laid upon the change", () => {
  expect(said({ without_owner: 2, without_owner_now: 2 }, "work")).toContain(
    "2 løfter står allerede uden tovholder.",
  );
});

test("a board page that is switched off is said", () => {
  expect(said({ boards: [ALLERGY] }, "links")).toEqual([
    "Links og QR-koder virker stadig. Tavlesiden for Allergi siger derefter, at den er lukket, og hvor arbejdet eventuelt fortsætter.",
  ]);
});

const OPEN = {
  code: "still_open",
  facts: {
    open: [
      { kind: "trial_action", count: 3, department: ALLERGY },
      { kind: "agreement", count: 1, department: ALLERGY },
    ],
    sections: [{ id: "p", name: "Prik" }],
  },
  later: true,
};

test("what refuses an act is named with its remedy", () => {
  expect(obstacleLines(OPEN)).toEqual([
    "Allergi har stadig 3 prøvehandlinger og 1 aftale.",
    "Prik hører stadig under og er ikke lukket.",
    "Vælg, hvem der tager over, eller gør det færdigt først.",
  ]);
  expect(obstacleLines({ code: "busy", facts: {}, later: false })).toBeNull();
});

test("what can be mended before its day can be planned, and is not done at once", () => {
  expect(mayGo(preview({ obstacles: [OPEN] }))).toBe(true);
  expect(mayGo(preview({ obstacles: [OPEN], at_once: true }))).toBe(false);
  expect(mayGo(preview({ obstacles: [{ ...OPEN, later: false }] }))).toBe(false);
  expect(mayGo(preview({ at_once: true }))).toBe(true);
});

const MOVED = {
  kind: "move",
  state: "planned",
  wanted: { parent_id: "b" },
  department: { id: "a", name: "Allergi" },
  departments: [
    { id: "a", name: "Allergi" },
    { id: "b", name: "Lungemedicin" },
  ],
} as unknown as Change;
const change = (kind: Change["kind"], wanted: Change["wanted"]): string =>
  changeWords({ ...MOVED, kind, wanted });

test("what has happened is told as past", () => {
  expect(changeWords({ ...MOVED, state: "done" })).toBe("Allergi flyttede til Lungemedicin");
});

test.each<[Change["kind"], Change["wanted"], string]>([
  ["move", { parent_id: "b" }, "Allergi flytter til Lungemedicin"],
  ["close", { hand_to: null }, "Allergi lukker"],
  ["close", { hand_to: "b" }, "Allergi lukker, og Lungemedicin tager over"],
  ["merge", { with_ids: ["b"], target_id: "b" }, "Allergi og Lungemedicin lægges sammen til Lungemedicin"],
  ["merge", { with_ids: ["b"], new: { name: "Lunge" } }, "Allergi og Lungemedicin lægges sammen til Lunge"],
  ["split", { parts: [{ name: "Nord" }, { name: "Syd" }] }, "Allergi deles i Nord og Syd"],
  ["walks", { walks: "outside" }, "Allergi går ikke trinnene"],
])("a change in one sentence (%s %#)", (kind, wanted, words) => {
  expect(change(kind, wanted)).toBe(words);
});

test("planned meetings and experiences are told where they are touched", () => {
  const one = { department: ALLERGY, count: 1 };
  const two: Partial<Preview> = {
    beside: [
      { ...one, kind: "meeting", becomes: "moves", to: LUNG },
      { ...one, kind: "experience", becomes: "stays", to: null, count: 2 },
    ],
  };
  expect(said(two, "meetings")).toEqual([
    "1 planlagt møde flytter fra LMU i Allergi til LMU i Lungesygdomme med dagsordenen. Holdte møder bliver stående.",
  ]);
  expect(said(two, "experiences")).toEqual([
    "2 erfaringer bliver i Allergi. Det, der er delt, kan stadig læses, og kun HR kan trække det tilbage.",
  ]);
  expect(said({}, "meetings")).toEqual([]);
});
