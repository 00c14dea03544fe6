/** What stands around a trial: its cycles and follow-ups. */
import { shortDay } from "../dates";
import { to } from "../paths";
import { trialStateWord } from "../ui/Badge";
import { TextLink } from "../ui/Button";
import { CycleTabs } from "../ui/Cycles";
import { Section } from "../ui/Section";
import type { Trial } from "./reading";
import { row } from "./rowTexts";
import { t } from "./texts";

type Cycle = Trial["chain"][number];

/** Whether the cycle after this one is still open to come: until it is decided. */
export const nextMayCome = ({ state, cycle, chain }: Trial): boolean =>
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

export const standing = ({ state, decision }: Cycle): string =>
  state === "evaluated" && decision ? t.evaluatedAs(t.decidedShort[decision]) : trialStateWord(state);

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
