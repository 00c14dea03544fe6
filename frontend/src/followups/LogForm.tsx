/** The form of Følg op. Its button stays at the foot of the screen, so that it is never looked for. */
import { useState } from "react";
import { asRefusal, type Schemas, useAttempt } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { useDraft } from "../drafts";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextField } from "../ui/Field";
import { type Audience, NoteField } from "../ui/NoteField";
import { DraftLine } from "../ui/Notice";
import { bodyOf, firstChoice, initialValues, type LogValues, lacking, OTHER, shortened } from "./logging";
import { aboutOf } from "./parts";
import { mayWait, type Waiting } from "./queue";
import { type Assessed, type FollowUp, useTakeIn } from "./reading";
import type { Done } from "./SavedView";
import { t } from "./texts";
import { type Queue, sendLog } from "./useQueue";

interface Props {
  items: readonly FollowUp[];
  wanted: string;
  /** What is written anew. */
  from: Waiting | null;
  department: Schemas["DepartmentOut"] | undefined;
  mayAdd: boolean;
  queue: Queue;
  onDone: (done: Done) => void;
}

export function LogForm({ items, wanted, from, department, mayAdd, queue, onDone }: Props) {
  const me = useSignedIn();
  const first = firstChoice(items, wanted, me.today);
  const [asked, setAsked] = useState<Audience>("shared");
  const key = `log:${wanted || department?.id || ""}`;
  const draft = useDraft(me.person.id, key, initialValues(first, from), asked === "candid" ? ["note"] : []);
  const v = draft.values;
  const chosen = items.find(({ id }) => id === v.what);
  const { problems, busy, save } = useSaving(chosen, department, queue, (done) => {
    draft.saved();
    onDone(done);
  });
  const mayBeCandid = chosen?.can.includes("log_candid") ?? department?.can.includes("read_candid") ?? false;
  const audience = mayBeCandid ? asked : "shared";
  return (
    <form
      className="form log"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(v, audience);
      }}
    >
      <ErrorSummary problems={problems} />
      <DraftLine draft={draft} />
      {chosen?.last && <Same last={chosen.last} onUse={() => draft.set("assessment")(chosen.last ?? "")} />}
      <What items={items} mayAdd={mayAdd} values={v} set={draft.set} problems={problems} now={me.today} />
      <RadioCards
        name="assessment"
        legend={t.log.how}
        legendSize="h3"
        value={v.assessment}
        onChange={draft.set("assessment")}
        options={ASSESSED}
        error={wordsFor(problems, "assessment")}
      />
      <NoteField
        name="note"
        label={<span className="h3">{t.log.sentence}</span>}
        hint={t.log.sentenceHint}
        rows={2}
        maxLength={1000}
        value={v.note}
        onChange={draft.set("note")}
        audience={audience}
        error={wordsFor(problems, "note")}
        {...(mayBeCandid && { onAudience: setAsked })}
      />
      <div className="save-bar">
        <Button kind="filled" type="submit" large busy={busy}>
          {t.log.save}
        </Button>
      </div>
    </form>
  );
}

const ASSESSED = (["as_planned", "adjusted", "stopped"] as const).map((value) => ({
  value,
  label: t.assessed[value],
  detail: t.assessedDetail[value],
}));

function Same({ last, onUse }: { last: Assessed; onUse: () => void }) {
  return (
    <Button kind="quiet" className="log__same" onClick={onUse}>
      {t.log.same(t.assessed[last].toLowerCase())}
    </Button>
  );
}

interface WhatProps {
  items: readonly FollowUp[];
  mayAdd: boolean;
  values: LogValues;
  set: <K extends keyof LogValues>(name: K) => (value: LogValues[K]) => void;
  problems: Problem[];
  now: string;
}

function What({ items, mayAdd, values, set, problems, now }: WhatProps) {
  const [all, setAll] = useState(false);
  const [shown, more] = shortened(items, values.what, all);
  const options = shown.map((item) => ({
    value: item.id,
    label: item.question,
    detail: detailOf(item, now),
  }));
  return (
    <>
      {items.length > 0 && (
        <RadioCards
          name="what"
          legend={t.log.what}
          legendSize="h3"
          value={values.what}
          onChange={set("what")}
          options={mayAdd ? [...options, { value: OTHER, label: t.log.other }] : options}
          error={wordsFor(problems, "what")}
        />
      )}
      {more > 0 && (
        <Button kind="link" onClick={() => setAll(true)}>
          {t.log.more(more)}
        </Button>
      )}
      {values.what === OTHER && (
        <TextField
          name="question"
          label={t.log.question}
          hint={t.log.questionHint}
          maxLength={200}
          value={values.question}
          onChange={set("question")}
          error={wordsFor(problems, "question")}
        />
      )}
    </>
  );
}

function detailOf(item: FollowUp, now: string): string {
  const day = shortDay(item.due, now);
  const about = aboutOf(item);
  return [about && `${about}.`, item.due < now ? t.dateWas(day) : day].filter(Boolean).join(" ");
}

/** Sends it; without network it is kept here, where it may be. */
function useSaving(
  chosen: FollowUp | undefined,
  department: Props["department"],
  queue: Queue,
  onDone: (done: Done) => void,
) {
  const me = useSignedIn();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const takeIn = useTakeIn();

  async function save(values: LogValues, audience: Audience): Promise<void> {
    const wrong = lacking(values);
    setProblems(wrong);
    if (wrong.length > 0 || busy) return;
    const body = bodyOf(values, audience, me.today, department?.id ?? "");
    const key = attempt({ body, what: values.what })["idempotency-key"];
    const title = chosen?.question ?? values.question;
    const at = new Date().toISOString();
    const waiting = { key, at, title, followUp: chosen?.id ?? null, body, trouble: null };
    setBusy(true);
    try {
      const logged = await sendLog(waiting);
      takeIn("follow-up", logged.follow_up);
      onDone({ waiting, logged });
    } catch (trouble) {
      if (asRefusal(trouble).code !== "offline") setProblems(problemsOf(trouble));
      else if (queue.add(waiting)) onDone({ waiting, logged: null });
      else
        setProblems([
          mayWait(body) ? { words: t.log.notKept } : { field: "note", words: t.log.candidOffline },
        ]);
    } finally {
      setBusy(false);
    }
  }
  return { problems, busy, save };
}
