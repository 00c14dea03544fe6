/** Reads the many ways in which people write a day. */
import { addDays, daysBetween, today } from "./dates";

export type ParsedDay = { day: string } | { problem: "empty" | "unreadable" | "no_such_day" };

const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  maj: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};
const NEAR: Record<string, number> = {
  "i dag": 0,
  idag: 0,
  today: 0,
  "i morgen": 1,
  imorgen: 1,
  tomorrow: 1,
  "i går": -1,
  igår: -1,
  yesterday: -1,
};
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the value is a day as the API wants it. */
export const isDay = (value: string): boolean => ISO.test(value) && exists(value);

/**
 * "5.3.2026", "05-03-26", "5/3", "5. marts", "050326", "2026-03-05", "i morgen" -> a day.
 * Day before month, also in English. Without a year the nearest such day is meant.
 */
export function parseDay(written: string, now: string = today()): ParsedDay {
  const text = written.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
  if (!text) return { problem: "empty" };
  const near = NEAR[text];
  if (near !== undefined) return { day: addDays(now, near) };
  if (ISO.test(text)) return checked(text);
  const words = text.match(
    /^(?:(?:den|d\.|the) )?(\d{1,2})\.?(?:st|nd|rd|th)? ?(?:of )?([a-zæøå]{3,9})\.? ?(\d{2}|\d{4})?$/,
  );
  if (words) {
    const month = MONTHS[(words[2] ?? "").slice(0, 3)];
    return month ? dated(Number(words[1]), month, words[3], now) : { problem: "unreadable" };
  }
  const figures =
    text.match(/^(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{2}|\d{4}))?\.?$/) ??
    text.match(/^(\d{2})(\d{2})(\d{2}|\d{4})$/);
  return figures ? dated(Number(figures[1]), Number(figures[2]), figures[3], now) : { problem: "unreadable" };
}

/** "05.03.2026", as the field shows a day. */
export const writtenDay = (day: string): string => day.split("-").reverse().join(".");

function dated(day: number, month: number, year: string | undefined, now: string): ParsedDay {
  if (year) return checked(iso(Number(year.length === 2 ? `20${year}` : year), month, day));
  const thisYear = Number(now.slice(0, 4));
  const candidates = [thisYear, thisYear + 1, thisYear - 1].map((one) => iso(one, month, day)).filter(exists);
  const nearest = candidates.sort((a, b) => Math.abs(daysBetween(now, a)) - Math.abs(daysBetween(now, b)))[0];
  return nearest ? { day: nearest } : { problem: "no_such_day" };
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function exists(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

const checked = (day: string): ParsedDay => (exists(day) ? { day } : { problem: "no_such_day" });
