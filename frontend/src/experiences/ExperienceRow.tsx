/** An experience in a list: what was learned, whose it is, how it fared. */
import { shortDay } from "../dates";
import { to } from "../paths";
import { Tag } from "../ui/Badge";
import { Row } from "../ui/Rows";
import type { Brief } from "./reading";
import { t } from "./texts";

export function ExperienceRow({ experience, level }: { experience: Brief; level?: 2 | 3 }) {
  const { id, title, learned, department, origin, shared_on, state, tried, kept } = experience;
  const shared = state === "shared" && shared_on ? t.sharedOn(shortDay(shared_on)) : "";
  return (
    <Row
      title={title}
      href={to.experience(id)}
      text={learned}
      meta={[`${department.name}.`, `${t.from[origin]}.`, shared, tried > 0 ? `${t.tried(tried, kept)}.` : ""]
        .filter(Boolean)
        .join(" ")}
      side={state === "shared" ? undefined : <Tag>{t.state[state]}</Tag>}
      sideFirst
      level={level}
    />
  );
}
