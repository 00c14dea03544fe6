/**
 * A change of the tree in two steps on one page: a few questions; then everything it touches, and only then
 * the button that does it. Whoever changes an answer after that looks again.
 *   <ActForm act="flyt" here={here} empty={{ parent_id: "" }} lacks={...} wanted={...} deed={...}>
 *     {({ values, put, problems }) => <NodeSelect ... />}
 *   </ActForm>
 * `empty`: the answers before anything is chosen; `wanted`: them as the API asks for them.
 */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { api, ask, Refusal, type Schemas, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { a } from "./actTexts";
import { PreviewOf } from "./PreviewOf";
import type { Department } from "./reading";
import { mayGo, type Preview } from "./sentences";
import { wrongWords } from "./wrong";

export type Wanted =
  | Schemas["MoveIn"]
  | Schemas["CloseIn"]
  | Schemas["MergeIn"]
  | Schemas["SplitIn"]
  | Schemas["WalksIn"];
export type Change = Schemas["TreeChangeOut"];

export interface Asking<Answers> {
  values: Answers & Dated;
  put: (some: Partial<Answers & Dated>) => void;
  problems: readonly Problem[];
  /** What the last look said, also when an answer has changed since. */
  preview: Preview | undefined;
}

interface Dated {
  effective_on: string;
}

interface ActFormProps<Answers extends object> {
  act: string;
  here: Department;
  empty: Answers;
  lacks: (answers: Answers) => Problem[];
  wanted: (answers: Answers & Dated) => Wanted;
  /** The button: "Flyt fra 1. januar". */
  deed: (answers: Answers, when: string) => string;
  /** Where one goes afterwards; the node itself where nothing is said. */
  after?: (change: Change) => string;
  children: (asking: Asking<Answers>) => ReactNode;
}

export function ActForm<Answers extends object>(props: ActFormProps<Answers>) {
  const { act, here, empty, lacks, wanted, deed, after, children } = props;
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const draft = useDraft<Answers & Dated>(me.person.id, `node-${act}:${here.id}`, {
    ...empty,
    effective_on: me.today,
  });
  const { values, put } = draft;
  const path = { department_id: here.id };
  const look = useSave(
    async (body: Wanted) => {
      const found = await ask(
        api.POST("/api/departments/{department_id}/changes/preview", { params: { path }, body }),
      );
      // What is wrong with an answer is said at its field, as when a form is refused.
      const wrong = found.obstacles.find((one) => one.code === "invalid");
      if (wrong) throw new Refusal(422, "invalid", wrong.facts);
      return { preview: found, asked: JSON.stringify(body) };
    },
    { words: wrongWords },
  );
  const doing = useSave(
    (body: Wanted) =>
      ask(
        api.POST("/api/departments/{department_id}/changes", {
          params: { path, header: attempt(body) },
          body,
        }),
      ),
    {
      words: wrongWords,
      onSaved: (change) => {
        draft.saved();
        queries.invalidateQueries();
        navigate(after?.(change) ?? to.node(here.id));
      },
    },
  );
  const day = dayProblem(values.effective_on);
  const all = [...(day ? [{ field: "effective_on", words: day }] : []), ...lacks(values)];
  const asked = all.length === 0 ? JSON.stringify(wanted(values)) : "";
  const preview = look.data?.preview;
  const seen = !look.busy && look.problems.length === 0 && asked !== "" && asked === look.data?.asked;
  const ready = seen && preview !== undefined && mayGo(preview);
  const problems = doing.problems.length > 0 ? doing.problems : look.problems;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        doing.clear();
        look.run(all.length === 0 ? wanted(values) : ({} as Wanted), all);
      }}
    >
      <ErrorSummary problems={problems} />
      <DraftLine draft={draft} />
      {children({ values, put, problems, preview })}
      <DateField
        name="effective_on"
        label={a.on}
        hint={a.onHint}
        now={me.today}
        value={values.effective_on}
        onChange={(effective_on) => put({ effective_on } as Partial<Answers & Dated>)}
        quick={quickDays(me.today)}
        error={wordsFor(problems, "effective_on")}
      />
      {preview && seen && <Seen preview={preview} />}
      {preview && !seen && look.problems.length === 0 && (
        <p className="meta" role="status">
          {a.changed}
        </p>
      )}
      <ButtonRow>
        {ready && (
          <Button kind="filled" busy={doing.busy} onClick={() => doing.run(wanted(values))}>
            {deed(values, a.at(values.effective_on, me.today))}
          </Button>
        )}
        {!ready && (
          <Button kind="filled" type="submit" busy={look.busy}>
            {preview ? a.again : a.look}
          </Button>
        )}
        <LinkButton kind="link" href={to.node(here.id)}>
          {a.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

/** Comes into sight and takes the focus when it has been asked for. */
function Seen({ preview }: { preview: Preview }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new look is looked at.
  useEffect(() => place.current?.focus(), [preview]);
  return (
    <div ref={place} tabIndex={-1} className="preview">
      <PreviewOf preview={preview} />
    </div>
  );
}

/** Today and the first days of the months to come: organisations change on the first. */
function quickDays(today: string): { label: string; day: string }[] {
  const first = (from: string) => `${addDays(`${from.slice(0, 7)}-28`, 5).slice(0, 7)}-01`;
  const [next, later] = [first(today), first(first(today))];
  return [
    { label: a.today, day: today },
    { label: a.nextMonth(next), day: next },
    { label: a.nextMonth(later), day: later },
  ];
}
