/** What will probably be shown, and what stands in the way: said while one plans and on the wave's page. */
import { CARDS } from "../content/parts";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Panel } from "../ui/Section";
import { obstacleWords, onceEach } from "./planning";
import { p } from "./planTexts";
import { prospectWords } from "./said";
import { answering } from "./units";
import type { WaveUnit } from "./waveReading";
import { w } from "./waveTexts";

interface ShownProps {
  nodes: readonly WaveUnit[];
  departments: Set<string>;
}

export function Prospects({ nodes, departments, tone = "tint" }: ShownProps & { tone?: "tint" | "quiet" }) {
  const all = answering(nodes, departments);
  const uncertain = all.some(({ department }) => department.prospect === "hidden");
  return (
    <Panel tone={tone} title={p.shown} level={3}>
      <div role="status">
        {prospectWords(all, nodes).map((words) => (
          <p key={words} className="prospect">
            {words}
          </p>
        ))}
      </div>
      <p className="meta">{p.shownIf}</p>
      {uncertain && (
        <p>
          <TextLink href={CARDS}>{w.cards}</TextLink>
        </p>
      )}
    </Panel>
  );
}

interface WayProps extends ShownProps {
  obstacles: readonly { problem: string; facts: Record<string, unknown> }[];
}

/** Each obstacle once, with its remedy and the wave it comes from. */
export function InTheWay({ obstacles, nodes, departments }: WayProps) {
  const said = new Map(
    onceEach(obstacles).map(({ problem, facts }) => [
      obstacleWords(problem, facts, nodes, departments),
      facts.wave,
    ]),
  );
  if (said.size === 0) return null;
  return (
    <Panel tone="warm" title={p.inTheWay} level={3}>
      <ul className="plain-list in-the-way">
        {[...said].map(([words, wave]) => (
          <li key={words}>
            {words} {typeof wave === "string" && <TextLink href={to.wave(wave)}>{p.obstacle.see}</TextLink>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
