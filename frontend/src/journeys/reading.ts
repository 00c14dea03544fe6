/** Journeys, sessions and requests for help as the API tells them. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, ask, type Schemas } from "../api/client";

export type Journey = Schemas["JourneyOut"];
export type Step = Schemas["StepOut"];
export type Session = Schemas["SessionOut"];
export type Support = Schemas["SupportOut"];
export type Department = Schemas["DepartmentOut"];

export const readJourney = (id: string): Promise<Journey> =>
  ask(api.GET("/api/journeys/{journey_id}", { params: { path: { journey_id: id } } }));

export const useJourney = (id: string | null | undefined) =>
  useQuery({ queryKey: ["journey", id], queryFn: () => readJourney(id ?? ""), enabled: Boolean(id) });

/** A department's rounds, newest first. */
export const useRounds = (department: string) =>
  useQuery({
    queryKey: ["rounds", department],
    queryFn: () => ask(api.GET("/api/journeys", { params: { query: { department } } })),
  });

export const readSession = (id: string): Promise<Session> =>
  ask(api.GET("/api/journeys/sessions/{session_id}", { params: { path: { session_id: id } } }));

export const useSession = (id: string) =>
  useQuery({ queryKey: ["session", id], queryFn: () => readSession(id) });

export const useSupport = (department: string) =>
  useQuery({
    queryKey: ["support", department],
    queryFn: () => ask(api.GET("/api/support-requests", { params: { query: { department } } })),
  });

export const useDepartment = (id: string) =>
  useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
    enabled: id !== "",
  });

export const useDepartments = (enabled = true) =>
  useQuery({ queryKey: ["departments"], queryFn: () => ask(api.GET("/api/departments")), enabled });

export const usePeople = (department: string) =>
  useQuery({
    queryKey: ["people", department],
    queryFn: () => ask(api.GET("/api/people", { params: { query: { department } } })),
    enabled: department !== "",
  });

/** What nothing in this room changes. */
const STEADY = new Set(["me", "content", "people"]);

/** Takes a changed record into what the pages show; what may hang on it is read anew when looked at. */
export function useTakeIn(): (kind: "journey" | "session", record: { id: string }) => void {
  const queries = useQueryClient();
  return useCallback(
    (kind, record) => {
      queries.setQueryData([kind, record.id], record);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          !STEADY.has(String(queryKey[0])) && !(queryKey[0] === kind && queryKey[1] === record.id),
      });
    },
    [queries],
  );
}

/** After a wish has changed: everything that may tell of it is read anew when looked at. */
export function useTakeInSupport(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => !STEADY.has(String(queryKey[0])) });
  }, [queries]);
}
