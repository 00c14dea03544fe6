/** Studér: what we learned. */
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { Facts } from "../ui/Rows";
import { Phase } from "../ui/Section";
import type { Trial } from "./reading";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

const MATCHED = (["yes", "partly", "no", "unknown"] as const).map((value) => ({
  value,
  label: t.answer[value],
}));

export function StudyPhase({ trial, forms }: { trial: Trial; forms: TrialForms }) {
  const open = trial.state === "tried" && trial.can.includes("edit_study");
  return (
    <Phase title={t.study.title} under={t.study.lead} open={open}>
      {open ? <StudyFields {...forms} /> : <Written trial={trial} />}
    </Phase>
  );
}

function Written({ trial }: { trial: Trial }) {
  if (!trial.learning && !trial.prediction_matched) return <p className="soft">{t.do.nothing}</p>;
  const matched = trial.prediction_matched;
  return (
    <>
      {trial.learning && <p className="written">{trial.learning}</p>}
      {matched && <Facts items={[{ label: t.study.matchedShort, value: t.answer[matched] }]} />}
    </>
  );
}

function StudyFields({ study, problems }: TrialForms) {
  const { form, set } = study;
  return (
    <div>
      <RadioCards
        name="prediction_matched"
        legend={t.study.matched}
        layout="inline"
        value={form.prediction_matched}
        onChange={set("prediction_matched")}
        options={MATCHED}
        error={wordsFor(problems, "prediction_matched")}
      />
      <TextArea
        name="learning"
        label={t.study.learning}
        hint={t.study.learningHint}
        maxLength={4000}
        value={form.learning}
        onChange={set("learning")}
        error={wordsFor(problems, "learning")}
      />
    </div>
  );
}
