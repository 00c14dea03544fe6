/** What will happen to the organisation by itself, in the order of its days. */
import { Section } from "../ui/Section";
import { o } from "./organisationTexts";

export function Changes() {
  return <Section title={o.planned} lead={o.plannedLead} />;
}
