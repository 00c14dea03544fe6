/** Gør: what happened. Fields while it is open to me and not yet written, text after. */
import { useState } from "react";
import { Button } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { TextArea, TextField } from "../ui/Field";
import { type Fact, Facts } from "../ui/Rows";
import { Phase } from "../ui/Section";
import type { Trial } from "./reading";
import { SaveStudy } from "./SaveStudy";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

const AS_PLANNED = (["yes", "partly", "no"] as const).map((value) => ({ value, label: t.answer[value] }));

interface Props {
  trial: Trial;
  forms: TrialForms;
}

export function DoPhase({ trial, forms }: Props) {
  const [reopened, setReopened] = useState(false);
  const mayWrite = trial.can.includes("edit_study");
  // A field that the page must lead to is never hidden behind the button that opens it.
  const wrong = forms.problems.some(({ field }) => field === "happened" || field === "tally");
  const open = mayWrite && (trial.state === "running" || !trial.happened || reopened || wrong);
  const written = trial.happened || trial.surprises || trial.as_planned || trial.tally !== null;
  if (open) {
    return (
      <Phase title={t.do.title} under={t.do.lead} open>
        <DoFields {...forms} />
        {trial.state === "running" && <SaveStudy forms={forms} />}
      </Phase>
    );
  }
  return (
    <Phase title={t.do.title} under={t.do.lead}>
      {written ? <Written trial={trial} /> : <p className="soft">{t.do.nothing}</p>}
      {mayWrite && (
        <p>
          <Button kind="link" onClick={() => setReopened(true)}>
            {t.do.edit}
          </Button>
        </p>
      )}
    </Phase>
  );
}

function Written({ trial }: { trial: Trial }) {
  const facts: Fact[] = [];
  if (trial.as_planned) facts.push({ label: t.do.asPlannedShort, value: t.answer[trial.as_planned] });
  if (trial.surprises) facts.push({ label: t.do.surprises, value: trial.surprises });
  if (trial.tally !== null) facts.push({ label: t.do.tally, value: trial.tally });
  return (
    <>
      {trial.happened && <p className="written">{trial.happened}</p>}
      {facts.length > 0 && <Facts items={facts} columns />}
    </>
  );
}

function DoFields({ study, problems }: TrialForms) {
  const { form, set } = study;
  return (
    <div>
      <TextArea
        name="happened"
        label={t.do.happened}
        hint={t.do.happenedHint}
        maxLength={4000}
        value={form.happened}
        onChange={set("happened")}
        error={wordsFor(problems, "happened")}
      />
      <RadioCards
        name="as_planned"
        legend={t.do.asPlanned}
        layout="inline"
        optional
        value={form.as_planned}
        onChange={set("as_planned")}
        options={AS_PLANNED}
      />
      <TextArea
        name="surprises"
        label={t.do.surprises}
        rows={2}
        maxLength={4000}
        optional
        value={form.surprises}
        onChange={set("surprises")}
      />
      <TextField
        name="tally"
        label={t.do.tally}
        hint={t.do.tallyHint}
        size="short"
        inputMode="numeric"
        optional
        value={form.tally}
        onChange={set("tally")}
        error={wordsFor(problems, "tally")}
      />
    </div>
  );
}
