/** What stands around a trial: its cycles, who borrowed it, the way here, its follow-ups. */
import { capital, dayOf, shortDay, span } from "../dates";
import { to } from "../paths";
import { t as frame } from "../shell/texts";
import { trialStateWord } from "../ui/Badge";
import { TextLink } from "../ui/Button";
import { type Branch, CycleTabs, FamilyTree, type Trunk } from "../ui/Cycles";
import { TimeLine } from "../ui/Rows";
import { Section } from "../ui/Section";
import type { Trial } from "./reading";
import { row } from "./rowTexts";
import { t } from "./texts";

type Cycle = Trial["chain"][number];

const BEGUN: ReadonlySet<string> = new Set(["running", "tried", "evaluated"]);

/** Whether the cycle after this one is still open to come: until it is decided. */
const nextMayCome = ({ state, cycle, chain }: Trial): boolean =>
  state === "tried" && !chain.some((other) => other.cycle > cycle);

/** Nothing to choose from, no tabs. */
export function Cycles({ trial }: { trial: Trial }) {
  const next = nextMayCome(trial)
    ? [{ key: "next", label: row.cycle(trial.cycle + 1), detail: t.ifAdapted }]
    : [];
  if (trial.chain.length + next.length < 2) return null;
  const items = trial.chain.map((cycle) => ({
    key: cycle.id,
    href: to.trial(cycle.id),
    label: row.cycle(cycle.cycle),
    detail: standing(cycle),
  }));
  return <CycleTabs items={[...items, ...next]} current={trial.id} />;
}

const standing = ({ state, decision }: Cycle): string =>
  state === "evaluated" && decision ? t.evaluatedAs(t.decidedShort[decision]) : trialStateWord(state);

export function Family({ trial }: { trial: Trial }) {
  const { chain, tried_in, origin } = trial;
  if (chain.length + tried_in.length < 2 && !origin) return null;
  return (
    <Section title={t.tree.title} size={3} lead={tried_in.length > 0 ? counted(trial) : undefined}>
      <FamilyTree items={[...lent(trial), ...chain.map((cycle) => trunk(trial, cycle)), ...toCome(trial)]} />
    </Section>
  );
}

function counted({ chain, tried_in }: Trial): string | undefined {
  const here = chain.some(({ state }) => BEGUN.has(state)) ? 1 : 0;
  const keptHere = chain.some(({ decision }) => decision === "adopt") ? 1 : 0;
  const places = tried_in.filter(({ tried }) => tried).length + here;
  return places > 0 ? t.tree.tried(places, tried_in.filter(({ kept }) => kept).length + keptHere) : undefined;
}

function lent({ origin }: Trial): Trunk[] {
  if (!origin) return [];
  const { id, title, department } = origin;
  return [{ key: id, title, href: to.trial(id), detail: t.tree.from(department.name), state: "evaluated" }];
}

function trunk(trial: Trial, cycle: Cycle): Trunk {
  const current = cycle.id === trial.id;
  const when = cycle.starts_on && cycle.ends_on ? `${span(cycle.starts_on, cycle.ends_on)}. ` : "";
  return {
    key: cycle.id,
    title: current ? t.tree.thisOne(cycle.cycle) : row.cycle(cycle.cycle),
    ...(current ? {} : { href: to.trial(cycle.id) }),
    detail: `${when}${standing(cycle)}.`,
    state: cycle.state,
    current,
    branches: cycle.cycle === 1 ? trial.tried_in.map(branch) : [],
  };
}

const branch = ({ id, department, state, decision }: Trial["tried_in"][number]): Branch => ({
  key: id,
  title: department?.name ?? t.tree.elsewhere,
  ...(department ? { href: to.trial(id) } : {}),
  detail: `${t.tree.borrowed} ${state === "evaluated" && decision ? capital(`${t.decidedShort[decision]}.`) : `${trialStateWord(state)}.`}`,
  state,
});

const toCome = (trial: Trial): Trunk[] =>
  nextMayCome(trial)
    ? [
        {
          key: "next",
          title: row.cycle(trial.cycle + 1),
          detail: `${t.ifAdapted}.`,
          state: "draft",
          pending: true,
        },
      ]
    : [];

export function TheWayHere({ trial }: { trial: Trial }) {
  const items = trial.history
    .map(({ at, what }) => ({ key: `${what}-${at}`, when: shortDay(dayOf(at)), what: t.history[what] }))
    .reverse();
  return (
    <Section title={t.history.title} size={3}>
      <TimeLine items={items} />
      {!trial.as_place && (
        <p className="section__act no-print">
          <TextLink href={to.recordHistory(trial.id)}>{frame.history}</TextLink>
        </p>
      )}
    </Section>
  );
}

export function FollowUps({ trial }: { trial: Trial }) {
  const { planned, held, next } = trial.follow_ups;
  if (planned + held === 0) return null;
  const { id, walking_id } = trial.department;
  return (
    <Section title={t.followUps.title} size={3}>
      <p className="soft">{t.followUps.line(held, next && shortDay(next))}</p>
      {!trial.as_place && (
        <p>
          <TextLink href={to.department(walking_id ?? id)}>{t.followUps.see}</TextLink>
        </p>
      )}
    </Section>
  );
}
