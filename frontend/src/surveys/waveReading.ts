/** What the pages of a wave ask the API for. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type Wave = Schemas["WaveOut"];
export type WaveLine = Schemas["WaveLine"];
export type WaveUnit = Schemas["WaveUnit"];
export type Thought = Schemas["DraftOut"];
export type Phase = Schemas["Phase"];
export type Instrument = Schemas["InstrumentOut"];
export type Department = Schemas["DepartmentOut"];
export type Line = Schemas["DepartmentLine"];

/** Waves that one reads; of one department, or all. */
export const useWaves = (department?: string) =>
  useQuery({
    queryKey: ["waves", department ?? "all"],
    queryFn: () => ask(api.GET("/api/waves", { params: { query: { department } } })),
  });

/** How often a wave that is being counted is looked at. */
const SECONDS_3 = 3_000;

export const waveQuery = (id: string) =>
  queryOptions({
    queryKey: ["wave", id],
    queryFn: () => ask(api.GET("/api/waves/{wave_id}", { params: { path: { wave_id: id } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === "closed" && !state.data.destroyed_at ? SECONDS_3 : false,
  });

export const useWave = (id: string) => useQuery(waveQuery(id));

export interface Asked {
  department_ids: string[];
  opens_on?: string;
  closes_on?: string;
  units?: Record<string, string>;
  wave_id?: string;
}

/** What a plan as far as it is filled in would mean. Nothing of it is kept. */
export const useThought = (asked: Asked) =>
  useQuery({
    queryKey: ["wave-thought", asked],
    queryFn: () => ask(api.POST("/api/waves/draft", { body: asked })),
    placeholderData: (before) => before,
  });

export const useInstrument = () =>
  useQuery({ queryKey: ["instrument"], queryFn: () => ask(api.GET("/api/waves/instrument")) });

export const useDepartment = (id: string) =>
  useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
  });

export const useTree = (enabled = true) =>
  useQuery({
    queryKey: ["departments", { closed: false }],
    queryFn: () => ask(api.GET("/api/departments", { params: { query: { closed: false } } })),
    enabled,
  });

/** Takes a changed wave in: what is derived from it changes too. */
export function useTakeIn(): (wave: Wave) => void {
  const queries = useQueryClient();
  return (wave) => {
    queries.setQueryData(["wave", wave.id], wave);
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => !["me", "content", "wave"].includes(String(queryKey[0])),
    });
  };
}
