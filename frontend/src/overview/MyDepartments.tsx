/** My departments on the front page: where each stands, and one sentence of what is missing. */
import type { Schemas } from "../api/client";
import { useContent } from "../content/parts";
import { shortDay } from "../dates";
import { type Lack, missingSentence, stepWords } from "../journeys/parts";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { SmallStepPath, type StepState } from "../ui/StepPath";
import { t } from "./texts";

type Mine = Schemas["Mine"];
type One = Schemas["MyDepartment"];

export function MyDepartments({ mine }: { mine: Mine }) {
  const content = useContent().data;
  if (mine.departments.length === 0) {
    if (mine.departments_count === 0) return null;
    return (
      <Section title={t.departments.title}>
        <LinkButton href={to.departments}>{t.home.all(mine.departments_count)}</LinkButton>
      </Section>
    );
  }
  return (
    <Section title={t.home.departments}>
      <Rows label={t.home.departments}>
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
    return one.planned_start ? t.home.planned(t.row.quarter(one.planned_start)) : t.home.notBegun;
  }
  if (one.states.every((state) => state === "done")) return t.home.allDone;
  if (one.states.every((state) => state === "not_started")) return t.home.notBegun;
  return missingSentence(stepWords, one.missing as unknown as Lack[], content) || t.home.toComplete(one.step);
}

function meta(one: One): string | null {
  const words = [
    one.running > 0 ? `${t.home.running(one.running)}.` : "",
    one.next_date ? `${t.home.nextDate(shortDay(one.next_date))}.` : "",
  ].filter(Boolean);
  return words.length > 0 ? words.join(" ") : null;
}
