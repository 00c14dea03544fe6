/** Which language the reader chose. Danish first: an English browser on a Danish ward says nothing. */

export type Language = "da" | "en";

const KEY = "trinvis-language";

/** The language last chosen in this browser, else Danish. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "da";
  } catch {
    return "da";
  }
}

/**
 * Remember the language and load the pages anew in it; nothing happens if they are in it already.
 * Where the browser keeps nothing, the page is not loaded anew: it would come back in the old language.
 */
export function readIn(language: Language): void {
  if (document.documentElement.lang === language) return;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return;
  }
  if (rememberedLanguage() === language) location.reload();
}
