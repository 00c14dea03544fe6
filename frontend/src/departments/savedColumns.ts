/** The organisation, and what has changed in it, as files. */
import { texts } from "../i18n";
import { aDay, type ListColumn } from "../ui/SaveList";
import { type Change, changeWords } from "./changing";
import { kindWords, o, wayWords } from "./organisationTexts";
import type { TreeRow } from "./tree";

export const s = texts({
  da: {
    code: "Kode",
    name: "Navn",
    above: "Hører under",
    heads: "Ansatte",
    closed: "Lukket",
    day: "Dato",
    changes: "Ændringer i organisationen",
    change: "Ændring",
    state: "Status",
    states: { planned: "på vej", done: "sket", refused: "kunne ikke ske", withdrawn: "taget tilbage" },
  },
  en: {
    code: "Code",
    name: "Name",
    above: "Belongs under",
    heads: "Employees",
    closed: "Closed",
    day: "Date",
    changes: "Changes of the organisation",
    change: "Change",
    state: "State",
    states: { planned: "on the way", done: "done", refused: "could not happen", withdrawn: "taken back" },
  },
});

export const treeColumns: ListColumn<TreeRow>[] = [
  { title: s.code, cell: ({ line }) => line.code },
  { title: s.name, cell: ({ line }) => line.name },
  { title: o.kind, cell: ({ line }) => kindWords(line.kind) },
  { title: s.above, cell: ({ above }) => above.map((node) => node.name).join(" / ") },
  { title: o.walks, cell: ({ line, above }) => wayWords(line.walks, above.at(-1)?.name) },
  { title: s.heads, cell: ({ line }) => line.headcount },
  { title: s.closed, cell: ({ line }) => aDay(line.closed_on) },
];

export const changeColumns: ListColumn<Change>[] = [
  { title: s.day, cell: ({ effective_on }) => aDay(effective_on) },
  { title: s.change, cell: changeWords },
  { title: s.state, cell: ({ state }) => s.states[state] },
];
