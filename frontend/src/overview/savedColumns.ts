/** HMU's overview and the tree of departments as files: what the screen shows, and nothing that it does not. */
import type { Schemas } from "../api/client";
import { texts } from "../i18n";
import { aDay, type ListColumn } from "../ui/SaveList";
import { smallStepText } from "../ui/StepPath";
import { t } from "./texts";
import { changesWords, type OverviewRow, roundNote, statesOf, trialWords } from "./words";

const c = texts({
  da: {
    centre: "Center",
    round: "Runde",
    code: "Kode",
    kind: "Slags",
    headcount: "Ansatte",
    way: "Vej gennem trinene",
    ways: { walks: "går selv", follows: "følger", outside: "udenfor" },
    kinds: { centre: "center", department: "afdeling", section: "afsnit", staff: "stab" },
  },
  en: {
    centre: "Centre",
    round: "Round",
    code: "Code",
    kind: "Kind",
    headcount: "Employees",
    way: "Way through the steps",
    ways: { walks: "walks", follows: "follows", outside: "outside" },
    kinds: { centre: "centre", department: "department", section: "section", staff: "staff" },
  },
});

const word = (words: Record<string, string>, key: string): string => words[key] ?? key;

export const overviewColumns = (since: string): ListColumn<OverviewRow>[] => [
  { title: t.row.department, cell: ({ department }) => department.name },
  { title: c.centre, cell: ({ centre }) => centre?.name ?? null },
  { title: t.row.since(since), cell: changesWords },
  { title: t.row.step, cell: (row) => smallStepText(statesOf(row)) },
  { title: c.round, cell: roundNote },
  { title: t.row.trials, cell: ({ trials }) => trialWords(trials) },
  { title: t.row.last, cell: ({ last_follow_up }) => aDay(last_follow_up) },
  { title: t.row.next, cell: ({ next_date }) => aDay(next_date) },
];

export const treeColumns: ListColumn<Schemas["DepartmentLine"]>[] = [
  { title: c.code, cell: ({ code }) => code },
  { title: t.row.department, cell: ({ name }) => name },
  { title: c.kind, cell: ({ kind }) => word(c.kinds, kind) },
  { title: c.way, cell: ({ walks }) => word(c.ways, walks) },
  { title: c.headcount, cell: ({ headcount }) => headcount },
];
