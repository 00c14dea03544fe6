/** The ambassadors' roster and the new leaders as the API tells them. */
import { useQuery } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type RosterRow = Schemas["RosterRow"];
export type NewLeader = Schemas["NewLeaderOut"];

export const useRoster = (without: boolean) =>
  useQuery({
    queryKey: ["roster", without],
    queryFn: () => ask(api.GET("/api/tracks/ambassadors", { params: { query: { without } } })),
    placeholderData: (before) => before,
  });

export const useNewLeaders = (waiting: boolean) =>
  useQuery({
    queryKey: ["new-leaders", waiting],
    queryFn: () => ask(api.GET("/api/tracks/leaders", { params: { query: { waiting } } })),
    placeholderData: (before) => before,
  });
