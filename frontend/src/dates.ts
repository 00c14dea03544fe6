/**
 * Days, times, numbers and lists as people write them. Days are ISO strings ("2026-03-05") and mean days in
 * Copenhagen; moments are ISO strings in UTC.
 */
import { language } from "./i18n";

const LOCALE = { da: "da-DK", en: "en-GB" }[language];
const ZONE = "Europe/Copenhagen";
const DAY = 86_400_000;

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALE, options);
const full = format({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const short = format({ day: "numeric", month: "long", timeZone: "UTC" });
const withWeekday = format({
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const weekdayAndDay = format({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const weekdayName = format({ weekday: "long", timeZone: "UTC" });
const monthName = format({ month: "long", timeZone: "UTC" });
const monthAndYear = format({ month: "long", year: "numeric", timeZone: "UTC" });
const clockTime = format({ hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const inCopenhagen = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Today in Copenhagen; pages that know the server's day use that. */
export const today = (now: Date = new Date()): string => inCopenhagen.format(now);

/** The day in Copenhagen on which a moment lies. */
export const dayOf = (moment: string): string => inCopenhagen.format(new Date(moment));

/** "2026-03-05" plus 7 is "2026-03-12". */
export const addDays = (day: string, days: number): string =>
  new Date(at(day).getTime() + days * DAY).toISOString().slice(0, 10);

/** How many days from the first to the second day. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / DAY);

/** "5. marts 2026" */
export const longDay = (day: string): string => full.format(at(day));

/** "5. marts", with the year where it is another than today's. */
export const shortDay = (day: string, now: string = today()): string =>
  (day.slice(0, 4) === now.slice(0, 4) ? short : full).format(at(day));

/** "torsdag 5. marts 2026" */
export const weekdayLong = (day: string): string => spoken(withWeekday.format(at(day)));

/** "torsdag 5. marts" */
export const weekdayShort = (day: string): string => spoken(weekdayAndDay.format(at(day)));

/** "2." and "juni": the two parts of a date in the left margin. */
export const dayParts = (day: string): { day: string; month: string } => ({
  day: language === "da" ? `${at(day).getUTCDate()}.` : String(at(day).getUTCDate()),
  month: monthName.format(at(day)),
});

/** "maj 2026" */
export const month = (day: string): string => monthAndYear.format(at(day));

/** "14.32" (da), "14:32" (en), of a moment. */
export const clock = (moment: string | Date): string => clockTime.format(new Date(moment));

/** "5. marts 2026 kl. 14.32" */
export const moment = (value: string): string =>
  `${longDay(dayOf(value))} ${language === "da" ? "kl." : "at"} ${clock(value)}`;

/** "4. til 29. maj 2026", "28. april til 2. juni 2026": a span of days. */
export function span(from: string, to: string): string {
  const till = language === "da" ? "til" : "to";
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? dayParts(from).day : shortDay(from, to);
  return `${first} ${till} ${longDay(to)}`;
}

/** How far away a day is, in words: "i dag", "i tirsdags", "på tirsdag", "torsdag i næste uge", "26. juni". */
export function relative(day: string, now: string = today()): string {
  const away = daysBetween(now, day);
  const words = NEAR[language][away];
  if (words) return words;
  const name = weekdayName.format(at(day));
  if (away >= -6 && away < 0) return language === "da" ? `i ${name}s` : `last ${name}`;
  if (away > 0 && away <= 6) return language === "da" ? `på ${name}` : `on ${name}`;
  if (away > 6 && mondayOf(day) === addDays(mondayOf(now), 7)) {
    return language === "da" ? `${name} i næste uge` : `${name} next week`;
  }
  return shortDay(day, now);
}

const NEAR: Record<typeof language, Record<number, string>> = {
  da: { [-1]: "i går", 0: "i dag", 1: "i morgen" },
  en: { [-1]: "yesterday", 0: "today", 1: "tomorrow" },
};

/** The Monday of the day's week. */
export const mondayOf = (day: string): string => addDays(day, -((at(day).getUTCDay() + 6) % 7));

/** "På tirsdag" at the beginning of a sentence. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase(LOCALE) + words.slice(1);

/** "Godmorgen" until nine, "Goddag" until eighteen, then "Godaften"; by the reader's clock. */
export function greeting(hour: number = new Date().getHours()): string {
  const [morning, day, evening] =
    language === "da" ? ["Godmorgen", "Goddag", "Godaften"] : ["Good morning", "Hello", "Good evening"];
  if (hour >= 4 && hour < 10) return morning as string;
  return (hour >= 10 && hour < 18 ? day : evening) as string;
}

// Intl writes "torsdag den 5. marts" in Danish; a colleague writes "torsdag 5. marts".
const spoken = (words: string): string => words.replace(" den ", " ");

// ---- numbers, lists, quotes

const list = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** "a, b og c" */
export const listed = (words: readonly string[]): string => list.format(words);

/** "4,8" with at most `digits` decimals. */
export const number = (value: number, digits = 1): string =>
  new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(value);

/** "81,5 %" of 0.815, with a space that does not break. */
export const percent = (share: number, digits = 1): string =>
  `${number(share * 100, digits)}${language === "da" ? "\u00a0%" : "%"}`;

/** ”Hvad så du i dag?” */
export const quoted = (words: string): string => (language === "da" ? `”${words}”` : `“${words}”`);

const SMALL = {
  da: ["ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"],
  en: [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
}[language];

/** Numbers to twelve in words, as one writes them in a sentence: "tre". */
export const inWords = (value: number): string => SMALL[value] ?? number(value, 0);
