/** Reading a list to its end and writing it as a file: stopped at any time, gone on with after trouble. */
import { type Cell, type Form, type Sheet, writing } from "./sheets";

export interface PageOf<Item> {
  items: readonly Item[];
  /** Where the next page begins; null after the last. */
  next: string | null;
}

/** Reads the page that begins there; null: the first. */
export type ReadPage<Item> = (cursor: string | null) => Promise<PageOf<Item>>;

export interface Saving {
  /**
   * The file, or null if it was stopped. What reading throws is thrown; called again, it goes on with the page
   * that could not be read.
   */
  go: (tell: (read: number) => void, stopped: () => boolean) => Promise<Blob | null>;
}

/** A page that fails is asked for again after these, in ms: somebody waits, and most trouble is short. */
const PAUSES = [500, 2_500];

/** Rows that are here already are written so many at a time; between them the page does its own work. */
const AT_ONCE = 500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function saving<Item>(
  form: Form,
  sheet: Sheet,
  line: (item: Item) => readonly Cell[],
  read: ReadPage<Item>,
): Saving {
  const file = writing(form, sheet);
  let cursor: string | null = null;
  let over = false;
  let count = 0;
  const readOn = async (stopped: () => boolean): Promise<PageOf<Item>> => {
    for (const ms of PAUSES) {
      try {
        return await read(cursor);
      } catch (trouble) {
        if (stopped()) throw trouble;
        await pause(ms);
      }
    }
    return read(cursor);
  };
  return {
    go: async (tell, stopped) => {
      while (!over) {
        const page = await readOn(stopped);
        if (stopped()) return null;
        await file.add(page.items.map(line));
        count += page.items.length;
        cursor = page.next;
        over = page.next === null;
        tell(count);
      }
      return stopped() ? null : file.end();
    },
  };
}

/** Rows that are here already, in pages. */
export const pagesOf =
  <Item>(rows: readonly Item[]): ReadPage<Item> =>
  async (cursor) => {
    const from = Number(cursor ?? 0);
    if (from > 0) await pause(0);
    const till = from + AT_ONCE;
    return { items: rows.slice(from, till), next: till < rows.length ? String(till) : null };
  };
