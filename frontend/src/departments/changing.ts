/** Changes of the organisation: how they are read, and one in a sentence. */
import { api, ask, type Schemas } from "../api/client";
import { c } from "./changeTexts";

export type Change = Schemas["TreeChangeOut"];

/** The page of them that begins there; `department`: those that name this node. */
export const readChanges = (cursor: string | null, limit: number, department?: string) =>
  ask(
    api.GET("/api/tree-changes", { params: { query: { department, limit, cursor: cursor ?? undefined } } }),
  );

interface Asked {
  parent_id?: string;
  hand_to?: string | null;
  with_ids?: string[];
  target_id?: string | null;
  new?: { name: string } | null;
  parts?: { name: string }[];
  walks?: string;
}

/** "Allergi og Lungemedicin lægges sammen til Lungesygdomme" */
export function changeWords({ kind, state, department, departments, wanted }: Change): string {
  const words = state === "done" ? c.past : c.planned;
  const asked = wanted as Asked;
  const nameOf = (id: string | null | undefined) => departments.find((one) => one.id === id)?.name ?? "";
  const here = department.name;
  if (kind === "move") return words.move(here, nameOf(asked.parent_id));
  if (kind === "close") {
    return asked.hand_to ? words.closeInto(here, nameOf(asked.hand_to)) : words.close(here);
  }
  if (kind === "merge") {
    const parties = [here, ...(asked.with_ids ?? []).map(nameOf)];
    return words.merge(parties, asked.new?.name ?? nameOf(asked.target_id));
  }
  if (kind === "split")
    return words.split(
      here,
      (asked.parts ?? []).map((part) => part.name),
    );
  if (asked.walks === "walks") return words.walks(here);
  return asked.walks === "follows" ? words.follows(here) : words.outside(here);
}
