import { describe, expect, it } from "vitest";
import { csvOf, type Sheet, xlsxOf } from "./sheets";

const SHEET: Sheet = {
  title: "Prøve: [liste]",
  head: ["Afdeling", "Dato", "Antal"],
  rows: [
    ['Øre; Næse og "Hals"', { day: "2026-11-23" }, 4.5],
    ['=HYPERLINK("http://x")', null, 0],
    [" +45 12", null, 1],
    ["<b>& \u0007\ud800", { day: "2026-02-28" }, 2],
  ],
};
const read = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("a list as CSV", () => {
  it("is what a Danish spreadsheet opens, and reckons with nothing", () => {
    expect(read(csvOf(SHEET)).split("\r\n")).toEqual([
      "\ufeffAfdeling;Dato;Antal",
      '"Øre; Næse og ""Hals""";23-11-2026;4,5',
      '"\'=HYPERLINK(""http://x"")";;0',
      "' +45 12;;1",
      "<b>& ;28-02-2026;2",
      "",
    ]);
    expect(read(csvOf(SHEET, false))).toContain("4.5");
  });
});

describe("a list as XLSX", () => {
  const text = read(xlsxOf(SHEET));
  it("holds texts as texts, days as days and no formula", () => {
    expect(text).toContain("=HYPERLINK(&quot;http://x&quot;)</t>");
    expect(text).not.toContain("<f>");
    expect(text).toContain("&lt;b&gt;&amp; </t>");
    expect(text).toContain("<v>46349</v>");
    expect(text).toContain('sheet name="Prøve   liste"');
  });
  it("is a ZIP whose directory lies where its end says", () => {
    const bytes = xlsxOf(SHEET);
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint32(view.getUint32(end + 16, true), true)).toBe(0x02014b50);
  });
});
