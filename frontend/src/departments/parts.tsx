/** What a node's pages say where it is no more, and where it continues others: with the way there. */
import { Fragment } from "react";
import type { Schemas } from "../api/client";
import { listed } from "../dates";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Panel } from "../ui/Section";
import { b } from "./continuedTexts";

type Department = Pick<Schemas["DepartmentOut"], "closed_on" | "successors" | "predecessors">;
type Continued = Schemas["ContinuedRef"];

/** On top of a closed node: since when, why, and where the work goes on. */
export function ClosedNote({ here }: { here: Department }) {
  if (here.closed_on === null) return null;
  return (
    <div className="section section--tight">
      <Panel tone="quiet">
        {here.successors.length === 0 ? (
          <p>{b.closed(here.closed_on)}</p>
        ) : (
          together(here.successors).map((some) => (
            <Sentence key={keyOf(some)} words={b.successors} nodes={some} />
          ))
        )}
        <p>{b.readable}</p>
      </Panel>
    </div>
  );
}

/** On a node that continues others: "Fortsætter Allergi og Lungemedicin, lagt sammen 1. november 2026." */
export function Continues({ here }: { here: Department }) {
  if (here.predecessors.length === 0) return null;
  return (
    <div className="section section--tight soft">
      {together(here.predecessors).map((some) => (
        <Sentence key={keyOf(some)} words={b.predecessors} nodes={some} />
      ))}
    </div>
  );
}

function Sentence({ words, nodes }: { words: typeof b.successors; nodes: Some }) {
  const [{ kind, on }] = nodes;
  const [before, after] = words[kind](on);
  return (
    <p>
      {before}
      {linked(nodes)}
      {after}
    </p>
  );
}

/** "a, b og c", each a link: the words between them are the language's own. */
function linked(nodes: Some) {
  const marks = nodes.map((_, index) => `\u0000${index}\u0000`);
  return listed(marks)
    .split("\u0000")
    .map((piece, place) => {
      const node = place % 2 === 1 ? nodes[Number(piece)] : undefined;
      return node ? (
        <TextLink key={node.id} href={to.department(node.id)}>
          {node.name}
        </TextLink>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stand where they stand.
        <Fragment key={place}>{piece}</Fragment>
      );
    });
}

type Some = [Continued, ...Continued[]];
const keyOf = ([{ kind, on }]: Some): string => `${kind}${on}`;

/** Those of the same change stand in one sentence. */
function together(nodes: readonly Continued[]): Some[] {
  const groups = new Map<string, Some>();
  for (const node of nodes) {
    const group = groups.get(keyOf([node]));
    if (group) group.push(node);
    else groups.set(keyOf([node]), [node]);
  }
  return [...groups.values()];
}
