/** The list of a history page with its waiting, its trouble, its empty state and the next page. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { refusalWords } from "../../api/refusals";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Notice";
import { Loading, ShowMore, Trouble } from "../../ui/Waiting";
import { HistoryList, type Look } from "./HistoryList";
import { MOST_EVENTS, SaveHistory } from "./SaveHistory";
import { h } from "./texts";
import type { Happened, Named } from "./words";

export type PageOf = Schemas["EventsOut"];
export type Pages<P extends PageOf> = UseInfiniteQueryResult<InfiniteData<P>>;

export const eventsOf = (pages: readonly PageOf[]): Happened[] => pages.flatMap((page) => page.items);

interface Props extends Look {
  query: Pages<PageOf>;
  /** What the list is called as a file, and how it is read further. */
  saved: { title: string; read: (cursor?: string, limit?: number) => Promise<PageOf> };
  /** A day in the address cannot be: the form says so, and nothing is asked for. */
  wrong: boolean;
  filtered: boolean;
  onAll: () => void;
  empty?: ReactNode;
}

export function HistoryBody({ query, saved, wrong, filtered, onAll, empty, ...look }: Props) {
  if (wrong) return null;
  if (query.isError) return <Trouble words={refusalWords(query.error)} onRetry={() => query.refetch()} />;
  if (!query.data) return <Loading />;
  const events = eventsOf(query.data.pages);
  const named: Named = Object.assign({}, ...query.data.pages.map((page) => page.named));
  if (events.length === 0) {
    return filtered ? (
      <Empty title={h.nothingFits} level={2} action={<Button onClick={onAll}>{h.everything}</Button>} />
    ) : (
      <Empty title={h.nothing} level={2}>
        {empty ?? h.nothingText}
      </Empty>
    );
  }
  return (
    <>
      <HistoryList events={events} named={named} {...look} />
      <SaveHistory
        key={query.data.pages[0]?.items[0]?.id}
        title={saved.title}
        pages={query.data.pages}
        look={look}
        rest={query.hasNextPage && ((cursor) => saved.read(cursor ?? undefined, MOST_EVENTS))}
      />
      {query.hasNextPage && (
        <ShowMore onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage} />
      )}
    </>
  );
}
