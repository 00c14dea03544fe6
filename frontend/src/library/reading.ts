/** What is asked of the search, and what it answers. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";
import { language } from "../i18n";

export type Kind = Schemas["Group"]["kind"];
export type Group = Schemas["Group"];
export type Hit = Schemas["Hit"];

/** How each kind stands in the address. */
export const IN_ADDRESS: Record<Kind, string> = {
  department: "afdelinger",
  trial_action: "proevehandlinger",
  experience: "erfaringer",
  person: "personer",
  tool: "redskaber",
  material: "materiale",
};

export const kindOf = (word: string): Kind | undefined =>
  (Object.keys(IN_ADDRESS) as Kind[]).find((kind) => IN_ADDRESS[kind] === word);

/** What is found; without a sign-in that is the tools. `kind`: only these, page by page. */
export function useSearch(signedIn: boolean, q: string, kind: Kind | undefined) {
  return useInfiniteQuery({
    queryKey: ["search", signedIn, q, kind],
    queryFn: ({ pageParam, signal }) => {
      if (!signedIn) return ask(api.GET("/api/search/tools", { params: { query: { q, language } }, signal }));
      const query = { q, language, kind, cursor: pageParam ?? undefined };
      return ask(api.GET("/api/search", { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: q !== "",
    // What was found stands until the next is there: nothing jumps while one types.
    placeholderData: keepPreviousData,
  });
}
