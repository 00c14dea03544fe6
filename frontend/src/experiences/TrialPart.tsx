/** Beside a trial: what was told of it, where the idea came from. Who shared in turn stands in its family. */
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { Section } from "../ui/Section";
import { useAround } from "./parts";
import { p } from "./partTexts";
import type { Brief } from "./reading";

export function TrialPart({ trial }: { trial: string }) {
  const around = useAround(trial);
  if (!around) return null;
  const { told, borrowed_through, tells_for } = around;
  if (told.length + tells_for.length === 0 && !borrowed_through) return null;
  return (
    <Section title={p.title} size={3}>
      {borrowed_through && (
        <p>
          {p.through(borrowed_through.department.name)}:{" "}
          <TextLink href={to.experience(borrowed_through.id)}>{borrowed_through.title}</TextLink>
        </p>
      )}
      {told.map((one) => (
        <p key={one.id}>
          <TextLink href={to.experience(one.id)}>{wordsOf(one)}</TextLink>
        </p>
      ))}
      {tells_for.length > 0 && <p className="soft">{p.tellText}</p>}
      {tells_for.map(({ id, name }) => (
        <p key={id} className="no-print">
          <LinkButton href={to.newExperience(id, "trial_action", trial)}>
            {tells_for.length > 1 ? p.tellFor(name) : p.tell}
          </LinkButton>
        </p>
      ))}
    </Section>
  );
}

const wordsOf = ({ state, title }: Brief): string => (state === "shared" ? title : p[state](title));
