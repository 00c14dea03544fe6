/** Notes that were appended later; an evaluated trial takes nothing else. */
import { useState } from "react";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { dayOf, longDay } from "../dates";
import { useDraft } from "../drafts";
import { Button, ButtonRow } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { More, Section } from "../ui/Section";
import type { Trial } from "./reading";
import { t } from "./texts";
import { useNote } from "./useTrialForms";

export function Notes({ trial }: { trial: Trial }) {
  const mayWrite = trial.can.includes("note");
  if (trial.notes.length === 0 && !mayWrite) return null;
  return (
    <Section title={t.notes.title}>
      {trial.notes.length > 0 && (
        <ul className="plain-list notes">
          {trial.notes.map((note) => (
            <li key={note.id}>
              <p className="written">{note.text}</p>
              <p className="meta">{t.notes.by(note.written_by.name, longDay(dayOf(note.written_at)))}</p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="no-print">
          <More label={t.notes.field}>
            <NewNote trial={trial} />
          </More>
        </div>
      )}
    </Section>
  );
}

function NewNote({ trial }: { trial: Trial }) {
  const person = useSignedIn().person.id;
  const draft = useDraft(person, `trial-note:${trial.id}`, { text: "" });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const append = useNote(trial);
  const save = async () => {
    setBusy(true);
    try {
      await append(draft.values.text);
      setProblems([]);
      draft.discard({ text: "" });
    } catch (trouble) {
      setProblems(problemsOf(trouble));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="form">
      <ErrorSummary problems={problems} />
      <TextArea
        name="text"
        label={t.notes.note}
        hint={t.notes.hint}
        rows={2}
        maxLength={4000}
        value={draft.values.text}
        onChange={draft.set("text")}
        error={wordsFor(problems, "text")}
      />
      <ButtonRow>
        <Button onClick={save} busy={busy}>
          {t.notes.save}
        </Button>
      </ButtonRow>
    </div>
  );
}
