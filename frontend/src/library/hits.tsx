/** What was found, as rows: the words that were looked for are marked. */
import { longDay } from "../dates";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { Badge, type TrialState } from "../ui/Badge";
import { Row } from "../ui/Rows";
import { t as materialWords } from "./materials/texts";
import type { Hit, Kind } from "./reading";
import { t } from "./texts";

type Piece = Hit["title"][number];

/** A text with the words that were looked for marked. */
function Marked({ pieces }: { pieces: readonly Piece[] }) {
  // A piece has no name but its place in the text.
  const placed = pieces.map((piece, place) => ({ ...piece, place }));
  return placed.map((piece) =>
    piece.marked ? <mark key={piece.place}>{piece.text}</mark> : <span key={piece.place}>{piece.text}</span>,
  );
}

export function HitRow({ kind, hit }: { kind: Kind; hit: Hit }) {
  const { href, meta } = ROWS[kind](hit);
  return (
    <Row
      title={<Marked pieces={hit.title} />}
      href={href}
      text={hit.detail.length > 0 ? <Marked pieces={hit.detail} /> : undefined}
      meta={meta}
      side={kind === "trial_action" && <Badge state={hit.state as TrialState} />}
      sideFirst
    />
  );
}

interface RowWords {
  href: string;
  meta: string | undefined;
}

const ROWS: Record<Kind, (hit: Hit) => RowWords> = {
  department: (hit) => ({
    href: to.department(hit.id),
    meta: [
      (t.nodes as Record<string, string>)[hit.state ?? ""],
      hit.place?.name,
      hit.closed_on && t.closed(longDay(hit.closed_on)),
    ]
      .filter(Boolean)
      .join(", "),
  }),
  trial_action: (hit) => ({ href: to.trial(hit.id), meta: hit.place?.name }),
  experience: (hit) => ({ href: to.experience(hit.id), meta: hit.place?.name }),
  person: (hit) => ({
    // Her page is where she is known: the people of a department.
    href: to.people(hit.roles[0]?.department.id ?? ""),
    meta: hit.roles.map((held) => `${roleWords(held.role, held.title)}, ${held.department.name}`).join(" · "),
  }),
  tool: (hit) => ({ href: to.tool(hit.id), meta: undefined }),
  material: (hit) => ({
    href: to.material(hit.id),
    meta: (materialWords.kinds as Record<string, string>)[hit.state ?? ""],
  }),
};
