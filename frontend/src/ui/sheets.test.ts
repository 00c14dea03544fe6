import { unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Form, type Line, writing } from "./sheets";

const TITLE = "Prøve: [liste]";
const HEAD = ["Afdeling", "Dato", "Antal"];
const ROWS: Line[] = [
  ['Øre; Næse og "Hals"', { day: "2026-11-23" }, 4.5],
  ['=HYPERLINK("http://x")', null, 0],
  [" +45 12", null, 1],
  ["<b>& \u0007\ud800", { day: "2026-02-28" }, 2],
  ["to\nlinjer_x0041_", null, -3],
];

async function made(form: Form, danish = true, title = TITLE): Promise<Uint8Array<ArrayBuffer>> {
  const file = writing(form, { title, head: HEAD, danish });
  await file.add(ROWS.slice(0, 2));
  await file.add(ROWS.slice(2));
  return new Uint8Array(await (await file.end()).arrayBuffer());
}
const read = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("a list as CSV", () => {
  it("is what a Danish spreadsheet opens, and reckons with nothing", async () => {
    expect(read(await made("csv")).split("\r\n")).toEqual([
      "\ufeffAfdeling;Dato;Antal",
      '"Øre; Næse og ""Hals""";23-11-2026;4,5',
      '"\'=HYPERLINK(""http://x"")";;0',
      "' +45 12;;1",
      "<b>& ;28-02-2026;2",
      '"to\nlinjer_x0041_";;-3',
      "",
    ]);
    expect(read(await made("csv", false))).toContain("4.5");
  });
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u00a0=1", "＝1", '\n="x"'])(
    "does not begin to reckon with %j",
    async (text) => {
      const file = writing("csv", { title: "x", head: [text], danish: true });
      const cell = (await (await file.end()).text()).replace(/^\ufeff?"?/, "");
      expect(cell.startsWith("'")).toBe(true);
    },
  );
  it("begins with the mark of UTF-8", async () => {
    expect([...(await made("csv")).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

/** The parts of a ZIP as texts. */
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, read(part)]));

describe("a list as XLSX", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  it("holds texts as texts, days as days and no formula", async () => {
    const text = parts(await made("xlsx"))["xl/worksheets/sheet1.xml"] ?? "";
    expect(text).toContain("=HYPERLINK(&quot;http://x&quot;)</t>");
    expect(text).not.toContain("<f>");
    expect(text).toContain("&lt;b&gt;&amp; </t>");
    expect(text).toContain("<v>46349</v>");
    expect(text).toContain("linjer_x005F_x0041_</t>");
    expect(text.match(/<row r="\d+">/g)).toEqual([1, 2, 3, 4, 5, 6].map((row) => `<row r="${row}">`));
  });
  it("is named as the list, as far as a sheet can be", async () => {
    const book = async (title: string) => parts(await made("xlsx", true, title))["xl/workbook.xml"];
    expect(await book(TITLE)).toContain('sheet name="Prøve   liste"');
    expect(await book("[:]")).toContain('sheet name="Trinvis"');
  });
  it("is written by browsers that press nothing themselves", async () => {
    vi.stubGlobal("CompressionStream", undefined);
    expect(parts(await made("xlsx"))["xl/workbook.xml"]).toContain("<sheet ");
  });
  it("is the same file whenever it is written", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-24T12:00:00Z") });
    const now = await made("xlsx");
    vi.setSystemTime(new Date("2031-01-02T03:04:05Z"));
    expect(await made("xlsx")).toEqual(now);
  });
  it("is whole when nothing stands in it", async () => {
    const file = writing("xlsx", { title: TITLE, head: HEAD, danish: true });
    const bytes = new Uint8Array(await (await file.end()).arrayBuffer());
    expect(parts(bytes)["xl/worksheets/sheet1.xml"]).toContain("Afdeling");
  });
});
