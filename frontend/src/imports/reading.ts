/** What the pages of imports ask the API for, and what they make of the answers. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";
import { language } from "../i18n";
import { t } from "./texts";

export type Run = Schemas["ImportOut"];
export type Entry = Schemas["ImportLineOut"];
export type Line = Schemas["ReportLineOut"];
export type Status = Schemas["LineStatus"];
export type Kind = Schemas["ImportKind"];
export type Form = "csv" | "xlsx";

/** In the order of the report: what has to be looked at comes first. */
export const STATUSES = ["refused", "warning", "ended", "moved", "changed", "added"] as const;
export const KINDS = ["departments", "people"] as const;
export const MOST_BYTES = 20_000_000;

export const isWaiting = (run: Run): boolean => run.state === "checking" || run.state === "applying";

/** What stands in its rows. */
export const kindOf = (run: Entry): string => (run.whole ? t.wholeKinds : t.kinds)[run.kind];

/** How many changes it would make, or has made. */
export const changesOf = ({ counts }: Entry): number =>
  counts.added + counts.changed + counts.moved + counts.ended;

/** Where it stands, in one word: a file that was looked at has to be corrected, or changes nothing, or waits. */
export function standingOf(run: Entry) {
  if (run.state !== "checked") return run.state;
  if (run.counts.refused > 0) return "refused";
  return changesOf(run) > 0 ? "checked" : "nothing";
}

/** Asked again each second while the worker is at it. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ["import", id],
    queryFn: () =>
      ask(
        api.GET("/api/imports/{import_id}", {
          params: { path: { import_id: id }, query: { lang: language } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isWaiting(state.data) ? 1000 : false),
  });

export const runsQuery = infiniteQueryOptions({
  queryKey: ["imports"],
  queryFn: ({ pageParam }) =>
    ask(api.GET("/api/imports", { params: { query: { cursor: pageParam ?? undefined } } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** `checked`: the moment of the look, so that a new look has a new report. */
export const linesQuery = (id: string, checked: string | null, status: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ["import", id, "lines", checked, status, q],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/imports/{import_id}/lines", {
          params: {
            path: { import_id: id },
            query: {
              lang: language,
              q: q || undefined,
              status: (status || undefined) as Status | undefined,
              cursor: pageParam === null ? undefined : Number(pageParam),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const reportAddress = (id: string, form: Form): string =>
  `/api/imports/${id}/report.${form}?lang=${language}`;

export const templateAddress = (kind: Kind, form: Form): string =>
  `/api/imports/templates/${kind}.${form}?lang=${language}`;
