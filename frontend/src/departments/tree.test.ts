import { expect, test } from "vitest";
import { arranged, found, isOpen, itselfAndBeneath, type Line, unfolded } from "./tree";

const line = (code: string, parent: string | null, more: Partial<Line> = {}): Line =>
  ({
    id: code,
    code,
    name: code,
    kind: "department",
    walks: "walks",
    parent_id: parent,
    headcount: 0,
    ...more,
  }) as Line;

const SMALL = arranged([
  line("HEM", null, { kind: "centre", walks: "outside" }),
  line("VIB", "HEM", { kind: "centre", walks: "outside" }),
  line("VIB-01", "VIB", { name: "Akutafdelingen" }),
  line("VIB-01-1", "VIB-01", { name: "Skadestuen", kind: "section", walks: "follows" }),
  line("VIB-16", "VIB", { name: "Øre-, Næse- og Halskirurgi" }),
]);
const codes = (rows: readonly { line: Line }[]) => rows.map((row) => row.line.code);
const ALL = { q: "", kind: "", walks: "" };

test("each stands beneath its parent, and a parent knows how many it holds", () => {
  expect(SMALL.map((row) => [row.line.code, row.level, row.beneath])).toEqual([
    ["HEM", 0, 4],
    ["VIB", 1, 3],
    ["VIB-01", 2, 1],
    ["VIB-01-1", 3, 0],
    ["VIB-16", 2, 0],
  ]);
  expect(SMALL[3]?.above.map((node) => node.code)).toEqual(["HEM", "VIB", "VIB-01"]);
});

test("what has a parent one may not see stands outermost", () => {
  expect(arranged([line("VIB-01", "VIB"), line("VIB-01-1", "VIB-01")]).map((row) => row.level)).toEqual([
    0, 1,
  ]);
});

test("a small organisation is open until something is folded", () => {
  expect(unfolded(SMALL, new Set())).toHaveLength(5);
  expect(codes(unfolded(SMALL, new Set(["VIB-01"])))).toEqual(["HEM", "VIB", "VIB-01", "VIB-16"]);
  expect(codes(unfolded(SMALL, new Set(["HEM", "VIB-01"])))).toEqual(["HEM"]);
});

test("a large one is folded but for its top, until something is unfolded", () => {
  const large = arranged([
    line("TOP", null),
    ...Array.from({ length: 20 }, (_, centre) => [
      line(`C${centre}`, "TOP"),
      ...Array.from({ length: 100 }, (_, one) => line(`C${centre}-${one}`, `C${centre}`)),
    ]).flat(),
  ]);
  expect(large).toHaveLength(2021);
  expect(unfolded(large, new Set())).toHaveLength(21);
  expect(unfolded(large, new Set(["C3"]))).toHaveLength(121);
  expect(isOpen(large[0] as (typeof large)[0], large.length, new Set(["TOP"]))).toBe(false);
});

test.each([
  ["skade", ["VIB-01-1"]],
  ["oere", ["VIB-16"]],
  ["vib-0", ["VIB-01", "VIB-01-1"]],
  ["01-1", []],
])("searching %s finds names by any part and codes by their beginning", (q, wanted) => {
  expect(codes(found(SMALL, { ...ALL, q }))).toEqual(wanted);
});

test("kind and way through the steps narrow what is found", () => {
  expect(codes(found(SMALL, { ...ALL, walks: "follows" }))).toEqual(["VIB-01-1"]);
  expect(codes(found(SMALL, { q: "vib", kind: "centre", walks: "outside" }))).toEqual(["VIB"]);
});

test("a node is never put beneath itself", () => {
  expect([...itselfAndBeneath(SMALL, "VIB-01")]).toEqual(["VIB-01", "VIB-01-1"]);
});
