/** What the API finds wrong with a node or a change of the tree, where that has words of its own. */
import type { Refusal } from "../api/client";
import { fieldErrors, type Problem, problemsOf } from "../api/refusals";
import { listed } from "../dates";
import { texts } from "../i18n";

const w = texts({
  da: {
    taken: () => "Koden bruges allerede, eller er brugt af en, der er lukket. Vælg en anden kode.",
    unchanged: () => "Sådan er det allerede. Vælg noget andet.",
    closed: (_: string[], name: string) => `${name || "Den"} er lukket. Vælg en anden.`,
    own_subtree: (_: string[], name: string) =>
      name ? `Den hører under ${name}, som lukker. Vælg en anden.` : "Den kan ikke høre under sig selv.",
    duplicate: () => "Den samme er valgt to gange.",
    not_a_party: () => "Vælg en af dem, der lægges sammen, eller en ny.",
    no_round: () => "Dér er ingen runde i gang. Vælg en anden.",
    no_part: () => "Den del findes ikke mere. Vælg en anden.",
    follows_nobody: (names: string[]) =>
      names.length > 0
        ? `${listed(names)} følger den, de hører under, og ville ikke længere have nogen at følge. Lad dem først gå trinnene selv eller stå udenfor.`
        : "Der er ingen at følge. Vælg noget andet.",
  },
  en: {
    taken: () => "The code is in use, or was used by one that is closed. Choose another code.",
    unchanged: () => "That is how it is already. Choose something else.",
    closed: (_: string[], name: string) => `${name || "It"} is closed. Choose another.`,
    own_subtree: (_: string[], name: string) =>
      name ? `It belongs under ${name}, which closes. Choose another.` : "It cannot belong under itself.",
    duplicate: () => "The same one is chosen twice.",
    not_a_party: () => "Choose one of those that merge, or a new one.",
    no_round: () => "No round is under way there. Choose another.",
    no_part: () => "That part is no longer there. Choose another.",
    follows_nobody: (names: string[]) =>
      names.length > 0
        ? `${listed(names)} would no longer have anyone to follow. First let them walk the steps themselves, or stand outside.`
        : "There is nobody to follow. Choose something else.",
  },
});

/** Its own words where there are some; else the general ones. */
export function wrongWords(refusal: Refusal): Problem[] | null {
  const errors = fieldErrors(refusal);
  if (errors.length === 0) return null;
  const general = problemsOf(refusal);
  const own = w as Record<string, (names: string[], name: string) => string>;
  return errors.map((error, index) => {
    const words = own[error.problem]?.((error.departments ?? []) as string[], String(error.department ?? ""));
    return words ? { field: error.field, words } : (general[index] as Problem);
  });
}
