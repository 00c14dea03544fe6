/** HR's roll-out as the API tells it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type RolloutRow = Schemas["RolloutRow"];
export type Rollout = Schemas["RolloutOut"];
export type Reason = Schemas["ReasonOut"];
export type Stage = RolloutRow["stage"];

export interface Wanted {
  state: Stage[];
  to_contact: boolean;
  help_wanted: boolean;
}

export const useRollout = (wanted: Wanted) =>
  useQuery({
    queryKey: ["rollout", wanted],
    queryFn: () => ask(api.GET("/api/rollout", { params: { query: wanted } })),
    placeholderData: (before) => before,
  });

export const readDepartmentRollout = (id: string): Promise<Rollout> =>
  ask(api.GET("/api/departments/{department_id}/rollout", { params: { path: { department_id: id } } }));

export const useDepartmentRollout = (id: string, enabled = true) =>
  useQuery({
    queryKey: ["rollout-of", id],
    queryFn: () => readDepartmentRollout(id),
    enabled,
  });

/** Takes a changed roll-out in; the list, the department's page and the overview show it too. */
export function useTakeIn(): (id: string, rollout: Rollout) => void {
  const queries = useQueryClient();
  return (id, rollout) => {
    queries.setQueryData(["rollout-of", id], rollout);
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => !STEADY.has(String(queryKey[0])) && queryKey[0] !== "rollout-of",
    });
  };
}

const STEADY = new Set(["me", "content", "people"]);
