/**
 * The list on screen as a file, with its filters, in the reader's language.
 *   <SaveList title="Udrulning" rows={items} columns={[{ title: "Afdeling", cell: (row) => row.department.name },
 *     { title: "Dato", cell: (row) => aDay(row.on) }]} />
 * A list that is shown page by page gives `rest={query}`: what is not read yet is read first, with progress.
 */
import { useState } from "react";
import { language, texts } from "../i18n";
import { Button } from "./Button";
import type { Cell } from "./sheets";

const t = texts({
  da: {
    group: "Hent listen",
    csv: "Hent CSV",
    xlsx: "Hent Excel",
    reading: (n: number) => `Henter. ${n} er læst.`,
    done: (n: number) => (n === 1 ? "1 række er hentet" : `${n} rækker er hentet`),
    failed: "Listen kunne ikke hentes. Prøv igen.",
  },
  en: {
    group: "Download the list",
    csv: "Download CSV",
    xlsx: "Download Excel",
    reading: (n: number) => `Reading. ${n} so far.`,
    done: (n: number) => (n === 1 ? "1 row downloaded" : `${n} rows downloaded`),
    failed: "The list could not be downloaded. Try again.",
  },
});

export interface ListColumn<Item> {
  title: string;
  cell: (item: Item) => Cell;
}

/** A day as a cell that a spreadsheet can sort by. */
export const aDay = (day: string | null | undefined): Cell => (day ? { day } : null);

interface Paged<Item> {
  hasNextPage: boolean;
  isError: boolean;
  data?: { pages: readonly { items: readonly Item[] }[] } | undefined;
  fetchNextPage: () => Promise<Paged<Item>>;
}

interface Props<Item> {
  title: string;
  rows: readonly Item[];
  columns: readonly ListColumn<Item>[];
  rest?: Paged<Item>;
}

async function allOf<Item>(query: Paged<Item>, tell: (n: number) => void): Promise<readonly Item[]> {
  let now = query;
  const items = () => now.data?.pages.flatMap((page) => page.items) ?? [];
  while (now.hasNextPage) {
    tell(items().length);
    now = await now.fetchNextPage();
    if (now.isError) throw new Error("a page could not be read");
  }
  return items();
}

export function SaveList<Item>({ title, rows, columns, rest }: Props<Item>) {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async (form: "csv" | "xlsx") => {
    setBusy(true);
    try {
      const items = rest ? await allOf(rest, (n) => setSaid(t.reading(n))) : rows;
      const { csvOf, xlsxOf } = await import("./sheets");
      const head = columns.map((column) => column.title);
      const sheet = { title, head, rows: items.map((item) => columns.map(({ cell }) => cell(item))) };
      const bytes = form === "csv" ? csvOf(sheet, language === "da") : xlsxOf(sheet);
      hand(bytes, `${fileName(title)}.${form}`);
      setSaid(t.done(items.length));
    } catch {
      setSaid(t.failed);
    }
    setBusy(false);
  };
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a question.
    <span className="copy no-print" role="group" aria-label={t.group}>
      <Button kind="quiet" busy={busy} onClick={() => void save("xlsx")}>
        {t.xlsx}
      </Button>
      <Button kind="quiet" busy={busy} onClick={() => void save("csv")}>
        {t.csv}
      </Button>
      <span role="status" className="copy__said">
        {said}
      </span>
    </span>
  );
}

const fileName = (title: string): string =>
  title
    .toLocaleLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "trinvis";

function hand(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
