/**
 * What a step still lacks, in words: small, for the front page loads it.
 *   missingSentence(missing, content?)   "Før trin 2 er på plads, mangler jeres ambition."
 *   forumWords(key, content)             "Personalemøde"
 */
import type { Schemas } from "../../api/client";
import { listed } from "../../dates";
import { inLanguage, texts } from "../../i18n";

type Content = Schemas["ContentOut"];

export const t = texts({
  da: {
    before: (step: number) => `Før trin ${step} er på plads, mangler`,
    session: "den første drøftelse",
    covers: (parts: string) => `en snak om ${parts}`,
    tasks_conditions: "jeres opgaver og vilkår",
    need: "jeres behov",
    ambition: "jeres ambition",
    promise: "en aftale eller en prøvehandling med hvem, hvad og hvornår",
    promiseLacks: { who: "en tovholder", what: "hvad I vil gøre", when: "en dato" } as Record<string, string>,
    onPromise: (lacks: string) => `${lacks} på det, I har aftalt`,
    follow_up_process: "en dato for ”Gør vi det, vi aftalte?”",
    follow_up_result: "en dato for ”Mærker vi en forskel?”",
  },
  en: {
    before: (step: number) => `Before step ${step} is in place, you still need`,
    session: "the first discussion",
    covers: (parts: string) => `a talk about ${parts}`,
    tasks_conditions: "your tasks and conditions",
    need: "your need",
    ambition: "your ambition",
    promise: "an agreement or a trial action that says who, what and when",
    promiseLacks: { who: "an owner", what: "what you will do", when: "a date" } as Record<string, string>,
    onPromise: (lacks: string) => `${lacks} on what you have agreed`,
    follow_up_process: "a date for “Do we do what we agreed?”",
    follow_up_result: "a date for “Do we notice a difference?”",
  },
});

/** What a step lacks, as any reply tells it. */
export interface Lack {
  code: string;
  cover?: string | null;
  lacks?: readonly string[] | null;
}

/** Small first letter inside a sentence; abbreviations such as TRIO keep theirs. */
export const small = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1);

/** "indholdet" of "Indholdet: hvad det er, og hvad det ikke er". */
export function coverWords(covers: readonly string[], content?: Content): string {
  const parts = content?.steps.find(({ number }) => number === 1)?.parts ?? [];
  return listed(
    covers.map((key) => {
      const part = parts.find((one) => one.key === key);
      return part ? small(inLanguage(part.label).split(":")[0] ?? key) : key;
    }),
  );
}

/** "jeres behov og jeres ambition": everything that is missing, for the end of a sentence. */
export function missingWords(missing: readonly Lack[], content?: Content): string {
  const found = missing.flatMap((lack): string[] => {
    switch (lack.code) {
      case "promise":
        return [promiseWords(lack.lacks ?? [])];
      case "session":
      case "tasks_conditions":
      case "need":
      case "ambition":
      case "follow_up_process":
      case "follow_up_result":
        return [t[lack.code]];
      default:
        return [];
    }
  });
  const covers = missing.flatMap((lack) => (lack.code === "cover" && lack.cover ? [lack.cover] : []));
  if (covers.length > 0) found.push(t.covers(coverWords(covers, content)));
  return listed(found);
}

function promiseWords(lacks: readonly string[]): string {
  if (lacks.length === 0) return t.promise;
  return t.onPromise(listed(lacks.map((lack) => t.promiseLacks[lack] ?? lack)));
}

const STEP_OF: Record<string, number> = {
  session: 1,
  cover: 1,
  tasks_conditions: 2,
  need: 2,
  ambition: 2,
  promise: 3,
  follow_up_process: 3,
  follow_up_result: 3,
};

/** "Før trin 2 er på plads, mangler jeres ambition."; empty where nothing is missing. */
export function missingSentence(missing: readonly Lack[], content?: Content): string {
  const step = STEP_OF[missing[0]?.code ?? ""];
  return step ? ended(`${t.before(step)} ${missingWords(missing, content)}`) : "";
}

/** With a full stop, unless it ends in a quoted question. */
export const ended = (sentence: string): string => (/[?!][”“"]?$/.test(sentence) ? sentence : `${sentence}.`);

export const forumWords = (key: string, content: Content): string => {
  const forum = content.forums.find((one) => one.key === key);
  return forum ? inLanguage(forum.text) : key;
};
