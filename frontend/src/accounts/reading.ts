/** People, roles and what they own, as the API tells them. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, ask, type Schemas } from "../api/client";
import { roleWords } from "../shell/texts";
import type { Option } from "../ui/Field";

export type Department = Schemas["DepartmentOut"];
export type Role = Schemas["Role"];
export type RoleLine = Schemas["RoleLine"];
export type Known = Schemas["DirectoryLine"];
export type Person = Schemas["PersonOut"];
export type Owned = Schemas["OpenLine"];
export type OwnedBy = Schemas["OwnedOut"];

/** A role with whoever holds it: how a department's list is read. */
export type KeptRole = RoleLine & { person: Schemas["PersonRef"] };

export const useDepartment = (id: string) =>
  useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
    enabled: id !== "",
  });

export const readPerson = (id: string): Promise<Person> =>
  ask(api.GET("/api/people/{person_id}", { params: { path: { person_id: id } } }));

export const usePerson = (id: string) =>
  useQuery({ queryKey: ["person", id], queryFn: () => readPerson(id), enabled: id !== "" });

/** Who can own something at the department. */
export const usePeopleHere = (department: string) =>
  useQuery({
    queryKey: ["people", department],
    queryFn: () => ask(api.GET("/api/people", { params: { query: { department } } })),
    enabled: department !== "",
  });

interface Choice {
  id: string;
  name: string;
  roles: readonly string[];
}

/** Them as options, I first. Where two share a name, the role tells them apart. */
export function ownerOptions(people: readonly Choice[], me: string, words: string): Option[] {
  const mine = people.filter(({ id }) => id === me);
  const others = people.filter(({ id }) => id !== me);
  return [...mine, ...others].map((one) => {
    const about = one.id === me ? words : one.roles.map((role) => roleWords(role))[0];
    return { value: one.id, label: about ? `${one.name} (${about})` : one.name };
  });
}

/** What a person owns at a department and beneath it. */
export const useOwnedBy = (department: string, person: string) =>
  useQuery({
    queryKey: ["handovers", "of", department, person],
    queryFn: () => ask(api.GET("/api/handovers/of", { params: { query: { department, person } } })),
  });

/** What has no owner at a department and beneath it. */
export const useUnowned = (department: string, enabled = true) =>
  useQuery({
    queryKey: ["handovers", "none", department],
    queryFn: () => ask(api.GET("/api/handovers", { params: { query: { department } } })),
    enabled,
  });

/** After people changed, everything may be shown differently but for who I am and the content. */
export function useTakeIn() {
  const queries = useQueryClient();
  return useCallback(
    (person?: Person) => {
      if (person) queries.setQueryData(["person", person.id], person);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !["content", "session"].includes(String(queryKey[0])),
      });
    },
    [queries],
  );
}

/** People whom one keeps up to date, by name; `department`: those with a role there or beneath it. */
export const useDirectory = (wanted: Directory, enabled = true) =>
  useInfiniteQuery({
    queryKey: ["directory", wanted],
    queryFn: ({ pageParam }) => readDirectory(wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });

/** The page of those people that begins there. */
export const readDirectory = ({ q, department, role, gone, none, limit }: Directory, cursor: string | null) =>
  ask(
    api.GET("/api/people/directory", {
      params: {
        query: {
          ...(q && { q }),
          ...(department && { department }),
          ...(role && { role }),
          ...(gone && { gone }),
          ...(none && { none }),
          ...(limit && { limit }),
          ...(cursor && { cursor }),
        },
      },
    }),
  );

interface Directory {
  q?: string;
  department?: string;
  role?: Role;
  gone?: boolean;
  none?: boolean;
  limit?: number;
}

/** Where roles can be given: a department and its sections. */
export const placesOf = (here: Department): Option[] =>
  [here, ...here.sections].map(({ id, name }) => ({ value: id, label: name }));

/** The whole tree as options, each beneath its own by its indent. */
export function useTreeOptions(): Option[] {
  const items = useQuery({
    queryKey: ["departments"],
    queryFn: () => ask(api.GET("/api/departments")),
  }).data?.items;
  return (items ?? []).map(({ id, name, depth }) => ({
    value: id,
    label: `${"\u2003".repeat(depth)}${name}`,
  }));
}
