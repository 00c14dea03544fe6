import { expect, test } from "vitest";
import { merge } from "./versioned";

const WAS = { change: "fem minutter", measure: "streger", tools: ["a"] };

test("what only I changed stays, what only they changed is taken in", () => {
  const merged = merge(WAS, { ...WAS, change: "to minutter" }, { ...WAS, tools: ["a", "b"] });
  expect(merged).toEqual({
    form: { change: "to minutter", measure: "streger", tools: ["a", "b"] },
    torn: [],
  });
});

test("what both changed to the same is no conflict", () => {
  const both = { ...WAS, change: "to minutter" };
  expect(merge(WAS, both, both).torn).toEqual([]);
});

test("what both changed differently is told, and mine is not lost", () => {
  const merged = merge(WAS, { ...WAS, change: "to minutter" }, { ...WAS, change: "ti minutter" });
  expect(merged.torn).toEqual(["change"]);
  expect(merged.form.change).toBe("to minutter");
});
