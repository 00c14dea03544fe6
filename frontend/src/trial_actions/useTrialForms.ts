/** The forms of a trial's page, and everything that changes the trial from there. */
import { useState } from "react";
import { api, ask, asRefusal, ifMatch, type Schemas, useAttempt } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { type Draft, useDraft } from "../drafts";
import {
  type AnchorForm,
  evaluationBody,
  missingNow,
  type StudyForm,
  studyBody,
  studyStanding,
  tallyReadable,
} from "./forms";
import { readTrial, type Trial, useTakeIn } from "./reading";
import { t } from "./texts";
import { useVersioned, type Versioned } from "./versioned";

export interface TrialForms {
  study: Versioned<StudyForm>;
  anchor: Draft<AnchorForm>;
  problems: Problem[];
  busy: boolean;
  savedAt: Date | null;
  /** Save what is typed; null if it could not be. */
  save: () => Promise<Trial | null>;
  /** Save what is typed, then make the move against the version that gave. */
  move: (send: (version: number) => Promise<Trial>) => Promise<Trial | null>;
  evaluate: () => Promise<Trial | null>;
}

export function useTrialForms(trial: Trial): TrialForms {
  const person = useSignedIn().person.id;
  const study = useVersioned(person, `trial-study:${trial.id}`, studyStanding(trial));
  const anchor = useDraft<AnchorForm>(person, `trial-anchor:${trial.id}`, {
    what: "",
    owner_id: "",
    due: "",
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const takeIn = useTakeIn();

  /** Run something that may be refused; the refusal goes to the error summary. */
  async function trying(act: () => Promise<Trial | null>): Promise<Trial | null> {
    if (busy) return null;
    setBusy(true);
    try {
      const changed = await act();
      setProblems([]);
      if (changed) takeIn(changed);
      return changed;
    } catch (trouble) {
      setProblems(problemsOf(trouble));
      // Others have moved it meanwhile: what stands there now is shown with the refusal.
      if (MOVED_ON.has(asRefusal(trouble).code)) takeIn(await readTrial(trial.id));
      return null;
    } finally {
      setBusy(false);
    }
  }

  async function sendStudy(): Promise<Trial | null> {
    const path = { trial_id: trial.id };
    const saved = await study.save(
      (form, version) =>
        ask(
          api.PUT("/api/trial-actions/{trial_id}/study", {
            params: { path, header: ifMatch(version) },
            body: studyBody(form),
          }),
        ),
      studyStanding,
      async () => studyStanding(await readTrial(trial.id)),
    );
    if (saved) setSavedAt(new Date());
    return saved;
  }

  function unreadable(): boolean {
    if (tallyReadable(study.form.tally)) return false;
    setProblems([{ field: "tally", words: t.do.tallyProblem }]);
    return true;
  }

  const save = async () => (unreadable() ? null : trying(sendStudy));
  const move: TrialForms["move"] = async (send) => {
    if (unreadable()) return null;
    return trying(async () => {
      const standing = study.dirty ? await sendStudy() : trial;
      if (!standing) return null;
      const sent = study.typed();
      const moved = await send(standing.version);
      study.settle(studyStanding(moved), sent);
      return moved;
    });
  };

  async function evaluate(): Promise<Trial | null> {
    const missing = missingNow(trial, study.form, anchor.values).flatMap((name) =>
      problemFor(name, anchor.values),
    );
    if (missing.length > 0) {
      setProblems(missing);
      return null;
    }
    const body = evaluationBody(study.form, anchor.values);
    const done = body && (await move((version) => sendEvaluation(trial.id, version, body)));
    if (done) anchor.discard({ what: "", owner_id: "", due: "" });
    return done;
  }

  return { study, anchor, problems, busy, savedAt, save, move, evaluate };
}

const MOVED_ON = new Set(["wrong_state", "undo_gone", "version_conflict"]);

const sendEvaluation = (trial_id: string, version: number, body: Schemas["EvaluateIn"]) =>
  ask(
    api.POST("/api/trial-actions/{trial_id}/evaluate", {
      params: { path: { trial_id }, header: ifMatch(version) },
      body,
    }),
  );

/** The agreement's missing parts one by one, since each has a field of its own. */
function problemFor(name: string, anchor: AnchorForm): Problem[] {
  if (name !== "agreement") return [{ field: name, words: t.missingProblem[name] ?? "" }];
  const parts = (["what", "owner_id", "due"] as const).filter((part) => !anchor[part]);
  return parts.map((part) => ({
    field: `agreement.${part}`,
    words: t.missingProblem[`agreement.${part}`] ?? "",
  }));
}

/** A note beside the trial; it is not bound to a version. */
export function useNote(trial: Trial) {
  const takeIn = useTakeIn();
  const attempt = useAttempt();
  return async (text: string): Promise<void> => {
    const body = { text };
    takeIn(
      await ask(
        api.POST("/api/trial-actions/{trial_id}/notes", {
          params: { path: { trial_id: trial.id }, header: attempt(body) },
          body,
        }),
      ),
    );
  };
}
