/** Extending a trial and calling one off: both ask for a reason, and say first what comes of it. */
import { useEffect, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { addDays } from "../dates";
import { Button } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { fieldId, TextArea } from "../ui/Field";
import type { Trial } from "./reading";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

interface Props {
  trial: Trial;
  forms: TrialForms;
  onClose: () => void;
}

/** What was opened takes the focus, as what one clicked on is gone. */
function useFirstField(name: string) {
  useEffect(() => document.getElementById(fieldId(name))?.focus(), [name]);
}

export function ExtendForm({ trial, forms, onClose }: Props) {
  const { today } = useSignedIn();
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  useFirstField("ends_on");
  const wrongDay = dayProblem(until, { min: today });
  const extend = async () => {
    setAsked(true);
    const body = { ends_on: until, reason };
    const done =
      !wrongDay &&
      (await forms.move((version) =>
        ask(
          api.POST("/api/trial-actions/{trial_id}/extend", {
            params: { path: { trial_id: trial.id }, header: ifMatch(version) },
            body,
          }),
        ),
      ));
    if (done) onClose();
    else document.getElementById(fieldId("ends_on"))?.focus();
  };
  return (
    <>
      <DateField
        name="ends_on"
        label={t.box.extendUntil}
        value={until}
        onChange={setUntil}
        now={today}
        quick={[
          { label: t.box.oneWeek, day: addDays(today, 7) },
          { label: t.box.twoWeeks, day: addDays(today, 14) },
        ]}
        error={(asked && wrongDay) || wordsFor(forms.problems, "ends_on")}
      />
      <TextArea
        name="reason"
        label={t.box.extendReason}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={wordsFor(forms.problems, "reason")}
      />
      <Button kind="filled" onClick={extend} busy={forms.busy}>
        {t.box.extendSave}
      </Button>
      <Button kind="link" onClick={onClose}>
        {t.box.back}
      </Button>
    </>
  );
}

export function CancelForm({ trial, forms, onClose, withdraw }: Props & { withdraw: boolean }) {
  const [reason, setReason] = useState("");
  useFirstField("reason");
  const cancel = () =>
    forms.move((version) =>
      ask(
        api.POST("/api/trial-actions/{trial_id}/cancel", {
          params: { path: { trial_id: trial.id }, header: ifMatch(version) },
          body: { reason },
        }),
      ),
    );
  return (
    <>
      <TextArea
        name="reason"
        label={withdraw ? t.box.withdrawReason : t.box.cancelReason}
        hint={t.box.cancelText}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={wordsFor(forms.problems, "reason")}
      />
      <Button kind="filled" onClick={cancel} busy={forms.busy}>
        {withdraw ? t.box.withdraw : t.box.cancelSave}
      </Button>
      <Button kind="link" onClick={onClose}>
        {t.box.back}
      </Button>
    </>
  );
}
