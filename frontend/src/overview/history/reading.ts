/** Reading the history, a page at a time. */
import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import type { Schemas } from "../../api/client";
import type { Pages } from "./HistoryBody";

/** Pages one after the other; `ask` is given the cursor of the next. */
export function usePages<P extends Schemas["EventsOut"]>(
  queryKey: QueryKey,
  ask: (cursor: string | undefined) => Promise<P>,
  enabled: boolean,
): Pages<P> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
  });
}
