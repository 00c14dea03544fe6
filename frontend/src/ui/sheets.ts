/**
 * A list as a file: CSV as Danish spreadsheets open it, or XLSX. Pure.
 * What somebody wrote stays text: no cell is a formula, in a file that is opened or in one that is imported.
 */

/** A text, a number, a day ("2026-11-23") or nothing. */
export type Cell = string | number | { day: string } | null;

export interface Sheet {
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

// Signs that XML does not know, and halves of signs; and what spreadsheets would begin to reckon with.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNKNOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const RECKONS = /^[\s\u00a0]*[=+\-@\t\r]/;
const LONGEST = 32_000;

const plain = (text: string): string => text.replace(UNKNOWN, "").slice(0, LONGEST);

/** Semicolons and a byte order mark: what Excel reads as Danish; days as 23-11-2026, as imports take them. */
export function csvOf({ head, rows }: Sheet, danish = true): Uint8Array<ArrayBuffer> {
  const lines = [head, ...rows].map((row) => row.map((cell) => quoted(cell, danish)).join(";"));
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

function quoted(cell: Cell, danish: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number") return danish ? String(cell).replace(".", ",") : String(cell);
  if (typeof cell === "object") return cell.day.split("-").reverse().join("-");
  const text = plain(cell);
  const harmless = RECKONS.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// ---- XLSX: a few XML files in an uncompressed ZIP

const escaped = (text: string): string =>
  plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org";
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const PACKAGE = `${OFFICE}/package/2006`;

/** A letter for each column: A, B, ... Z, AA. */
const column = (index: number): string =>
  (index >= 26 ? column(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const DAY = 86_400_000;
/** Days since 30 December 1899, as spreadsheets count. */
const serial = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY) + 25_569;

function cellXml(cell: Cell, at: string, head: boolean): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="2"><v>${serial(cell.day)}</v></c>`;
  const look = head ? ' s="1"' : ' s="3"';
  return `<c r="${at}"${look} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const widthOf = (sheet: Sheet, index: number): number => {
  const longest = [sheet.head, ...sheet.rows.slice(0, 200)].map((row) => {
    const cell = row[index] ?? "";
    return typeof cell === "string" ? cell.length : 11;
  });
  return Math.min(60, Math.max(10, ...longest) + 2);
};

function sheetXml(sheet: Sheet): string {
  const lines = [sheet.head, ...sheet.rows].map((row, number) => {
    const cells = row.map((cell, index) => cellXml(cell, `${column(index)}${number + 1}`, number === 0));
    return `<row r="${number + 1}">${cells.join("")}</row>`;
  });
  const widths = sheet.head.map(
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(sheet, index)}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  const data = `<cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData>`;
  return `${HEADER}<worksheet xmlns="${MAIN}">${views}${data}</worksheet>`;
}

const STYLES =
  `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  "</cellXfs></styleSheet>";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function xlsxOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const name = escaped(
    sheet.title
      .replace(/[[\]:*?/\\']/g, " ")
      .trim()
      .slice(0, 31) || "Trinvis",
  );
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${WORKBOOK}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return zipOf({
    "[Content_Types].xml": `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/worksheets/sheet1.xml", "worksheet")}${part("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml"),
    ),
    "xl/styles.xml": STYLES,
    "xl/worksheets/sheet1.xml": sheetXml(sheet),
  });
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function checksum(bytes: Uint8Array): number {
  let found = 0xffffffff;
  for (const byte of bytes) found = (TABLE[(found ^ byte) & 0xff] ?? 0) ^ (found >>> 8);
  return (found ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers: [value, how many bytes] each. */
function numbers(...given: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value, size] of given)
    for (let at = 0; at < size; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  return Uint8Array.from(bytes);
}

/** 1 January 1980: a file says nothing of when it was made. */
const NO_DATE = 0x21;

function zipOf(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const about = [
      [20, 2], [0x800, 2], [0, 2], [0, 2], [NO_DATE, 2],
      [checksum(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2],
    ] as const; // biome-ignore format: the fields of a ZIP entry
    const local = [numbers([0x04034b50, 4], ...about), name, data];
    const entry = numbers([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    listed.push(entry, name);
    parts.push(...local);
    offset += local.reduce((sum, one) => sum + one.length, 0);
  }
  const size = listed.reduce((sum, one) => sum + one.length, 0);
  const count = Object.keys(files).length;
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  );
  const whole = new Uint8Array(offset + size + end.length);
  let at = 0;
  for (const one of [...parts, ...listed, end]) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
