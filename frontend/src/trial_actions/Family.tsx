/** A trial's family and the way here: beside the page, fetched after it. */
import { capital, dayOf, shortDay, span } from "../dates";
import { useAround } from "../experiences/parts";
import { to } from "../paths";
import { t as frame } from "../shell/texts";
import { trialStateWord } from "../ui/Badge";
import { TextLink } from "../ui/Button";
import { type Branch, FamilyTree, type Trunk } from "../ui/Cycles";
import { TimeLine } from "../ui/Rows";
import { Section } from "../ui/Section";
import { nextMayCome, standing } from "./Around";
import type { Trial } from "./reading";
import { row } from "./rowTexts";
import { t } from "./texts";

type Cycle = Trial["chain"][number];
type Named = NonNullable<ReturnType<typeof useAround>>["named"];

const BEGUN: ReadonlySet<string> = new Set(["running", "tried", "evaluated"]);

export function Family({ trial }: { trial: Trial }) {
  const { chain, tried_in, origin } = trial;
  const named = useAround(trial.id)?.named ?? [];
  if (chain.length + tried_in.length < 2 && !origin) return null;
  return (
    <Section title={t.tree.title} size={3} lead={tried_in.length > 0 ? counted(trial) : undefined}>
      <FamilyTree
        items={[...lent(trial), ...chain.map((cycle) => trunk(trial, cycle, named)), ...toCome(trial)]}
      />
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

function trunk(trial: Trial, cycle: Cycle, named: Named): Trunk {
  const current = cycle.id === trial.id;
  const when = cycle.starts_on && cycle.ends_on ? `${span(cycle.starts_on, cycle.ends_on)}. ` : "";
  return {
    key: cycle.id,
    title: current ? t.tree.thisOne(cycle.cycle) : row.cycle(cycle.cycle),
    ...(current ? {} : { href: to.trial(cycle.id) }),
    detail: `${when}${standing(cycle)}.`,
    state: cycle.state,
    current,
    branches: cycle.cycle === 1 ? trial.tried_in.map((copy) => branch(copy, named)) : [],
  };
}

/** A department stands by name to its own readers, and to everybody once it has shared what it learned. */
function branch({ id, department, state, decision }: Trial["tried_in"][number], named: Named): Branch {
  const shared = named.find((one) => one.trial_id === id);
  const href = department ? to.trial(id) : shared && to.experience(shared.experience_id);
  const came = state === "evaluated" && decision ? capital(t.decidedShort[decision]) : trialStateWord(state);
  return {
    key: id,
    title: (department ?? shared?.department)?.name ?? t.tree.elsewhere,
    ...(href ? { href } : {}),
    detail: `${t.tree.borrowed} ${came}.`,
    state,
  };
}

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
