/** Who is signed in, and the acts of signing in and out. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { wipeDrafts } from "../drafts";
import { type Language, readIn } from "../language";
import { api, ask, Refusal, type Schemas } from "./client";

export type Me = Schemas["MeOut"];

const ME = ["me"];

const readMe = async (): Promise<Me | null> => {
  try {
    return await ask(api.GET("/api/me"));
  } catch (trouble) {
    if (trouble instanceof Refusal && trouble.code === "not_signed_in") return null;
    throw trouble;
  }
};

/** The signed-in person; `null`: nobody; `undefined`: not known yet. */
export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: readMe,
    staleTime: 5 * 60_000,
    // A page with something typed in it must not go away because one looked at another window.
    refetchOnWindowFocus: false,
  });
}

/** The signed-in person, on pages that only the signed-in see. */
export function useSignedIn(): Me {
  const me = useMe().data;
  if (!me) throw new Refusal(401, "not_signed_in");
  return me;
}

/** Whether the person holds a permission anywhere: for what the navigation shows, never for a record. */
export const may = (me: Me | null | undefined, what: string): boolean => me?.can.includes(what) ?? false;

/** Sign in as one of the demo's cast. */
export function useDemoSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (person: string) => ask(api.POST("/api/session/demo", { body: { person } })),
    onSuccess: () => queries.resetQueries(),
  });
}

/**
 * Sign out: what was typed and what was read is forgotten on this device. What was read goes with the page
 * itself; until then the page stays as it is, for emptied of it the page could not be drawn once more.
 */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => ask(api.DELETE("/api/session")),
    onSuccess: () => {
      wipeDrafts();
      // A browser that keeps the page for Back shows it to nobody else.
      addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
      location.assign("/");
    },
  });

/** Choose the language: kept with the person where somebody is signed in, and in this browser. */
export function useLanguageChoice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (language: Language) => {
      // Who chooses before it is known who she is would otherwise be led back to her former language.
      const me = await queries.ensureQueryData({ queryKey: ME, queryFn: readMe });
      if (me) await ask(api.PUT("/api/me/language", { body: { language } }));
      return language;
    },
    onSuccess: readIn,
  });
}
