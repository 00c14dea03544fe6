/** Step 2 as it is written, for whoever only reads it. */
import type { Schemas } from "../api/client";
import { named } from "../content/parts";
import { listed } from "../dates";
import { FactList } from "../ui/Rows";
import { f } from "./formTexts";
import type { Journey } from "./reading";

type Content = Schemas["ContentOut"];

/** What step 2 writes down, in the note's order. */
export const ASSESSED = ["tasks_conditions", "need", "ambition"] as const;

export function AssessmentFacts({ journey, content }: { journey: Journey; content: Content }) {
  const written = journey.assessment;
  return (
    <FactList
      items={[
        ...ASSESSED.map((name) => ({
          key: name,
          label: f.assessment[name],
          value: written[name] ?? f.assessment.nothing,
        })),
        {
          key: "factors",
          label: f.assessment.factors,
          value: listed(named(content.factors, written.factors)) || f.assessment.nothing,
        },
      ]}
    />
  );
}
