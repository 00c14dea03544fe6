/** A committee's meetings as a file. */
import { capital } from "../dates";
import { texts } from "../i18n";
import { aDay, type ListColumn } from "../ui/SaveList";
import type { MeetingBrief } from "./reading";
import { m } from "./texts";

const s = texts({
  da: {
    day: "Dato",
    meeting: "Udvalg",
    state: "Status",
    items: "Punkter",
    decided: "Beslutninger",
    asOf: "Papirer opgjort",
  },
  en: {
    day: "Date",
    meeting: "Committee",
    state: "State",
    items: "Items",
    decided: "Decisions",
    asOf: "Papers as of",
  },
});

export const savedColumns: ListColumn<MeetingBrief>[] = [
  { title: s.day, cell: ({ on }) => aDay(on) },
  { title: s.meeting, cell: ({ committee, department }) => `${committee.toUpperCase()}, ${department.name}` },
  { title: s.state, cell: ({ state }) => capital(m.state[state]) },
  { title: s.items, cell: ({ items }) => items },
  { title: s.decided, cell: ({ decided }) => decided },
  { title: s.asOf, cell: ({ papers_as_of }) => aDay(papers_as_of) },
];
