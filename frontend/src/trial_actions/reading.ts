/** Trial actions as the API tells them, and what the forms choose from. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, ask, type Schemas } from "../api/client";

export type Trial = Schemas["TrialOut"];
export type TrialBrief = Schemas["TrialBriefOut"];
export type TrialState = Trial["state"];
export type Decision = NonNullable<Trial["decision"]>;
export type Act = Trial["can"][number];

export const readTrial = (id: string): Promise<Trial> =>
  ask(api.GET("/api/trial-actions/{trial_id}", { params: { path: { trial_id: id } } }));

export const useTrial = (id: string) => useQuery({ queryKey: ["trial", id], queryFn: () => readTrial(id) });

/**
 * Takes a changed trial into what the pages show. Whatever else is shown may hang on it (a department's
 * steps, what waits on the front page), so all of that is read anew when it is next looked at.
 */
export function useTakeIn(): (trial: Trial) => void {
  const queries = useQueryClient();
  return useCallback(
    (trial) => {
      queries.setQueryData(["trial", trial.id], trial);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !STEADY.has(String(queryKey[0])) && queryKey[1] !== trial.id,
      });
    },
    [queries],
  );
}

/** What no trial changes. */
const STEADY = new Set(["me", "content", "people"]);

export interface Wanted {
  department: string;
  state: string;
  decision: string;
  owner: string;
  /** Key of a tool that they name. */
  tool: string;
  q: string;
}

/** The list, newest first, page after page. */
export function useTrials(wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: ["trials", wanted],
    queryFn: ({ pageParam }) => readTrials(wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** The page of the list that begins there. */
export const readTrials = (wanted: Wanted, cursor: string | null, limit = 30) =>
  ask(api.GET("/api/trial-actions", { params: { query: asked(wanted, cursor, limit) } }));

/** Trials of nodes above that take place in this department. */
export const useTaking = (place: string) =>
  useQuery({
    queryKey: ["trials", { place }],
    queryFn: () => ask(api.GET("/api/trial-actions", { params: { query: { place, limit: 20 } } })),
    enabled: place !== "",
  });

function asked(wanted: Wanted, cursor: string | null, limit: number) {
  const { department, state, decision, owner, tool, q } = wanted;
  return {
    department: department || null,
    state: state ? [state as TrialState] : null,
    decision: (decision || null) as Decision | null,
    owner: owner || null,
    tool: tool || null,
    q: q || null,
    cursor,
    limit,
  };
}

/** Departments one may know of, for the list's filter. */
export const useDepartments = () =>
  useQuery({ queryKey: ["departments"], queryFn: () => ask(api.GET("/api/departments")) });

export const useDepartment = (id: string) =>
  useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
    enabled: id !== "",
  });

/** Who can own something at the department. */
export const usePeople = (department: string, enabled = true) =>
  useQuery({
    queryKey: ["people", department],
    queryFn: () => ask(api.GET("/api/people", { params: { query: { department } } })),
    enabled: enabled && department !== "",
  });

/** Factors, dimensions, tools and ready ideas of the content pack. */
export const useContent = () =>
  useQuery({ queryKey: ["content"], queryFn: () => ask(api.GET("/api/content")), staleTime: 60 * 60_000 });

export type Content = Schemas["ContentOut"];
