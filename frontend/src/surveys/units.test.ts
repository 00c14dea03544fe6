import { describe, expect, it } from "vitest";
import { answering, answersWith, divided, others, splitOf, unitsOf } from "./units";
import type { WaveUnit } from "./waveReading";

const node = (
  id: string,
  parent_id: string | null,
  heads: number,
  more: Partial<WaveUnit> = {},
): WaveUnit => ({
  id,
  parent_id,
  name: id,
  kind: "section",
  heads,
  unit_id: "A",
  unit_heads: heads,
  phase: null,
  offered: heads >= 16 && id !== "A",
  prospect: "detail",
  read: true,
  printed: null,
  band: null,
  band_on: null,
  ...more,
});

const TREE = [
  node("V", null, 0, { unit_id: null }),
  node("A", "V", 9),
  node("A1", "A", 17),
  node("A2", "A", 33),
  node("A3", "A", 12),
  node("B", "A", 40, { unit_id: "B" }),
];
const A_AND_B = answering(TREE, new Set(["A", "B"]));
const [A] = A_AND_B;
if (!A) throw new Error("A is a department");

describe("who answers with whom", () => {
  it("takes each node to the nearest department above it", () => {
    expect(A_AND_B.map(({ department, nodes }) => [department.id, nodes.map((one) => one.id)])).toEqual([
      ["A", ["A", "A1", "A2", "A3"]],
      ["B", ["B"]],
    ]);
    expect(A.offered.map((one) => one.id)).toEqual(["A1", "A2"]);
  });

  it("leaves the units out where every department answers as one", () => {
    expect(unitsOf(A_AND_B, { apart: [], withs: {} })).toBeUndefined();
    expect(unitsOf(A_AND_B, { apart: [], withs: { A3: "A1" } })).toBeUndefined();
  });

  it("lets a rest that is large enough answer as the department", () => {
    const split = divided(A, { apart: [], withs: {} }, ["A1"]);
    expect(others(A, split).map((one) => one.id)).toEqual(["A", "A2", "A3"]);
    expect(unitsOf(A_AND_B, split)).toEqual({ A: "A", A1: "A1", A2: "A", A3: "A", B: "B" });
  });

  it("lets few people who are left over answer with the smallest section until another is named", () => {
    const tree = answering(
      TREE.filter((one) => one.id !== "B").map((one) => (one.id === "A3" ? { ...one, heads: 3 } : one)),
      new Set(["A"]),
    );
    const [here] = tree;
    if (!here) throw new Error("A is a department");
    const split = divided(here, { apart: [], withs: {} }, ["A1", "A2"]);
    expect(unitsOf(tree, split)).toMatchObject({ A: "A1", A1: "A1", A2: "A2", A3: "A1" });
    expect(unitsOf(tree, { ...split, withs: { A: "A2", A3: "A2" } })).toMatchObject({ A: "A2", A3: "A2" });
  });

  it("says with whom a section answers that has no result of its own", () => {
    const stored = TREE.map((one) => ({
      ...one,
      unit_id: one.id === "B" ? "B" : one.id === "A2" ? "A2" : one.id.startsWith("A") ? "A1" : null,
    }));
    expect(answersWith(stored, "A3")).toMatchObject({ unit: { id: "A1" }, above: false });
    for (const own of ["A1", "A2", "B"]) expect(answersWith(stored, own)).toBeUndefined();
    // Its own people answer with a section of it: what is beneath it is still its result.
    expect(answersWith(stored, "A")).toBeUndefined();
    const whole = stored.map((one) =>
      one.unit_id === "A1" || one.unit_id === "A2" ? { ...one, unit_id: "A" } : one,
    );
    expect(answersWith(whole, "A2")).toMatchObject({ unit: { id: "A" }, above: true });
    expect(answersWith(whole, "A")).toBeUndefined();
  });

  it("reads the split of a stored plan", () => {
    const stored = TREE.map((one) =>
      one.id === "A1" ? { ...one, unit_id: "A1" } : one.id === "A3" ? { ...one, unit_id: "A1" } : one,
    );
    const split = splitOf(answering(stored, new Set(["A", "B"])));
    expect(split).toEqual({ apart: ["A1"], withs: { A3: "A1" } });
  });
});
