/** What the page of papers asks the API for. */
import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type Report = Schemas["PapersOut"];
export type Kind = Schemas["PapersOut"]["kind"];

export const isWaiting = (report: Report): boolean =>
  report.state === "waiting" || report.state === "running";

/** The committee's meetings: of the department's LMU, or of the hospital's HMU. */
export const meetingsQuery = (department: string | undefined) =>
  queryOptions({
    queryKey: ["meetings", "papers", department ?? "hmu"],
    queryFn: () =>
      ask(
        api.GET("/api/meetings", {
          params: { query: department ? { department } : { committee: "hmu" } },
        }),
      ),
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ["meeting", id],
    enabled: id !== "",
    queryFn: () => ask(api.GET("/api/meetings/{meeting_id}", { params: { path: { meeting_id: id } } })),
  });

/** Asked again each second while the worker is at it. */
export const reportsQuery = (department: string) =>
  queryOptions({
    queryKey: ["reports", department],
    queryFn: () => ask(api.GET("/api/reports", { params: { query: { department } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isWaiting) ? 1000 : false),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["report", id],
    queryFn: () => ask(api.GET("/api/reports/{report_id}", { params: { path: { report_id: id } } })),
    refetchInterval: ({ state }) => (state.data && isWaiting(state.data) ? 1000 : false),
  });

export const fileAddress = (report: string, format: string): string =>
  `/api/reports/${report}/files/${format}`;
