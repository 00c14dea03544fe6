/** Two or more nodes become one: which, what it is called afterwards, whose round goes on. */
import { to } from "../paths";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { ActForm, type Asking } from "./ActForm";
import { a } from "./actTexts";
import { type Named, NamedFields, namedLacks } from "./NamedFields";
import { NodeSelect } from "./NodeSelect";
import type { Department } from "./reading";
import { itselfAndBeneath, type Line, type TreeRow } from "./tree";

interface FormProps {
  here: Department;
  rows: readonly TreeRow[];
}

interface Answers {
  with_ids: string[];
  /** A party's id, "new", or nothing chosen yet. */
  into: string;
  made: Named;
  round_from: string;
}

const w = a["laeg-sammen"];
const NEW = "new";
const EMPTY: Answers = { with_ids: [], into: "", made: { name: "", code: "" }, round_from: "" };

export function MergeForm({ here, rows }: FormProps) {
  return (
    <ActForm
      act="laeg-sammen"
      here={here}
      empty={EMPTY}
      lacks={({ with_ids, into, made }) => [
        ...(with_ids.length > 0 ? [] : [{ field: "with_ids", words: w.chooseOne }]),
        ...(into || with_ids.length === 0 ? [] : [{ field: "target_id", words: w.chooseInto }]),
        ...(into === NEW ? namedLacks("new", made) : []),
      ]}
      wanted={({ with_ids, into, made, round_from, effective_on }) => ({
        kind: "merge",
        effective_on,
        with_ids,
        ...(into === NEW ? { new: { ...made, headcount: 0 } } : { target_id: into }),
        round_from: round_from || null,
      })}
      deed={(_, when) => w.deed(when)}
      after={(change) => to.node(change.outcome?.made[0] ?? targetOf(change.wanted) ?? here.id)}
    >
      {(asking) => <Questions here={here} rows={rows} asking={asking} />}
    </ActForm>
  );
}

const targetOf = ({ target_id }: { target_id?: unknown }): string | null =>
  typeof target_id === "string" ? target_id : null;

function Questions({ here, rows, asking }: FormProps & { asking: Asking<Answers> }) {
  const { values, put, problems } = asking;
  const lines = new Map(rows.map((row) => [row.line.id, row.line]));
  const parties = [here.id, ...values.with_ids]
    .map((id) => lines.get(id))
    .filter((line): line is Line => line !== undefined);
  const walking = parties.filter((line) => line.journey_id !== null);
  return (
    <>
      <Others here={here} rows={rows} asking={asking} />
      {values.with_ids.length > 0 && (
        <RadioCards
          name="target_id"
          legend={w.into}
          value={values.into}
          onChange={(into) => put({ into })}
          options={[
            ...parties.map((line) => ({
              value: line.id,
              label: w.intoOld(line.name),
              detail: w.intoOldText,
            })),
            { value: NEW, label: w.intoNew, detail: w.intoNewText },
          ]}
          error={wordsFor(problems, "target_id")}
        />
      )}
      {values.into === NEW && (
        <NamedFields field="new" value={values.made} put={(made) => put({ made })} problems={problems} />
      )}
      {walking.length > 1 && (
        <SelectField
          name="round_from"
          label={w.round}
          hint={w.roundHint}
          empty={w.roundDefault}
          value={values.round_from}
          onChange={(round_from) => put({ round_from })}
          options={walking.map((line) => ({ value: line.id, label: line.name }))}
          error={wordsFor(problems, "round_from")}
        />
      )}
    </>
  );
}

/** Those it is merged with: chosen one after the other, each to be taken out again. */
function Others({ here, rows, asking: { values, put, problems } }: FormProps & { asking: Asking<Answers> }) {
  const chosen = rows.filter((row) => values.with_ids.includes(row.line.id));
  const without = new Set([
    ...itselfAndBeneath(rows, here.id),
    ...here.parents.map((node) => node.id),
    ...values.with_ids,
  ]);
  const take = (with_ids: string[]) => {
    const known = [here.id, NEW, ...with_ids];
    put({
      with_ids,
      into: known.includes(values.into) ? values.into : "",
      round_from: known.includes(values.round_from) ? values.round_from : "",
    });
  };
  return (
    <>
      {chosen.length > 0 && (
        <>
          <p className="field__label">{w.others}</p>
          <ul className="chosen" aria-label={w.others}>
            {chosen.map(({ line }) => (
              <li key={line.id}>
                <span>{line.name}</span>
                <Button
                  kind="link"
                  aria-label={w.remove(line.name)}
                  onClick={() => take(values.with_ids.filter((id) => id !== line.id))}
                >
                  {w.removeShort}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <NodeSelect
        name="with_ids"
        label={chosen.length > 0 ? w.add : w.others}
        empty={chosen.length > 0 ? w.noMore : w.first}
        rows={rows}
        without={without}
        value=""
        onChange={(id) => id && take([...values.with_ids, id])}
        error={wordsFor(problems, "with_ids")}
      />
    </>
  );
}
