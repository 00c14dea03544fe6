/** Follow-ups and agreements as the API tells them, and how a changed one is taken in. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, ask, type Schemas } from "../api/client";

export type FollowUp = Schemas["FollowUpOut"];
export type Log = FollowUp["logs"][number];
export type Kind = FollowUp["kind"];
export type Assessed = Log["assessment"];
export type Agreement = Schemas["AgreementOut"];
export type FollowUpState = FollowUp["state"];
export type AgreementState = Agreement["state"];

interface Wanted {
  department?: string | undefined;
  trial_action?: string | undefined;
}

export const readFollowUp = (id: string): Promise<FollowUp> =>
  ask(api.GET("/api/follow-ups/{follow_up_id}", { params: { path: { follow_up_id: id } } }));

export const useFollowUp = (id: string) =>
  useQuery({ queryKey: ["follow-up", id], queryFn: () => readFollowUp(id) });

/** The first of a list: planned ones by date, others latest first. */
export const useFollowUps = (wanted: Wanted & { state?: FollowUpState }, limit = 50) =>
  useQuery({
    queryKey: ["follow-ups", wanted, limit],
    queryFn: () => readFollowUps(wanted, limit),
  });

/** The page of that list that begins there. */
export const readFollowUps = (
  wanted: Wanted & { state?: FollowUpState },
  limit: number,
  cursor: string | null = null,
) =>
  ask(api.GET("/api/follow-ups", { params: { query: { ...wanted, limit, ...(cursor ? { cursor } : {}) } } }));

export const readAgreement = (id: string): Promise<Agreement> =>
  ask(api.GET("/api/agreements/{agreement_id}", { params: { path: { agreement_id: id } } }));

export const useAgreement = (id: string) =>
  useQuery({ queryKey: ["agreement", id], queryFn: () => readAgreement(id) });

/** The first of a list: open ones by date, others latest first. */
export const useAgreements = (wanted: Wanted & { state?: AgreementState }, limit = 50) =>
  useQuery({
    queryKey: ["agreements", wanted, limit],
    queryFn: () => readAgreements(wanted, limit),
  });

/** The page of that list that begins there. */
export const readAgreements = (
  wanted: Wanted & { state?: AgreementState },
  limit: number,
  cursor: string | null = null,
) =>
  ask(api.GET("/api/agreements", { params: { query: { ...wanted, limit, ...(cursor ? { cursor } : {}) } } }));

/** Two working days to look at it again. Asked for early, so that they are known without network too. */
export const useProposals = (department: string | undefined) =>
  useQuery({
    queryKey: ["proposals", department],
    queryFn: () =>
      ask(api.GET("/api/follow-ups/proposals", { params: { query: { department: department ?? "" } } })),
    enabled: Boolean(department),
  });

export const useDepartment = (id: string) =>
  useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
    enabled: id !== "",
  });

/** Who can own something at the department. */
export const usePeople = (department: string) =>
  useQuery({
    queryKey: ["people", department],
    queryFn: () => ask(api.GET("/api/people", { params: { query: { department } } })),
    enabled: department !== "",
  });

/** What no follow-up changes. */
const STEADY = new Set(["me", "content", "people", "departments"]);

/**
 * Takes a changed record into what the pages show; whatever else may hang on it (steps, what waits on the
 * front page) is read anew when it is next looked at.
 */
export function useTakeIn() {
  const queries = useQueryClient();
  return useCallback(
    (kind?: "follow-up" | "agreement", record?: { id: string }) => {
      if (kind && record) queries.setQueryData([kind, record.id], record);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          !STEADY.has(String(queryKey[0])) && !(queryKey[0] === kind && queryKey[1] === record?.id),
      });
    },
    [queries],
  );
}
