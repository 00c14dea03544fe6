/** A department's follow-ups and agreements as files: those on screen, and what is further down the same list. */
import { capital } from "../dates";
import { texts } from "../i18n";
import { aDay, type ListColumn, MOST, SaveList } from "../ui/SaveList";
import { aboutOf } from "./parts";
import { type Agreement, type FollowUp, readAgreements, readFollowUps } from "./reading";
import { t } from "./texts";

const c = texts({
  da: {
    followUps: (name: string) => `Opfølgninger ${name}`,
    agreements: (name: string) => `Aftaler ${name}`,
    day: "Dato",
    question: "Spørgsmål",
    kind: "Slags",
    about: "Handler om",
    department: "Afdeling",
    owner: "Tovholder",
    what: "Aftale",
    trial: "Prøvehandling",
  },
  en: {
    followUps: (name: string) => `Follow-ups ${name}`,
    agreements: (name: string) => `Agreements ${name}`,
    day: "Date",
    question: "Question",
    kind: "Kind",
    about: "About",
    department: "Department",
    owner: "Owner",
    what: "Agreement",
    trial: "Trial action",
  },
});

const FOLLOW_UPS: ListColumn<FollowUp>[] = [
  { title: c.day, cell: ({ due }) => aDay(due) },
  { title: c.question, cell: ({ question }) => question },
  { title: c.kind, cell: ({ kind }) => t.kind[kind] },
  { title: c.about, cell: (one) => capital(aboutOf(one)) },
  { title: c.department, cell: ({ department }) => department.name },
  { title: c.owner, cell: ({ owner }) => owner?.name ?? null },
];

const AGREEMENTS: ListColumn<Agreement>[] = [
  { title: c.what, cell: ({ what }) => what },
  { title: c.day, cell: ({ due }) => aDay(due) },
  { title: c.owner, cell: ({ owner }) => owner?.name ?? null },
  { title: c.trial, cell: ({ trial_action }) => trial_action && capital(trial_action.title) },
  { title: c.department, cell: ({ department }) => department.name },
];

export interface SavedProps<Item> {
  department: { id: string; name: string };
  items: readonly Item[];
  /** There is more than `items`. */
  more: boolean;
}

export function SavedFollowUps({ department: { id, name }, items, more }: SavedProps<FollowUp>) {
  const wanted = { department: id, state: "planned" } as const;
  return (
    <SaveList
      slight
      title={c.followUps(name)}
      rows={items}
      columns={FOLLOW_UPS}
      rest={more && ((cursor) => readFollowUps(wanted, MOST, cursor))}
    />
  );
}

export function SavedAgreements({ department: { id, name }, items, more }: SavedProps<Agreement>) {
  const wanted = { department: id, state: "open" } as const;
  return (
    <SaveList
      slight
      title={c.agreements(name)}
      rows={items}
      columns={AGREEMENTS}
      rest={more && ((cursor) => readAgreements(wanted, MOST, cursor))}
    />
  );
}
