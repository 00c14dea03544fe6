/** *Sådan gør vi hos os*: what the department kept, derived from its trials; nothing where there is none. */
import { useQuery } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";
import { capital, shortDay } from "../dates";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { p } from "./partTexts";

type Practice = Schemas["PracticeOut"];

export function PracticesPart({ department }: { department: string }) {
  const items = useQuery({
    queryKey: ["practices", department],
    queryFn: () =>
      ask(
        api.GET("/api/departments/{department_id}/practices", {
          params: { path: { department_id: department } },
        }),
      ),
  }).data?.items;
  if (!items || items.length === 0) return null;
  return (
    <Section title={p.practices} lead={p.practicesLead} ruled>
      <Rows label={p.practices}>
        {items.map((one) => (
          <Row
            key={one.trial_id}
            title={capital(one.words)}
            href={to.trial(one.trial_id)}
            meta={about(one, department)}
          />
        ))}
      </Rows>
      <p className="section__act no-print">
        <TextLink href={to.experiences()}>{p.all}</TextLink>
      </p>
    </Section>
  );
}

function about(one: Practice, department: string): string {
  const { kept_on, checked_on, adjusted, next_check } = one;
  return [
    one.department.id === department ? "" : `${one.department.name}.`,
    p.since(shortDay(kept_on)),
    checked_on ? (adjusted ? p.adjusted : p.checked)(shortDay(checked_on)) : "",
    next_check ? p.next(shortDay(next_check)) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
