/**
 * What somebody has written as plain text, as blocks: an empty line begins a new paragraph, "- " a point of a
 * list, "1. " a numbered one, "## " a heading. Nothing else has a meaning, so no text can become anything else.
 */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "points" | "steps"; items: string[] }
  | { kind: "paragraph"; lines: string[] };

const HEADING = /^#{1,6}\s+(.+)$/;
const POINT = /^[-*•]\s+(.+)$/;
const STEP = /^\d{1,3}[.)]\s+(.+)$/;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split("\n").map((one) => one.trim())) {
    open = line === "" ? null : add(blocks, open, line);
  }
  return blocks;
}

function add(blocks: Block[], open: Block | null, line: string): Block | null {
  const heading = HEADING.exec(line)?.[1];
  if (heading) {
    blocks.push({ kind: "heading", text: heading });
    return null;
  }
  const point = POINT.exec(line)?.[1];
  const item = point ?? STEP.exec(line)?.[1];
  if (item) {
    const kind = point ? "points" : "steps";
    if (open?.kind === kind) open.items.push(item);
    else blocks.push({ kind, items: [item] });
  } else if (open?.kind === "paragraph") open.lines.push(line);
  else blocks.push({ kind: "paragraph", lines: [line] });
  return blocks.at(-1) ?? null;
}
