/** What happened to the organisation, its people and roles: for whoever keeps them. */
import { Await } from "../../Await";
import { api, ask } from "../../api/client";
import { to } from "../../paths";
import { Page } from "../../ui/Page";
import { eventsOf, HistoryBody } from "./HistoryBody";
import { HistoryFilters, OF_ORGANISATION, useAsked } from "./HistoryFilters";
import { countOf } from "./HistoryList";
import { usePages } from "./reading";
import { h } from "./texts";

export function OrganisationHistoryPage() {
  const state = useAsked(OF_ORGANISATION);
  const { asked, wrong, filtered, clear } = state;
  const read = (cursor?: string, limit?: number) =>
    ask(api.GET("/api/history/organisation", { params: { query: { ...asked, cursor, limit } } }));
  const query = usePages(["history", "organisation", asked], read, !wrong);
  const pages = query.data?.pages;
  if (query.isLoadingError) return <Await query={query}>{() => null}</Await>;
  return (
    <Page
      title={h.organisationTitle}
      lead={h.organisationLead}
      crumbs={[{ href: to.administration, label: h.administration }]}
    >
      <HistoryFilters
        groups={OF_ORGANISATION}
        state={state}
        count={pages ? countOf(eventsOf(pages), query.hasNextPage) : null}
      />
      <HistoryBody
        query={query}
        saved={{ title: h.organisationTitle, read }}
        wrong={wrong}
        filtered={filtered}
        onAll={clear}
      />
    </Page>
  );
}
