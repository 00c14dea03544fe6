/** The moves that are possible now, together with what each of them leads to. */
import type { ReactNode } from "react";
import { useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { to } from "../paths";
import { Button, LinkButton } from "../ui/Button";
import { wordsFor } from "../ui/ErrorSummary";
import { Panel } from "../ui/Section";
import { AgreedWith } from "./ActPhase";
import { CancelForm, ExtendForm } from "./EndForms";
import { missingNow } from "./forms";
import type { Trial } from "./reading";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

interface Props {
  trial: Trial;
  forms: TrialForms;
}

export function MoveBox(props: Props) {
  const { state } = props.trial;
  if (state === "draft") return <DraftBox {...props} />;
  if (state === "planned") return <PlannedBox {...props} />;
  if (state === "running") return <RunningBox {...props} />;
  if (state === "tried") return <TriedBox {...props} />;
  return state === "evaluated" ? <EvaluatedBox {...props} /> : null;
}

const pathOf = (trial: Trial, version: number) => ({
  params: { path: { trial_id: trial.id }, header: ifMatch(version) },
});

// ---- draft

function DraftBox({ trial, forms }: Props) {
  const { can, missing, suggested_by } = trial;
  if (!can.includes("plan"))
    return can.includes("cancel") ? <OwnSuggestion trial={trial} forms={forms} /> : null;
  const suggested = suggested_by && <p>{t.box.suggestion(suggested_by.name)}</p>;
  if (missing.plan.length > 0) {
    return (
      <Box title={t.box.draftTitle} trial={trial} forms={forms}>
        {suggested}
        <p>{t.box.draftMissing(t.listed(missing.plan.map((name) => t.missing[name] ?? name)))}</p>
        <LinkButton kind="filled" href={to.editTrial(trial.id)}>
          {t.box.fillIn}
        </LinkButton>
      </Box>
    );
  }
  const plan = () =>
    forms.move((version) => ask(api.POST("/api/trial-actions/{trial_id}/plan", pathOf(trial, version))));
  return (
    <Box title={t.box.draftReady} trial={trial} forms={forms}>
      {suggested}
      <p>{t.box.draftReadyText}</p>
      <Button kind="filled" onClick={plan} busy={forms.busy}>
        {t.box.plan}
      </Button>
    </Box>
  );
}

function OwnSuggestion({ trial, forms }: Props) {
  return (
    <Box title={t.box.ownSuggestion} trial={trial} forms={forms} withdraw>
      <p>{t.box.ownSuggestionText}</p>
    </Box>
  );
}

// ---- planned, running

function PlannedBox({ trial, forms }: Props) {
  const { today } = useSignedIn();
  const [whom, setWhom] = useState<"management" | "trio" | "">("");
  const [asked, setAsked] = useState(false);
  if (!trial.can.includes("start")) return null;
  const start = () => {
    setAsked(true);
    if (!whom) return document.getElementById("f-agreed_with")?.focus();
    return forms.move((version) =>
      ask(
        api.POST("/api/trial-actions/{trial_id}/start", {
          ...pathOf(trial, version),
          body: { agreed_with: whom },
        }),
      ),
    );
  };
  const early = trial.starts_on && trial.starts_on > today ? t.box.startEarly(shortDay(trial.starts_on)) : "";
  const wrong = asked && !whom ? t.missingProblem.agreed_with : wordsFor(forms.problems, "agreed_with");
  return (
    <Box title={t.box.startTitle} trial={trial} forms={forms}>
      <p>
        {t.box.startText} {early}
      </p>
      <AgreedWith value={whom} onChange={setWhom} error={wrong} />
      <Button kind="filled" onClick={start} busy={forms.busy}>
        {t.box.start}
      </Button>
    </Box>
  );
}

function RunningBox({ trial, forms }: Props) {
  const { today } = useSignedIn();
  const { can, ends_on } = trial;
  if (!can.includes("finish")) return null;
  const over = !ends_on || ends_on <= today;
  const finish = () =>
    forms.move((version) =>
      ask(api.POST("/api/trial-actions/{trial_id}/finish", { ...pathOf(trial, version), body: {} })),
    );
  return (
    <Box title={over ? t.box.runningOver : t.box.runningTitle(shortDay(ends_on))} trial={trial} forms={forms}>
      <p>{t.box.runningText}</p>
      <Button kind="filled" onClick={finish} busy={forms.busy}>
        {t.box.finish}
      </Button>
    </Box>
  );
}

// ---- tried, evaluated

function TriedBox({ trial, forms }: Props) {
  const { can, cycle } = trial;
  if (!can.includes("evaluate")) {
    if (!can.includes("edit_study")) return null;
    return (
      <Panel tone="tint" title={t.box.yourTurn}>
        <p>{t.box.yourTurnText}</p>
      </Panel>
    );
  }
  const { form } = forms.study;
  const missing = missingNow(trial, form, forms.anchor.values);
  const after = form.decision ? t.box.final[form.decision](cycle) : t.box.finalOpen(cycle);
  const words = missing.map((name) => t.missing[name] ?? name);
  return (
    <Box title={missing.length > 0 ? t.box.notReady : t.box.ready} trial={trial} forms={forms}>
      <p>
        {missing.length > 0 ? t.box.missing(t.listed(words)) : t.box.nothingMissing} {after}
      </p>
      <Button kind="filled" onClick={forms.evaluate} busy={forms.busy}>
        {t.box.evaluate}
      </Button>
    </Box>
  );
}

function EvaluatedBox({ trial }: Props) {
  const next = trial.chain.find(({ cycle }) => cycle === trial.cycle + 1);
  if (next?.state !== "draft") return null;
  return (
    <Panel tone="tint" title={t.box.next(next.cycle)}>
      <p>{t.box.nextText}</p>
      <LinkButton kind="filled" href={to.trial(next.id)}>
        {t.box.openNext(next.cycle)}
      </LinkButton>
    </Panel>
  );
}

// ---- what can be done in several states

interface BoxProps extends Props {
  title: string;
  withdraw?: boolean;
  children: ReactNode;
}

/** The box, with extending and calling off under what it says; opened they take the place of the rest. */
function Box({ title, trial, forms, withdraw = false, children }: BoxProps) {
  const [open, setOpen] = useState<"extend" | "cancel" | null>(null);
  const { can } = trial;
  const close = () => setOpen(null);
  const cancel = withdraw ? t.box.withdraw : t.box.cancel;
  const heading = open === "extend" ? t.box.extend : open === "cancel" ? cancel : title;
  return (
    <Panel tone="tint" title={heading}>
      {open === null && children}
      {open === null && can.includes("extend") && (
        <Button onClick={() => setOpen("extend")}>{t.box.extend}</Button>
      )}
      {open === null && can.includes("cancel") && (
        <Button kind="link" onClick={() => setOpen("cancel")}>
          {cancel}
        </Button>
      )}
      {open === "extend" && <ExtendForm trial={trial} forms={forms} onClose={close} />}
      {open === "cancel" && <CancelForm trial={trial} forms={forms} withdraw={withdraw} onClose={close} />}
    </Panel>
  );
}
