/**
 * The list on screen as a file, with its filters, in the reader's language.
 *   <SaveList title="Udrulning" rows={items} columns={[{ title: "Afdeling", cell: (row) => row.department.name },
 *     { title: "Dato", cell: (row) => aDay(row.on) }]} />
 * A list that is shown page by page gives `rest` while there is more than `rows`: it is then read by itself from
 * the beginning, in the API's largest pages, so that what is on screen stays as it is. Give it a `key` of the
 * filters: others are another list, and what is being read for the former is let go.
 *   <SaveList key={keyOf(wanted)} ... rest={pages.hasNextPage && ((cursor) => readTrials(wanted, cursor, MOST))} />
 */
import { useEffect, useRef, useState } from "react";
import { number } from "../dates";
import { language, texts } from "../i18n";
import { Button } from "./Button";
import type { PageOf, ReadPage, Saving } from "./saving";
import type { Cell, Form } from "./sheets";

const t = texts({
  da: {
    forms: { xlsx: "Hent Excel", csv: "Hent CSV" },
    reading: "Henter listen.",
    read: (n: string) => `${n} er læst.`,
    done: (n: number, words: string) => (n === 1 ? "1 række er hentet" : `${words} rækker er hentet`),
    stop: "Stop",
    stopped: "Stoppet. Der er ikke gemt noget.",
    failed: (n: number, words: string) =>
      n === 0
        ? "Listen kunne ikke læses. Der er ikke gemt noget."
        : `Det gik i stå, da ${words} var læst. De er her endnu, men ingen fil er gemt.`,
    again: "Prøv igen",
    goOn: "Fortsæt",
  },
  en: {
    forms: { xlsx: "Download Excel", csv: "Download CSV" },
    reading: "Reading the list.",
    read: (n: string) => `${n} so far.`,
    done: (n: number, words: string) => (n === 1 ? "1 row downloaded" : `${words} rows downloaded`),
    stop: "Stop",
    stopped: "Stopped. Nothing was saved.",
    failed: (n: number, words: string) =>
      n === 0
        ? "The list could not be read. Nothing was saved."
        : `It came to a halt after ${words} rows. They are still here, but no file was saved.`,
    again: "Try again",
    goOn: "Go on",
  },
});

export type { PageOf };

/** Rows of a page when a whole list is read: the most that the API gives. */
export const MOST = 200;

export interface ListColumn<Item> {
  title: string;
  cell: (item: Item) => Cell;
}

/** A day as a cell that a spreadsheet can sort by. */
export const aDay = (day: string | null | undefined): Cell => (day ? { day } : null);

/** The key of a list that is narrowed like this. */
export const keyOf = (wanted: unknown): string => JSON.stringify(wanted);

interface Props<Item> {
  title: string;
  rows: readonly Item[];
  columns: readonly ListColumn<Item>[];
  rest?: ReadPage<Item> | false | undefined;
  /** One list of several on a page that is about something else. */
  slight?: boolean;
}

interface Under {
  form: Form;
  saving: Saving;
  read: number;
  state: "reading" | "failed";
}

const counted = (n: number): string => number(n, 0);

export function SaveList<Item>({ title, rows, columns, rest, slight }: Props<Item>) {
  const [under, setUnder] = useState<Under | null>(null);
  const [said, setSaid] = useState("");
  // Which reading is wanted: none once another has begun, it was stopped, or the list has left the screen.
  const wanted = useRef<Saving | null>(null);
  const buttons = useRef<HTMLSpanElement>(null);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  const goOn = async (saving: Saving, form: Form, from: number) => {
    wanted.current = saving;
    const stopped = () => wanted.current !== saving;
    let read = from;
    const tell = (n: number) => {
      read = n;
      if (!stopped()) setUnder({ form, saving, read, state: "reading" });
    };
    tell(read);
    setSaid("");
    try {
      const file = await saving.go(tell, stopped);
      if (!file || stopped()) return;
      hand(file, `${fileName(title)}.${form}`);
      setSaid(t.done(read, counted(read)));
      setUnder(null);
    } catch {
      if (!stopped()) setUnder({ form, saving, read, state: "failed" });
    }
  };
  const save = async (form: Form) => {
    try {
      const { pagesOf, saving } = await import("./saving");
      const sheet = { title, head: columns.map((column) => column.title), danish: language === "da" };
      const line = (item: Item) => columns.map(({ cell }) => cell(item));
      await goOn(saving(form, sheet, line, rest || pagesOf(rows)), form, 0);
    } catch {
      setSaid(t.failed(0, ""));
    }
  };
  const stop = () => {
    wanted.current = null;
    setUnder(null);
    setSaid(t.stopped);
    buttons.current?.querySelector("button")?.focus();
  };
  const busy = under?.state === "reading";
  if (rows.length === 0) return null;
  return (
    <span className="copy save-list no-print" ref={buttons}>
      {(["xlsx", "csv"] as const).map((form) => (
        <Button key={form} kind={slight ? "link" : "quiet"} busy={busy} onClick={() => void save(form)}>
          {t.forms[form]}
          <span className="visually-hidden">: {title}</span>
        </Button>
      ))}
      <span role="status" className="copy__said">
        {under ? toldOf(under) : said}
      </span>
      {busy && under.read > 0 && <span className="copy__said">{t.read(counted(under.read))}</span>}
      {under && (
        <Button kind="link" onClick={() => (busy ? stop() : void goOn(under.saving, under.form, under.read))}>
          {busy ? t.stop : under.read > 0 ? t.goOn : t.again}
        </Button>
      )}
    </span>
  );
}

/** Said aloud once; the number beside it grows in silence. */
const toldOf = ({ state, read }: Under): string =>
  state === "failed" ? t.failed(read, counted(read)) : read > 0 ? t.reading : "";

const fileName = (title: string): string =>
  title
    .toLocaleLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "trinvis";

function hand(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
