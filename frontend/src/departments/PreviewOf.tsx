/** What a change touches, in sentences; first of all what stands in its way and how that is mended. */

import { Refusal } from "../api/client";
import { refusalWords } from "../api/refusals";
import { FactList } from "../ui/Rows";
import { More, Panel, Section } from "../ui/Section";
import { ChangeRows } from "./Changes";
import { s } from "./previewTexts";
import { type Obstacle, obstacleLines, type Preview, told } from "./sentences";

export function PreviewOf({ preview }: { preview: Preview }) {
  const { obstacles, at_once, planned } = preview;
  const later = !at_once && obstacles.every((one) => one.later);
  return (
    <Section title={s.title} tight>
      {obstacles.length > 0 && (
        <Panel tone="tint" level={3} title={later ? s.obstaclesLater : s.obstacles}>
          {obstacles.map((one) => (
            <Standing key={JSON.stringify(one)} obstacle={one} />
          ))}
          {later && <p>{s.laterText}</p>}
        </Panel>
      )}
      <FactList
        items={told(preview).map(({ key, label, lines }) => ({
          key,
          label,
          value: (
            <>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {key === "work" && <Which preview={preview} />}
            </>
          ),
        }))}
      />
      {planned.length > 0 && (
        <Section title={s.alsoPlanned} level={3} tight>
          <ChangeRows changes={planned} />
        </Section>
      )}
    </Section>
  );
}

function Standing({ obstacle }: { obstacle: Obstacle }) {
  const lines = obstacleLines(obstacle) ?? [
    refusalWords(new Refusal(409, obstacle.code as Refusal["code"], obstacle.facts)),
  ];
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

/** The titles of what comes along, where one reads the plan they belong to. */
function Which({ preview }: { preview: Preview }) {
  const items = preview.work.flatMap((one) => one.items);
  if (items.length === 0) return null;
  return (
    <More label={s.which}>
      <ul>
        {items.map((one) => (
          <li key={one.id}>{one.title}</li>
        ))}
      </ul>
    </More>
  );
}
