/** One node becomes two or more: what they are called, and where sections, people and the round go on. */
import { roleWords } from "../shell/texts";
import { Button } from "../ui/Button";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { More } from "../ui/Section";
import { ActForm, type Asking } from "./ActForm";
import { a } from "./actTexts";
import { type Named, NamedFields } from "./NamedFields";
import type { Department } from "./reading";
import { SplitWork } from "./SplitWork";
import type { Preview } from "./sentences";

/** Which part something goes to, by its id; parts count from 0. */
type Places = Record<string, number>;

interface Answers {
  parts: Named[];
  sections: Places;
  roles: Places;
  work: Places;
  round_to: number;
}

const NAMELESS: Named = { name: "", code: "" };
const EMPTY: Answers = { parts: [NAMELESS, NAMELESS], sections: {}, roles: {}, work: {}, round_to: 0 };
const MOST = 10;

export function SplitForm({ here }: { here: Department }) {
  return (
    <ActForm
      act="del"
      here={here}
      empty={EMPTY}
      lacks={({ parts }) =>
        parts.flatMap(({ name, code }, index) => [
          ...(name.trim() ? [] : [{ field: `parts.${index}.name`, words: a.del.writeName(index + 1) }]),
          ...(code.trim() ? [] : [{ field: `parts.${index}.code`, words: a.del.writeCode(index + 1) }]),
        ])
      }
      wanted={({ parts, sections, roles, work, round_to, effective_on }) => ({
        kind: "split",
        effective_on,
        parts: parts.map((part) => ({ ...part, headcount: 0 })),
        sections: here.sections.map(({ id }) => ({ id, part: sections[id] ?? 0 })),
        roles: Object.entries(roles).map(([id, part]) => ({ id, part })),
        work: Object.entries(work).map(([id, part]) => ({ id, part })),
        round_to,
      })}
      deed={(_, when) => a.del.deed(when)}
    >
      {(asking) => <Questions here={here} asking={asking} />}
    </ActForm>
  );
}

function Questions({ here, asking }: { here: Department; asking: Asking<Answers> }) {
  const { values, put, problems, preview } = asking;
  const options = values.parts.map((part, index) => ({
    value: String(index),
    label: part.name.trim() || a.del.part(index + 1),
  }));
  return (
    <>
      <Parts asking={asking} />
      {here.sections.length > 0 && (
        <fieldset className="field parts">
          <legend className="h3">{a.del.sections}</legend>
          {here.sections.map((section) => (
            <SelectField
              key={section.id}
              name={`sections.${section.id}`}
              label={section.name}
              options={options}
              value={String(values.sections[section.id] ?? 0)}
              onChange={(part) => put({ sections: { ...values.sections, [section.id]: Number(part) } })}
            />
          ))}
        </fieldset>
      )}
      {here.journey_id !== null && (
        <SelectField
          name="round_to"
          label={a.del.round}
          hint={a.del.roundHint}
          options={options}
          value={String(values.round_to)}
          onChange={(part) => put({ round_to: Number(part) })}
          error={wordsFor(problems, "round_to")}
        />
      )}
      {preview && preview.roles.length > 0 ? (
        <Roles roles={preview.roles} options={options} asking={asking} />
      ) : (
        <p className="meta parts">{a.del.rest}</p>
      )}
      {preview && (
        <SplitWork
          work={preview.work}
          parts={values.parts}
          placed={values.work}
          place={(id, part) => put({ work: { ...values.work, [id]: part } })}
        />
      )}
    </>
  );
}

function Parts({ asking: { values, put, problems } }: { asking: Asking<Answers> }) {
  const { parts } = values;
  /** Without a part, what was placed in it or after it begins anew. */
  const without = (places: Places, gone: number): Places =>
    Object.fromEntries(Object.entries(places).filter(([, part]) => part < gone));
  const remove = (gone: number) =>
    put({
      parts: parts.filter((_, index) => index !== gone),
      sections: without(values.sections, gone),
      roles: without(values.roles, gone),
      work: without(values.work, gone),
      round_to: values.round_to < gone ? values.round_to : 0,
    });
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its number.
        <fieldset key={index} className="field parts">
          <legend className="h3">{a.del.part(index + 1)}</legend>
          <NamedFields
            field={`parts.${index}`}
            value={part}
            put={(named) => put({ parts: parts.map((old, place) => (place === index ? named : old)) })}
            problems={problems}
          />
          {parts.length > 2 && (
            <Button kind="link" onClick={() => remove(index)}>
              {a.del.removePart(index + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {parts.length < MOST && (
        <p className="section__act">
          <Button kind="quiet" onClick={() => put({ parts: [...parts, NAMELESS] })}>
            {a.del.addPart}
          </Button>
        </p>
      )}
    </>
  );
}

interface RolesProps {
  roles: Preview["roles"];
  options: { value: string; label: string }[];
  asking: Asking<Answers>;
}

/** Who holds a role here and where it goes on; employees, who may be many, are folded away. */
function Roles({ roles, options, asking: { values, put } }: RolesProps) {
  const partOf = (held: Preview["roles"][number]): string => {
    const chosen = values.roles[held.id];
    if (chosen !== undefined && chosen < values.parts.length) return String(chosen);
    const told = values.parts.findIndex((part) => part.name.trim() === held.to?.name);
    return String(Math.max(told, 0));
  };
  const select = (held: Preview["roles"][number]) => (
    <SelectField
      key={held.id}
      name={`roles.${held.id}`}
      label={`${held.person.name}, ${roleWords(held.role, held.title)}`}
      options={options}
      value={partOf(held)}
      onChange={(part) => put({ roles: { ...values.roles, [held.id]: Number(part) } })}
    />
  );
  const members = roles.filter((held) => held.role === "member");
  return (
    <fieldset className="field parts">
      <legend className="h3">{a.del.people}</legend>
      <p className="field__hint">{a.del.peopleHint}</p>
      {roles.filter((held) => held.role !== "member").map(select)}
      {members.length > 0 && <More label={a.del.members(members.length)}>{members.map(select)}</More>}
    </fieldset>
  );
}
