/** How meetings are spoken of. */

import { longDay } from "../dates";
import { to } from "../paths";
import type { Crumb } from "../ui/Page";
import type { Committee, Item, Place } from "./reading";
import { m } from "./texts";

interface Named {
  committee: Committee;
  department: Place["department"];
}

export const nameOf = ({ committee, on }: { committee: Committee; on: string }): string =>
  // The day stays together when a title needs two lines.
  m.name[committee](longDay(on).replaceAll(" ", "\u00a0"));

/** The department of an LMU; HMU's pages need none. */
export const lmuOf = ({ committee, department }: Named): string | undefined =>
  committee === "lmu" ? department.id : undefined;

export const meetingsOf = (place: Named): string => to.meetings(lmuOf(place));

/** The way down to a committee's meetings, and on to them. */
export const crumbsOf = (place: Named, ...further: Crumb[]): Crumb[] => [
  place.committee === "hmu"
    ? { href: to.overview, label: m.overview }
    : { href: to.department(place.department.id), label: place.department.name },
  { href: meetingsOf(place), label: m.meetings },
  ...further,
];

/** "HMU drøfter". */
export const asksWords = (committee: Committee, { asks }: Pick<Item, "asks">): string =>
  `${m.where[committee]} ${m.asks[asks]}`;
