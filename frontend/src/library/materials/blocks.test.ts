import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks";

describe("plain text as blocks", () => {
  it("parts paragraphs at an empty line and keeps the lines within one", () => {
    expect(blocksOf("en\nto\n\n\ntre\n")).toEqual([
      { kind: "paragraph", lines: ["en", "to"] },
      { kind: "paragraph", lines: ["tre"] },
    ]);
  });
  it("knows points, steps and headings", () => {
    expect(blocksOf("## Sådan\nFørst:\n- en\n- to\n1. tre\n2) fire")).toEqual([
      { kind: "heading", text: "Sådan" },
      { kind: "paragraph", lines: ["Først:"] },
      { kind: "points", items: ["en", "to"] },
      { kind: "steps", items: ["tre", "fire"] },
    ]);
  });
  it("begins a new list after an empty line", () => {
    expect(blocksOf("- en\n\n- to")).toHaveLength(2);
  });
  it("takes everything else as it is", () => {
    const text = "<b>fed</b> [her](javascript:x) 5. marts, -ikke et punkt";
    expect(blocksOf(text)).toEqual([{ kind: "paragraph", lines: [text] }]);
    expect(blocksOf("")).toEqual([]);
  });
});
