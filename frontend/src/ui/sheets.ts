/**
 * A list as a file: CSV as Danish spreadsheets open it, or XLSX; written a few rows at a time, so that a long
 * one never stands in memory as a whole.
 * What somebody wrote stays text: no cell is a formula, in a file that is opened or in one that is imported.
 */
import { strToU8, Zip, ZipDeflate } from "fflate";

/** A text, a number, a day ("2026-11-23") or nothing. */
export type Cell = string | number | { day: string } | null;
export type Line = readonly Cell[];
export type Form = "csv" | "xlsx";

export interface Sheet {
  title: string;
  head: readonly string[];
  /** Decimal commas in CSV. */
  danish: boolean;
}

/** A file that grows; `end` gives it. */
export interface Writing {
  add: (lines: readonly Line[]) => Promise<void>;
  end: () => Promise<Blob>;
}

export const writing = (form: Form, sheet: Sheet): Writing => (form === "csv" ? csv(sheet) : xlsx(sheet));

// Signs that XML does not know, and halves of signs; and what spreadsheets would begin to reckon with.
const UNKNOWN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const RECKONS = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/;
const LONGEST = 32_000;

const plain = (text: string): string => text.replace(UNKNOWN, "").slice(0, LONGEST);

/** Semicolons and a byte order mark: what Excel reads as Danish; days as 23-11-2026, as imports take them. */
function csv({ head, danish }: Sheet): Writing {
  const text = (lines: readonly Line[]): string =>
    lines.map((line) => `${line.map((cell) => quoted(cell, danish)).join(";")}\r\n`).join("");
  const parts = [`\ufeff${text([head])}`];
  return {
    add: async (lines) => {
      parts.push(text(lines));
    },
    end: async () => new Blob(parts),
  };
}

function quoted(cell: Cell, danish: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number") return danish ? String(cell).replace(".", ",") : String(cell);
  if (typeof cell === "object") return cell.day.split("-").reverse().join("-");
  const text = plain(cell);
  const harmless = RECKONS.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// ---- XLSX: a few XML files in a ZIP, packed as they come

/** A ZIP says when its parts were written: always this day, in whichever time zone. */
const NO_DAY = new Date(1980, 0, 1);
const PRESSED = 6;

interface Packing {
  /** Adds to the part that was begun last; `over`: nothing more comes there. */
  write: (text: string, over?: boolean) => void;
  begin: (path: string) => void;
  /** The whole, once every part is over. */
  blob: () => Blob;
}

function packing(): Packing {
  const parts: BlobPart[] = [];
  let part: ZipDeflate | undefined;
  const whole = new Zip((trouble, bytes) => {
    if (trouble) throw trouble;
    parts.push(bytes);
  });
  return {
    begin: (path) => {
      part = new ZipDeflate(path, { level: PRESSED });
      part.mtime = NO_DAY;
      whole.add(part);
    },
    write: (text, over = false) => part?.push(strToU8(text), over),
    blob: () => {
      whole.end();
      return new Blob(parts);
    },
  };
}

/** `_x0041_` would be read as a letter: its line is written as one, so that it stays what it is. */
const escaped = (text: string): string =>
  plain(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
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

/** How a cell looks, by its place in STYLES. */
const LOOK = { head: 1, day: 2, text: 3, number: 4 };

function cellXml(cell: Cell, at: string, look: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}" s="${LOOK.number}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="${LOOK.day}"><v>${serial(cell.day)}</v></c>`;
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** `number`: of the first line, from 1. */
const rowsXml = (lines: readonly Line[], number: number, look: number): string =>
  lines
    .map((line, index) => {
      const cells = line.map((cell, at) => cellXml(cell, `${column(at)}${number + index}`, look));
      return `<row r="${number + index}">${cells.join("")}</row>`;
    })
    .join("");

const widthOf = (lines: readonly Line[], index: number): number => {
  const lengths = lines.map((line) => {
    const cell = line[index] ?? "";
    return typeof cell === "string" ? cell.length : 11;
  });
  return Math.min(60, Math.max(10, ...lengths) + 2);
};

/** What stands before the rows; the first of them say how wide the columns are. */
function beginning(lines: readonly Line[]): string {
  const widths = lines[0]?.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(lines, at)}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  return `${HEADER}<worksheet xmlns="${MAIN}">${views}<cols>${widths?.join("")}</cols><sheetData>`;
}

function xlsx({ title, head }: Sheet): Writing {
  const file = packing();
  file.begin("xl/worksheets/sheet1.xml");
  let rows = 0;
  const add = async (lines: readonly Line[]): Promise<void> => {
    const first = rows === 0 ? beginning([head, ...lines.slice(0, 200)]) + rowsXml([head], 1, LOOK.head) : "";
    if (rows === 0) rows = 1;
    file.write(first + rowsXml(lines, rows + 1, LOOK.text));
    rows += lines.length;
  };
  const end = async (): Promise<Blob> => {
    if (rows === 0) await add([]);
    file.write("</sheetData></worksheet>", true);
    for (const [path, text] of Object.entries(around(title))) {
      file.begin(path);
      file.write(text, true);
    }
    return file.blob();
  };
  return { add, end };
}

const CELLS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
];
const STYLES =
  `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELLS.length}">${CELLS.join("")}</cellXfs></styleSheet>`;

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts around the sheet, by their paths. */
function around(title: string): Record<string, string> {
  const words = title.replace(/[[\]:*?/\\']/g, " ").trim();
  const name = escaped(words.slice(0, 31) || "Trinvis");
  const part = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${WORKBOOK}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return {
    "[Content_Types].xml": `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("xl/workbook.xml", "sheet.main")}${part("xl/worksheets/sheet1.xml", "worksheet")}${part("xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml"),
    ),
    "xl/styles.xml": STYLES,
  };
}
