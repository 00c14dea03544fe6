/** A history as a file: the sentences that the page shows. Former texts are opened one by one, and stay there. */
import { useSignedIn } from "../../api/session";
import { clock, dayOf } from "../../dates";
import { texts } from "../../i18n";
import { aDay, type ListColumn, SaveList } from "../../ui/SaveList";
import type { PageOf } from "./HistoryBody";
import type { Look } from "./HistoryList";
import { gathered, type Line, type Named, sentence } from "./words";

const s = texts({
  da: { day: "Dato", at: "Klokken", what: "Hvad der skete", where: "Afdeling" },
  en: { day: "Date", at: "Time", what: "What happened", where: "Department" },
});

/** Events of a page: the most that the API gives. */
export const MOST_EVENTS = 100;

interface Props {
  title: string;
  pages: readonly PageOf[];
  look: Look;
  /** Where there is more than `pages`. */
  rest: ((cursor: string | null) => Promise<PageOf>) | false;
}

interface Told extends Line {
  words: string;
}

export function SaveHistory({ title, pages, look, rest }: Props) {
  const { today } = useSignedIn();
  const told = ({ items, named }: { items: PageOf["items"]; named: Named }): Told[] =>
    gathered(items).map((line) => {
      const pieces = sentence(line.event, {
        named,
        today,
        own: look.own ?? false,
        record: look.record ?? false,
      });
      return { ...line, words: pieces.map(({ words }) => words).join("") };
    });
  const all = {
    items: pages.flatMap(({ items }) => items),
    named: Object.assign({}, ...pages.map((p) => p.named)),
  };
  return (
    <SaveList
      title={title}
      rows={told(all)}
      columns={COLUMNS}
      rest={
        rest &&
        (async (cursor) => {
          const page = await rest(cursor);
          return { items: told(page), next: page.next };
        })
      }
    />
  );
}

const COLUMNS: ListColumn<Told>[] = [
  { title: s.day, cell: ({ event }) => aDay(dayOf(event.at)) },
  { title: s.at, cell: ({ event }) => clock(event.at) },
  { title: s.what, cell: ({ words }) => words },
  { title: s.where, cell: ({ departments }) => departments.map(({ name }) => name).join(", ") },
];
