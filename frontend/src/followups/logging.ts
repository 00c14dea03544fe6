/** The form of Følg op: what it holds, what it lacks, what is sent. */
import type { Problem } from "../api/refusals";
import type { Audience } from "../ui/NoteField";
import type { LogBody, OtherBody, Waiting } from "./queue";
import type { Assessed, FollowUp } from "./reading";
import { t } from "./texts";

export const OTHER = "other";

export interface LogValues {
  what: string;
  question: string;
  assessment: Assessed | "";
  note: string;
}

/** The form to begin with: empty, or what was logged and is written anew. */
export function initialValues(first: string, from: Waiting | null): LogValues {
  const { body } = from ?? {};
  return {
    what: from ? (from.followUp ?? OTHER) : first,
    question: body && "question" in body ? body.question : "",
    assessment: body?.assessment ?? "",
    note: body?.note ?? "",
  };
}

/** What the form lacks before it can be kept or sent. */
export function lacking({ what, question, assessment }: LogValues): Problem[] {
  const found: Problem[] = [];
  if (!what) found.push({ field: "what", words: t.log.chooseWhat });
  if (what === OTHER && !question.trim()) found.push({ field: "question", words: t.log.writeWhat });
  if (!assessment) found.push({ field: "assessment", words: t.log.chooseHow });
  return found;
}

/** What is sent. The day is told, since it may be sent later. */
export function bodyOf(
  values: LogValues,
  audience: Audience,
  heldOn: string,
  department: string,
): LogBody | OtherBody {
  const note = values.note.trim();
  const seen = {
    assessment: values.assessment as Assessed,
    note: note || null,
    audience: note ? audience : ("shared" as const),
    held_on: heldOn,
    stop_series: false,
  };
  if (values.what !== OTHER) return seen;
  return { ...seen, department_id: department, question: values.question.trim(), kind: "process" };
}

/** What is chosen to begin with: what was asked for, else what should be looked at by now. */
export function firstChoice(items: readonly FollowUp[], wanted: string, today: string): string {
  if (items.some(({ id }) => id === wanted)) return wanted;
  if (items.length === 0) return OTHER;
  return items.find(({ due }) => due <= today)?.id ?? "";
}

const FEW = 3;

/** The first few, and the chosen one wherever it stands; how many more there are. */
export function shortened(items: readonly FollowUp[], chosen: string, all: boolean): [FollowUp[], number] {
  if (all || items.length <= FEW + 1) return [[...items], 0];
  const shown = items.filter((item, index) => index < FEW || item.id === chosen);
  return [shown, items.length - shown.length];
}
