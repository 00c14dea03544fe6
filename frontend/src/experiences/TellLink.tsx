/** The way from a held session, a course or a round to telling what was learned. */
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import type { TellProps } from "./parts";
import { p } from "./partTexts";

export function TellLink({ department, origin, id }: TellProps) {
  return (
    <p className="section section--tight no-print">
      <TextLink href={to.newExperience(department, origin, id)}>{p.tell}</TextLink>
    </p>
  );
}
