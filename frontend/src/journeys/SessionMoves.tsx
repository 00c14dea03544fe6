/** Correcting a session, writing in that it was held, and calling it off. */
import { useEffect, useState } from "react";
import { api, ask, ifMatch, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { type Chosen, Conflict, type ConflictField } from "../ui/Conflict";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Heading } from "../ui/Section";
import { coverWords, forumWords } from "./missing/parts";
import { type Department, readSession, type Session, useTakeIn } from "./reading";
import { SessionFields } from "./SessionFields";
import {
  bodyOf,
  type SessionForm as Form,
  formOf,
  heldForm,
  refusedWords,
  useSessionDraft,
  wrongIn,
} from "./sessionForm";
import { s } from "./sessionTexts";

type Content = Schemas["ContentOut"];
/** What is typed, with the version it was typed against: a draft found again overwrites nothing. */
type Values = Form & { seen: number };

interface FormProps {
  session: Session;
  content: Content;
  /** The first of its departments, once it is known. */
  department: Department | undefined;
  /** The note *Kun for os*, once it is opened. */
  opened: string | null;
  act: "edit" | "hold";
  onDone: () => void;
}

export function SessionForm({ session, content, department, opened, act, onDone }: FormProps) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const [theirs, setTheirs] = useState<Session | null>(null);
  const kind = act === "hold" ? "held" : session.state === "held" ? "held" : "planned";
  const sealed = session.audience === "candid" && session.has_note && opened === null;
  const now = (of: Session): Values => {
    const form = formOf(of, opened);
    return { ...(act === "hold" ? heldForm(form, me.today) : form), seen: of.version };
  };
  const draft = useSessionDraft(me.person.id, `session:${session.id}:${act}`, now(session));
  const save = useSave(
    async ({ seen, ...form }: Values) => {
      const params = { path: { session_id: session.id }, header: ifMatch(seen) };
      const body = bodyOf(form, sealed);
      return act === "hold"
        ? ask(api.POST("/api/journeys/sessions/{session_id}/hold", { params, body }))
        : ask(api.PUT("/api/journeys/sessions/{session_id}", { params, body }));
    },
    {
      onSaved: (fresh) => {
        draft.saved();
        takeIn("session", fresh);
        onDone();
      },
      words: refusedWords,
    },
  );
  const { values } = draft;
  useEffect(() => {
    if (save.conflict) void readSession(session.id).then(setTheirs);
  }, [save.conflict, session.id]);

  function choose(chosen: Chosen) {
    if (!theirs) return;
    const fresh = now(theirs);
    const kept = Object.entries(chosen).filter(([, whose]) => whose === "theirs");
    const taken = Object.fromEntries(kept.map(([name]) => [name, fresh[name as keyof Values]]));
    const merged = { ...values, ...taken, seen: theirs.version };
    draft.put(merged);
    setTheirs(null);
    save.run(merged, wrongIn(merged, kind, me.today, theirs.day));
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, wrongIn(values, kind, me.today, act === "edit" ? session.day : undefined));
      }}
    >
      <Heading level={2}>{act === "hold" ? s.hold : s.edit}</Heading>
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {theirs && <Conflict fields={torn(values, now(theirs), content)} onChosen={choose} busy={save.busy} />}
      <SessionFields
        {...{
          kind,
          content,
          form: values,
          problems: save.problems,
          today: me.today,
          me: me.person.id,
          sealed,
        }}
        put={draft.put}
        department={department?.id ?? ""}
        candid={department?.can.includes("read_candid") ?? false}
      />
      {sealed && session.can.includes("open_note") && <p className="meta">{s.openToEdit}</p>}
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {act === "hold" ? s.saveHeld : s.save}
        </Button>
        <Button kind="link" onClick={onDone}>
          {s.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Both versions of every field, as words. */
function torn(mine: Values, theirs: Values, content: Content): ConflictField[] {
  const shown: Record<string, [string, (form: Values) => string]> = {
    day: [s.when, (form) => form.day],
    forum: [s.where, (form) => forumWords(form.forum, content)],
    covers: [s.content, (form) => coverWords([...form.covers].sort(), content)],
    participants: [s.people, (form) => form.participants],
    title: [s.title, (form) => form.title],
    note: [s.note, (form) => form.note],
  };
  return Object.entries(shown).map(([name, [label, words]]) => ({
    name,
    label,
    mine: words(mine),
    theirs: words(theirs),
  }));
}

export function CallOff({ session, onDone }: { session: Session; onDone: () => void }) {
  const takeIn = useTakeIn();
  const [reason, setReason] = useState("");
  const save = useSave(
    (why: string) =>
      ask(
        api.POST("/api/journeys/sessions/{session_id}/cancel", {
          params: { path: { session_id: session.id }, header: ifMatch(session.version) },
          body: { reason: why },
        }),
      ),
    {
      onSaved: (fresh) => {
        takeIn("session", fresh);
        onDone();
      },
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(reason, reason.trim() ? [] : [{ field: "reason", words: s.reasonNeeded }]);
      }}
    >
      <Heading level={2}>{s.callOffSave}</Heading>
      <p>{s.callOffLead}</p>
      <ErrorSummary problems={save.problems} />
      {save.conflict && <p role="alert">{s.changedMeanwhile}</p>}
      <TextArea
        name="reason"
        label={s.reason}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={wordsFor(save.problems, "reason")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {s.callOffSave}
        </Button>
        <Button kind="link" onClick={onDone}>
          {s.leave}
        </Button>
      </ButtonRow>
    </form>
  );
}
