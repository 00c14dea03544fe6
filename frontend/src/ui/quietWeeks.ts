/** Weeks in which the hospital stands still: a day in them is allowed, and it is said. Pure. */
import { addDays, daysBetween, mondayOf } from "../dates";
import { texts } from "../i18n";

/** As the API has them: nothing is proposed for them, and no survey opens or closes in them. */
export const QUIET = [28, 29, 30, 31, 52, 53];

const t = texts({
  da: { quiet: (week: number) => `Det er i ferieuge ${week}.` },
  en: { quiet: (week: number) => `That is in holiday week ${week}.` },
});

/** The number of the ISO week: that of its Thursday, counted from the first Thursday of the year. */
export function weekOf(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** What is said of a coming day in a quiet week. */
export function quietWords(day: string, now: string): string | undefined {
  const week = weekOf(day);
  return day >= now && QUIET.includes(week) ? t.quiet(week) : undefined;
}
