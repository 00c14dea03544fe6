/** Beside a trial: what was told of it, where the idea came from, who shared in turn. */
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { Section } from "../ui/Section";
import { p } from "./partTexts";
import type { Brief } from "./reading";

export function TrialPart({ trial }: { trial: string }) {
  const around = useQuery({
    queryKey: ["experiences", "around", trial],
    queryFn: () =>
      ask(api.GET("/api/experiences/around/{trial_id}", { params: { path: { trial_id: trial } } })),
  }).data;
  if (!around) return null;
  const { told, borrowed_through, named, tells_for } = around;
  if (told.length + named.length + tells_for.length === 0 && !borrowed_through) return null;
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
      {named.length > 0 && (
        <>
          <p className="soft">{p.named}:</p>
          {named.map((one) => (
            <p key={one.experience_id}>
              <TextLink href={to.experience(one.experience_id)}>{one.department.name}</TextLink>
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

const wordsOf = ({ state, title }: Brief): string => (state === "shared" ? title : p[state](title));
