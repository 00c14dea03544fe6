/**
 * Two people have changed the same record: both texts side by side, per field, and a choice for each.
 *   <Conflict fields={[{ name: "change", label: "Vi prøver", mine: v.change, theirs: fresh.change }]}
 *     onChosen={(chosen) => { draft.put(chosen); save with the fresh version }} />
 * Only fields that differ are shown. Values are shown as text; `onChosen` names for each field whose value
 * shall stand, so that the caller can merge values of any kind.
 */
import { useEffect, useRef, useState } from "react";
import { Button, ButtonRow } from "./Button";
import { RadioCards } from "./Choice";
import { t } from "./texts";

export interface ConflictField {
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

export type Chosen = Record<string, "mine" | "theirs">;

interface ConflictProps {
  fields: readonly ConflictField[];
  onChosen: (chosen: Chosen) => void;
  busy?: boolean;
}

export function Conflict({ fields, onChosen, busy }: ConflictProps) {
  const box = useRef<HTMLElement>(null);
  const different = fields.filter((field) => field.mine !== field.theirs);
  const [chosen, setChosen] = useState<Chosen>({});
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="conflict" ref={box} tabIndex={-1} aria-label={t.conflictTitle}>
      <h2 className="h3">{t.conflictTitle}</h2>
      <p>{different.length > 0 ? t.conflictLead : t.conflictSame}</p>
      {different.map((field) => (
        <RadioCards
          key={field.name}
          name={`conflict-${field.name}`}
          legend={field.label}
          layout="columns"
          value={chosen[field.name] ?? "mine"}
          onChange={(whose) => setChosen((old) => ({ ...old, [field.name]: whose }))}
          options={[
            { value: "mine", label: t.mine, detail: <Written text={field.mine} /> },
            { value: "theirs", label: t.theirs, detail: <Written text={field.theirs} /> },
          ]}
        />
      ))}
      <ButtonRow>
        <Button
          kind="filled"
          busy={busy}
          onClick={() =>
            onChosen(Object.fromEntries(different.map(({ name }) => [name, chosen[name] ?? "mine"])))
          }
        >
          {t.conflictSave}
        </Button>
      </ButtonRow>
    </section>
  );
}

const Written = ({ text }: { text: string }) => (
  <span className="conflict__text">{text || <em>{t.empty}</em>}</span>
);
