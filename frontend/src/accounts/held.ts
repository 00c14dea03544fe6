/** A role in a line: what it is called, where, for whom, from when to when. */
import { capital, shortDay } from "../dates";
import { roleWords } from "../shell/texts";
import { p } from "./peopleTexts";
import type { Role, RoleLine } from "./reading";

/** Roles in the order in which one looks for them. */
export const ORDER = [
  "leader",
  "trio",
  "ambassador",
  "lmu",
  "section_leader",
  "member",
  "hr",
  "hmu",
  "secretary",
  "admin",
] satisfies Role[];

/**
 * "AMiR, Skadestuen, siden 1. marts, til 31. december." The place only where it is not the page's (`here`);
 * `named`: the role's own word, where no heading says it.
 */
export function lineOf(one: RoleLine, here: string, today: string, named = false): string {
  const words = named ? [roleWords(one.role, one.title)] : one.title ? [one.title] : [];
  if (one.department.id !== here) words.push(one.department.name);
  if (one.deputy_for) words.push(p.deputyFor(one.deputy_for.name));
  words.push(...daysOf(one, today));
  return words.length > 0 ? `${capital(words.join(", "))}.` : "";
}

/** "siden 1. marts", "fra 1. december", "til 31. december", "sluttede 30. juni" */
export function daysOf(
  { valid_from, valid_to }: Pick<RoleLine, "valid_from" | "valid_to">,
  today: string,
): string[] {
  if (valid_to && valid_to < today) return [p.wasUntil(shortDay(valid_to, today))];
  const words: string[] = [];
  if (valid_from) words.push((valid_from > today ? p.from : p.since)(shortDay(valid_from, today)));
  if (valid_to) words.push(p.until(shortDay(valid_to, today)));
  return words;
}
