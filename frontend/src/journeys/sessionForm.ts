/** A session as its form holds it, and what the API wants of that. */

import { useState } from "react";
import type { Refusal } from "../api/client";
import { fieldErrors, type Problem } from "../api/refusals";
import { addDays, listed } from "../dates";
import { type Draft, useDraft } from "../drafts";
import { dayProblem } from "../ui/DateField";
import type { Audience } from "../ui/NoteField";
import type { Session } from "./reading";
import { s } from "./sessionTexts";

export interface SessionForm {
  day: string;
  forum: string;
  title: string;
  covers: string[];
  participants: string;
  led_by: string;
  note: string;
  audience: Audience;
}

export type Kind = "planned" | "held";

export const newSession = (kind: Kind, today: string): SessionForm => ({
  day: kind === "held" ? today : "",
  forum: "",
  title: "",
  covers: [],
  participants: "",
  led_by: "",
  note: "",
  audience: "shared",
});

/** The form of a session that is there; `opened` is its note *Kun for os*, once it is opened. */
export const formOf = (session: Session, opened: string | null): SessionForm => ({
  day: session.day,
  forum: session.forum,
  title: session.title ?? "",
  covers: session.covers,
  participants: session.participants?.toString() ?? "",
  led_by: session.led_by?.id ?? "",
  note: session.note ?? opened ?? "",
  audience: session.audience,
});

/** A planned session that was held: today, if the day has not come yet. */
export const heldForm = (form: SessionForm, today: string): SessionForm => ({
  ...form,
  day: form.day > today ? today : form.day,
});

/** The form as it is typed. A note that is only for us is not kept on a device that others use. */
export function useSessionDraft<T extends SessionForm>(person: string, key: string, began: T): Draft<T> {
  const [never, setNever] = useState<(keyof T)[]>([]);
  const draft = useDraft<T>(person, key, began, never);
  const candid = draft.values.audience === "candid";
  if (candid !== never.length > 0) setNever(candid ? ["note"] : []);
  return draft;
}

/** What the page itself can tell is wrong. */
export function wrongIn(form: SessionForm, kind: Kind, today: string, former?: string): Problem[] {
  const bounds = kind === "held" ? { max: today } : former === form.day ? {} : { min: today };
  const day = dayProblem(form.day, bounds);
  const found: Problem[] = day ? [{ field: "day", words: day }] : [];
  if (!form.forum) found.push({ field: "forum", words: s.noForum });
  if (form.participants.trim() && !/^\d{1,5}$/.test(form.participants.trim())) {
    found.push({ field: "participants", words: s.notNumber });
  }
  return found;
}

/** The body; without the note where that is sealed and stays as it is. */
export function bodyOf(form: SessionForm, sealed = false) {
  const { note, ...said } = form;
  return {
    ...said,
    title: said.title.trim() || null,
    participants: said.participants.trim() ? Number(said.participants) : null,
    led_by: said.led_by || null,
    ...(sealed ? {} : { note: note.trim() || null }),
  };
}

export const quickDays = (kind: Kind, today: string) =>
  kind === "held"
    ? [
        { label: s.today, day: today },
        { label: s.yesterday, day: addDays(today, -1) },
      ]
    : [
        { label: s.inAWeek, day: addDays(today, 7) },
        { label: s.inTwoWeeks, day: addDays(today, 14) },
      ];

/** Better words for what only sessions are refused for. */
export function refusedWords(refusal: Refusal): Problem[] | null {
  const found = fieldErrors(refusal).flatMap((error): Problem[] => {
    if (error.problem === "not_yours") return [{ field: error.field, words: s.candidNotYours }];
    if (error.problem !== "not_walking") return [];
    const names = (error.departments as { name: string }[]).map(({ name }) => name);
    return [{ field: error.field, words: s.notWalking(listed(names)) }];
  });
  return found.length > 0 ? found : null;
}
