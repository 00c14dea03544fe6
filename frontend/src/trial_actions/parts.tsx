/**
 * A trial action as it stands in other pages' lists.
 *   <Rows label="Prøvehandlinger">{items.map((one) => <TrialRow key={one.id} trial={one} />)}</Rows>
 * `place`: name the department too, where the list holds several.
 */
import { capital, shortDay, span } from "../dates";
import { to } from "../paths";
import { Badge } from "../ui/Badge";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { type TrialBrief, useTaking } from "./reading";
import { row } from "./rowTexts";

interface TrialRowProps {
  trial: TrialBrief;
  place?: boolean;
  level?: 2 | 3 | 4;
}

export function TrialRow({ trial, place, level = 3 }: TrialRowProps) {
  const where = place && `${trial.department.name}.`;
  return (
    <Row
      title={capital(trial.title)}
      href={to.trial(trial.id)}
      text={wordsOf(trial)}
      meta={[where, ...about(trial)].filter(Boolean).join(" ")}
      side={<Badge state={trial.state} />}
      sideFirst
      level={level}
    />
  );
}

interface TakingProps {
  department: string;
  /** Somebody who belongs to the department reads it, not HR. */
  ours: boolean;
}

/** Trials of a node above that take place in this department too; nothing where there are none. */
export function TakingPart({ department, ours }: TakingProps) {
  const items = useTaking(department).data?.items ?? [];
  if (items.length === 0) return null;
  const title = (ours ? row.taking : row.takingThem)(items.length);
  return (
    <Section title={title} ruled>
      <Rows label={title}>
        {items.map((trial) => (
          <TrialRow key={trial.id} trial={trial} place />
        ))}
      </Rows>
    </Section>
  );
}

/** What it taught, once that is decided; what is tried, until then. */
function wordsOf({ state, decision, learning, change, title }: TrialBrief): string | null {
  if (state === "evaluated" && decision) {
    return learning ? row.taught[decision](learning) : row.decided[decision];
  }
  return change === title ? null : capital(change);
}

function about(trial: TrialBrief): string[] {
  const { state, owner, suggested_by, cycle } = trial;
  const words = [owner ? row.owner(owner.name) : suggested_by ? "" : row.noOwner];
  if (state === "draft" && suggested_by) words.unshift(row.suggestedBy(suggested_by.name));
  words.push(datesOf(trial));
  if (cycle > 1) words.push(`${row.cycle(cycle)}.`);
  return words.filter(Boolean);
}

function datesOf({ state, starts_on, ends_on, evaluate_on }: TrialBrief): string {
  if (state === "planned" && starts_on) return row.starts(shortDay(starts_on));
  if (state === "running" && ends_on) {
    const evaluate = evaluate_on && evaluate_on !== ends_on ? shortDay(evaluate_on) : null;
    return row.ends(shortDay(ends_on), evaluate);
  }
  if (state === "tried" && evaluate_on) return row.evaluates(shortDay(evaluate_on));
  return state === "evaluated" && starts_on && ends_on ? row.tried(span(starts_on, ends_on)) : "";
}
