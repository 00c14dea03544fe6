/** One trial action: its cycles as tabs, Plan, Gør, Studér, Beslut, and the moves with their consequence. */
import { lazy, Suspense } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { capital, relative, shortDay } from "../dates";
import { OfTrial } from "../experiences/parts";
import { to } from "../paths";
import { Arriving } from "../ui/arriving";
import { Badge } from "../ui/Badge";
import { Conflict, type ConflictField } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine, UndoBar } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { Phase } from "../ui/Section";
import { ActPhase } from "./ActPhase";
import { Cycles, FollowUps } from "./Around";
import { DoPhase } from "./DoPhase";
import { type StudyForm, studyStanding } from "./forms";
import { MoveBox } from "./MoveBox";
import { PlanPhase } from "./PlanPhase";
import { type Trial, useTrial } from "./reading";
import { row } from "./rowTexts";
import { StudyPhase } from "./StudyPhase";
import { t } from "./texts";
import { type TrialForms, useTrialForms } from "./useTrialForms";

const Minutes = lazy(() => import("./Minutes").then((found) => ({ default: found.Minutes })));

/** Beside the page and at its end: loaded after it. */
const Family = lazy(async () => ({ default: (await import("./Family")).Family }));
const TheWayHere = lazy(async () => ({ default: (await import("./Family")).TheWayHere }));
const Notes = lazy(async () => ({ default: (await import("./Notes")).Notes }));

export function TrialPage() {
  const { id = "" } = useParams();
  return <Await query={useTrial(id)}>{(trial) => <OneTrial key={trial.id} trial={trial} />}</Await>;
}

function OneTrial({ trial }: { trial: Trial }) {
  const forms = useTrialForms(trial);
  const { department } = trial;
  const draft = { restored: forms.study.restored, discard: () => forms.study.rebase(studyStanding(trial)) };
  return (
    <Page
      title={capital(trial.title)}
      crumbs={[
        { href: to.trials, label: t.trials },
        // Whoever reads it from one of its places need not know the hospital's own node.
        ...(trial.as_place ? [] : [{ href: to.department(department.id), label: department.name }]),
      ]}
      current={t.trial}
      badge={<Badge state={trial.state} />}
      meta={<HeadLine trial={trial} />}
      lead={trial.places.length > 0 ? t.triedIn(trial.places.map(({ name }) => name)) : undefined}
    >
      <Cycles trial={trial} />
      <Undo trial={trial} forms={forms} />
      <Columns
        aside={
          <>
            <MoveBox trial={trial} forms={forms} />
            <FollowUps trial={trial} />
            <Suspense fallback={<Arriving />}>
              <Family trial={trial} />
              <OfTrial trial={trial.id} />
              <TheWayHere trial={trial} />
            </Suspense>
          </>
        }
      >
        <ErrorSummary problems={forms.problems} />
        <BothTexts forms={forms} />
        {trial.can.includes("edit_study") && <DraftLine draft={draft} />}
        <PlanPhase trial={trial} />
        <Phases trial={trial} forms={forms} />
      </Columns>
      <Suspense fallback={<Arriving />}>
        <Notes trial={trial} />
      </Suspense>
      {trial.state !== "draft" && (
        <Suspense fallback={<Arriving />}>
          <Minutes trial={trial} />
        </Suspense>
      )}
    </Page>
  );
}

/** What has begun, and in a sentence what has not. A trial that was called off shows how far it came. */
function Phases({ trial, forms }: { trial: Trial; forms: TrialForms }) {
  const began = trial.history.some(({ what }) => what === "started");
  const ended = trial.state === "cancelled" || trial.state === "evaluated";
  return (
    <>
      {began && <DoPhase trial={trial} forms={forms} />}
      {began && trial.state !== "running" && <StudyPhase trial={trial} forms={forms} />}
      {(ended || trial.state === "tried") && <ActPhase trial={trial} forms={forms} />}
      {!ended && trial.state !== "tried" && <Later began={began} />}
    </>
  );
}

function Later({ began }: { began: boolean }) {
  return (
    <Phase title={t.later.title} under={began ? t.later.running : t.later.planned}>
      <p className="soft">{began ? t.later.runningText : t.later.plannedText}</p>
    </Phase>
  );
}

/** Whose it is, and the date that comes next. */
function HeadLine({ trial }: { trial: Trial }) {
  const { today } = useSignedIn();
  const { owner, suggested_by, state } = trial;
  const words = [owner ? row.owner(owner.name) : row.noOwner];
  if (suggested_by && state === "draft") words.unshift(row.suggestedBy(suggested_by.name));
  const day = trial.evaluate_on ?? trial.ends_on;
  if (state === "planned" && trial.starts_on) words.push(row.starts(relative(trial.starts_on, today)));
  const atWork = state === "running" || state === "tried";
  if (atWork && day && !trial.overdue) words.push(t.evaluateBy(relative(day, today)));
  return (
    <>
      {words.join(" ")}{" "}
      {atWork && day && trial.overdue && <span className="waits">{row.waits(shortDay(day, today))}</span>}
    </>
  );
}

function Undo({ trial, forms }: { trial: Trial; forms: TrialForms }) {
  if (!trial.can.includes("undo")) return null;
  const undo = () =>
    forms.move((version) =>
      ask(
        api.POST("/api/trial-actions/{trial_id}/undo", {
          params: { path: { trial_id: trial.id }, header: ifMatch(version) },
        }),
      ),
    );
  const extended = trial.state === "running" && trial.history.at(-1)?.what === "extended";
  const text = extended ? t.moved.extended : t.moved[trial.state];
  return <UndoBar text={text} until={trial.undo_until} onUndo={undo} busy={forms.busy} />;
}

/** Both texts of what two people have written at the same time. */
function BothTexts({ forms }: { forms: TrialForms }) {
  const { torn, put } = forms.study;
  if (!torn) return null;
  const fields: ConflictField[] = torn.names.map((name) => ({
    name,
    label: t.fields[name],
    mine: written(name, torn.mine),
    theirs: written(name, torn.theirs),
  }));
  return (
    <Conflict
      fields={fields}
      busy={forms.busy}
      onChosen={(chosen) => {
        const theirs = torn.names.filter((name) => chosen[name] === "theirs");
        put(Object.fromEntries(theirs.map((name) => [name, torn.theirs[name]])) as Partial<StudyForm>);
        void forms.save();
      }}
    />
  );
}

/** A field's value as one reads it. */
function written(name: keyof StudyForm, form: StudyForm): string {
  const value = form[name];
  if (name === "decision") return value ? t.decision[value as keyof typeof t.decision] : "";
  if (name === "agreed_with") return value ? t.act[value as "management" | "trio"] : "";
  if (name === "as_planned" || name === "prediction_matched") {
    return value ? t.answer[value as keyof typeof t.answer] : "";
  }
  return value;
}
