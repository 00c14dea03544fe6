/** What one has done oneself, in all departments; nobody else sees it as one list. */
import { api, ask } from "../../api/client";
import { Page } from "../../ui/Page";
import { eventsOf, HistoryBody } from "./HistoryBody";
import { HistoryFilters, OF_DEPARTMENT, useAsked } from "./HistoryFilters";
import { countOf } from "./HistoryList";
import { usePages } from "./reading";
import { h } from "./texts";

export function MyHistoryPage() {
  const state = useAsked(OF_DEPARTMENT);
  const { asked, wrong, filtered, clear } = state;
  const read = (cursor?: string, limit?: number) =>
    ask(api.GET("/api/history/mine", { params: { query: { ...asked, cursor, limit } } }));
  const query = usePages(["history", "mine", asked], read, !wrong);
  const pages = query.data?.pages;
  return (
    <Page title={h.mineTitle} lead={h.mineLead}>
      <HistoryFilters
        groups={OF_DEPARTMENT}
        state={state}
        count={pages ? countOf(eventsOf(pages), query.hasNextPage) : null}
      />
      <HistoryBody
        query={query}
        saved={{ title: h.mineTitle, read }}
        wrong={wrong}
        filtered={filtered}
        onAll={clear}
        own
      />
    </Page>
  );
}
