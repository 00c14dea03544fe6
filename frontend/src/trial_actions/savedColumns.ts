/** The list of trial actions as a file. */
import { capital } from "../dates";
import { texts } from "../i18n";
import { trialStateWord } from "../ui/Badge";
import { aDay, type ListColumn } from "../ui/SaveList";
import type { TrialBrief } from "./reading";
import { t } from "./texts";

const c = texts({
  da: {
    trial: "Prøvehandling",
    change: "Vi prøver",
    owner: "Tovholder",
    from: "Fra",
    to: "Til",
    evaluate: "Evalueres",
    learning: "Det lærte vi",
  },
  en: {
    trial: "Trial action",
    change: "We try",
    owner: "Owner",
    from: "From",
    to: "To",
    evaluate: "To be evaluated",
    learning: "What we learned",
  },
});

export const savedColumns: ListColumn<TrialBrief>[] = [
  { title: c.trial, cell: ({ title }) => capital(title) },
  { title: t.list.department, cell: ({ department }) => department.name },
  { title: t.list.state, cell: ({ state }) => trialStateWord(state) },
  { title: t.list.decision, cell: ({ decision }) => decision && t.decision[decision] },
  { title: c.change, cell: ({ change }) => change },
  { title: c.owner, cell: ({ owner }) => owner?.name ?? null },
  { title: c.from, cell: ({ starts_on }) => aDay(starts_on) },
  { title: c.to, cell: ({ ends_on }) => aDay(ends_on) },
  { title: c.evaluate, cell: ({ evaluate_on }) => aDay(evaluate_on) },
  { title: c.learning, cell: ({ learning }) => learning },
];
