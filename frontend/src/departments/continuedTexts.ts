/** Words where a node is closed, and where it continues others. */
import { longDay } from "../dates";
import { texts } from "../i18n";

/** Before the names, and after them. */
type Around = (day: string) => [before: string, after: string];

const around = (words: Record<"close" | "merge" | "split", Around>) => words;

export const b = texts({
  da: {
    closed: (day: string) => `Lukket ${longDay(day)}.`,
    readable: "Siden ændrer sig ikke mere, men alt kan stadig læses her.",
    successors: around({
      merge: (day) => [`Lagt sammen ${longDay(day)}. Arbejdet fortsætter i `, "."],
      split: (day) => [`Delt ${longDay(day)}. Arbejdet fortsætter i `, "."],
      close: (day) => [`Lukket ${longDay(day)}. Det, der var åbent, fortsætter i `, "."],
    }),
    predecessors: around({
      merge: (day) => ["Fortsætter ", `, lagt sammen ${longDay(day)}.`],
      split: (day) => ["Fortsætter en del af ", `, delt ${longDay(day)}.`],
      close: (day) => ["Har taget over fra ", `, lukket ${longDay(day)}.`],
    }),
  },
  en: {
    closed: (day: string) => `Closed ${longDay(day)}.`,
    readable: "This page changes no more, but everything can still be read here.",
    successors: around({
      merge: (day) => [`Merged ${longDay(day)}. The work goes on in `, "."],
      split: (day) => [`Split ${longDay(day)}. The work goes on in `, "."],
      close: (day) => [`Closed ${longDay(day)}. What was open goes on in `, "."],
    }),
    predecessors: around({
      merge: (day) => ["Continues ", `, merged ${longDay(day)}.`],
      split: (day) => ["Continues a part of ", `, split ${longDay(day)}.`],
      close: (day) => ["Has taken over from ", `, closed ${longDay(day)}.`],
    }),
  },
});
