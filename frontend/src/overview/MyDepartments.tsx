/** My departments on the front page: where each stands, and one sentence of what is missing. */
import type { Schemas } from "../api/client";
import { may, useMe } from "../api/session";
import { shortDay } from "../dates";
import { type Lack, missingSentence } from "../journeys/missing/parts";
import { to } from "../paths";
import { useContent } from "../shell/Footer";
import { t as frame } from "../shell/texts";
import { LinkButton } from "../ui/Button";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { SmallStepPath, type StepState } from "../ui/StepPath";
import { home } from "./homeTexts";
import { start } from "./startTexts";

type Mine = Schemas["Mine"];
type One = Schemas["MyDepartment"];

export function MyDepartments({ mine }: { mine: Mine }) {
  const content = useContent().data;
  const me = useMe().data;
  if (mine.departments.length === 0) {
    if (mine.departments_count === 0) return null;
    return (
      <Section title={frame.nav.departments}>
        {/* For HR the list of all departments is the one that says who waits. */}
        <LinkButton href={may(me, "roll_out") ? to.rollout : to.departments}>
          {home.all(mine.departments_count)}
        </LinkButton>
      </Section>
    );
  }
  return (
    <Section title={home.departments}>
      <Rows label={home.departments}>
        {mine.departments.map((one) => (
          <Row
            key={one.department.id}
            title={one.department.name}
            href={to.department(one.department.id)}
            text={sentence(one, content)}
            meta={meta(one)}
            side={<SmallStepPath states={one.states as StepState[]} />}
          />
        ))}
      </Rows>
    </Section>
  );
}

function sentence(one: One, content: Schemas["ContentOut"] | undefined): string {
  if (one.round === 0) {
    return one.planned_start ? start.planned(start.quarter(one.planned_start)) : home.notBegun;
  }
  if (one.states.every((state) => state === "done")) return home.allDone;
  if (one.states.every((state) => state === "not_started")) return home.notBegun;
  return missingSentence(one.missing as unknown as Lack[], content) || home.toComplete(one.step);
}

function meta(one: One): string | null {
  const words = [
    one.running > 0 ? `${home.running(one.running)}.` : "",
    one.next_date ? `${home.nextDate(shortDay(one.next_date))}.` : "",
  ].filter(Boolean);
  return words.length > 0 ? words.join(" ") : null;
}
