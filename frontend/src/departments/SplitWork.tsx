/** What is open where a node is split, one by one: it follows its section or its owner until another part is chosen. */
import { SelectField } from "../ui/Field";
import { More } from "../ui/Section";
import { a } from "./actTexts";
import type { Named } from "./NamedFields";
import type { Preview } from "./sentences";

/** What can be placed by itself: a discussion goes with the round. */
const KINDS = ["trial_action", "agreement", "follow_up"] as const;

interface Props {
  work: Preview["work"];
  parts: readonly Named[];
  /** The part chosen for a record, by its id. */
  placed: Record<string, number>;
  place: (id: string, part: number) => void;
}

export function SplitWork({ work, parts, placed, place }: Props) {
  const lines = KINDS.flatMap((kind) =>
    work
      .filter((some) => some.kind === kind)
      .flatMap((some) => some.items.map((item) => ({ ...item, kind, goes: some.to.name }))),
  );
  if (lines.length === 0) return null;
  const names = parts.map((part) => part.name.trim());
  const options = names.map((name, index) => ({
    value: String(index),
    label: name || a.del.part(index + 1),
  }));
  return (
    <fieldset className="field parts">
      <legend className="h3">{a.del.work}</legend>
      <p className="field__hint">{a.del.workHint}</p>
      <More label={a.del.open(lines.length)}>
        {lines.map(({ id, title, kind, goes }) => (
          <SelectField
            key={id}
            name={`work.${id}`}
            label={`${a.del.kinds[kind]}: ${title}`}
            options={options}
            value={String(placed[id] ?? Math.max(names.indexOf(goes), 0))}
            onChange={(part) => place(id, Number(part))}
          />
        ))}
      </More>
    </fieldset>
  );
}
