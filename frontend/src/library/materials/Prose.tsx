/** Plain text as somebody wrote it, with its paragraphs, lists and headings. */
import { Fragment } from "react";
import { type Block, blocksOf } from "./blocks";

export function Prose({ text, lang, level = 3 }: { text: string; lang?: "da" | undefined; level?: 2 | 3 }) {
  // A block has no name but its place in the text.
  const placed = blocksOf(text).map((block, place) => ({ block, place }));
  return (
    <div className="prose" lang={lang}>
      {placed.map(({ block, place }) => (
        <OneBlock key={place} block={block} level={level} />
      ))}
    </div>
  );
}

function OneBlock({ block, level }: { block: Block; level: 2 | 3 }) {
  if (block.kind === "heading") {
    return level === 2 ? <h2 className="h3">{block.text}</h2> : <h3>{block.text}</h3>;
  }
  if (block.kind === "paragraph") {
    return (
      <p>
        <Lines texts={block.lines} />
      </p>
    );
  }
  const items = block.items
    .map((text, place) => ({ text, place }))
    .map(({ text, place }) => <li key={place}>{text}</li>);
  return block.kind === "points" ? <ul>{items}</ul> : <ol>{items}</ol>;
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts
    .map((text, place) => ({ text, place }))
    .map(({ text, place }) => (
      <Fragment key={place}>
        {place > 0 && <br />}
        {text}
      </Fragment>
    ));
}
