/**
 * Words in two languages, side by side: a missing translation does not compile.
 *
 *   export const t = texts({
 *     da: { title: "Følg op", waiting: (n: number) => `${n} venter` },
 *     en: { title: "Follow up", waiting: (n: number) => `${n} waiting` },
 *   });
 *
 * The build keeps one half per language (scripts/languages.ts). Changing language loads the page anew, so
 * `t` is a plain constant.
 */
import type { Language } from "./language";

export type { Language };

/** The language of this page. */
export const language: Language =
  typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "da";

type Same<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => R extends string ? string : R
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Same<Item>[]
      : { [Key in keyof T]: Same<T[Key]> };

/** The half of `both` that is read on this page. */
export function texts<T extends object>(both: { da: T; en: NoInfer<Same<T>> }): T {
  return both[language] as T;
}

/** A text of the content pack, which carries both languages. */
export function inLanguage(text: { da: string; en: string }): string {
  return text[language] || text.da;
}
