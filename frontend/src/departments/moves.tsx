/** Moving, closing and changing the way: the acts that ask for one thing beside the day. */
import type { Schemas } from "../api/client";
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { ActForm } from "./ActForm";
import { a } from "./actTexts";
import { NodeSelect } from "./NodeSelect";
import { n } from "./nodeTexts";
import type { Department } from "./reading";
import { itselfAndBeneath, type TreeRow } from "./tree";

interface FormProps {
  here: Department;
  rows: readonly TreeRow[];
}

export function MoveForm({ here, rows }: FormProps) {
  const now = here.parents.at(-1)?.id;
  return (
    <ActForm
      act="flyt"
      here={here}
      empty={{ parent_id: "" }}
      lacks={({ parent_id }) => {
        if (!parent_id) return [{ field: "parent_id", words: a.flyt.choose }];
        return parent_id === now ? [{ field: "parent_id", words: a.flyt.same }] : [];
      }}
      wanted={({ parent_id, effective_on }) => ({ kind: "move", parent_id, effective_on })}
      deed={(_, when) => a.flyt.deed(when)}
    >
      {({ values, put, problems }) => (
        <NodeSelect
          name="parent_id"
          label={a.flyt.where}
          rows={rows}
          without={itselfAndBeneath(rows, here.id)}
          value={values.parent_id}
          onChange={(parent_id) => put({ parent_id })}
          error={wordsFor(problems, "parent_id")}
        />
      )}
    </ActForm>
  );
}

export function CloseForm({ here, rows }: FormProps) {
  return (
    <ActForm
      act="luk"
      here={here}
      empty={{ hand_to: "" }}
      lacks={() => []}
      wanted={({ hand_to, effective_on }) => ({ kind: "close", hand_to: hand_to || null, effective_on })}
      deed={({ hand_to }, when) => (hand_to ? a.luk.deedHand(when) : a.luk.deed(when))}
    >
      {({ values, put, problems }) => (
        <NodeSelect
          name="hand_to"
          label={a.luk.hand}
          hint={a.luk.handHint}
          empty={a.luk.nobody}
          rows={rows}
          without={itselfAndBeneath(rows, here.id)}
          value={values.hand_to}
          onChange={(hand_to) => put({ hand_to })}
          error={wordsFor(problems, "hand_to")}
        />
      )}
    </ActForm>
  );
}

type Way = Schemas["Walks"];
const ways = (Object.keys(n.wayOptions) as Way[]).map((value) => ({ value, ...n.wayOptions[value] }));

export function WalksForm({ here }: FormProps) {
  return (
    <ActForm
      act="trin"
      here={here}
      empty={{ walks: here.walks as Way }}
      lacks={({ walks }) => (walks === here.walks ? [{ field: "walks", words: a.trin.same }] : [])}
      wanted={({ walks, effective_on }) => ({ kind: "walks", walks, effective_on })}
      deed={(_, when) => a.trin.deed(when)}
    >
      {({ values, put, problems }) => (
        <RadioCards
          name="walks"
          legend={a.trin.way}
          value={values.walks}
          onChange={(walks) => put({ walks })}
          options={here.parents.length > 0 ? ways : ways.filter((way) => way.value !== "follows")}
          error={wordsFor(problems, "walks")}
        />
      )}
    </ActForm>
  );
}
