/** Experiences as the API tells them. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, ask, type Schemas } from "../api/client";

export type Experience = Schemas["ExperienceOut"];
export type Brief = Schemas["ExperienceBriefOut"];
export type State = Experience["state"];
export type Origin = Experience["origin"];
export type Source = Schemas["SourceOut"];

export interface Wanted {
  vis: string;
  faktor: string;
  redskab: string;
  afdeling: string;
}

/** Shared last first, page after page. */
export const useExperiences = (wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: ["experiences", wanted],
    queryFn: ({ pageParam }) => readExperiences(wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The page of the list that begins there. */
export const readExperiences = (wanted: Wanted, cursor: string | null, limit = 30) =>
  ask(api.GET("/api/experiences", { params: { query: { ...asked(wanted), cursor, limit } } }));

const asked = ({ vis, faktor, redskab, afdeling }: Wanted) => ({
  ...(vis ? { state: vis as State } : {}),
  factor: faktor || null,
  tool: redskab || null,
  department: afdeling || null,
});

export const useExperience = (id: string) =>
  useQuery({
    queryKey: ["experience", id],
    queryFn: () =>
      ask(api.GET("/api/experiences/{experience_id}", { params: { path: { experience_id: id } } })),
  });

export const useSource = (department: string, origin: string, id: string) =>
  useQuery({
    queryKey: ["experience-source", department, origin, id],
    queryFn: () =>
      ask(
        api.GET("/api/experiences/source", {
          params: { query: { department, origin: origin as Origin, origin_id: id } },
        }),
      ),
  });

/** Takes a changed experience into what the pages show; a department's row hangs on it too. */
export function useTakeIn(): (experience: Experience) => void {
  const queries = useQueryClient();
  return useCallback(
    (experience) => {
      queries.setQueryData(["experience", experience.id], experience);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !STEADY.has(String(queryKey[0])) && queryKey[1] !== experience.id,
      });
    },
    [queries],
  );
}

/** What no experience changes. */
const STEADY = new Set(["me", "content", "people"]);
