/** Cancelling something: what follows from it, why, and the way back. */
import { useState } from "react";
import { Refusal } from "../api/client";
import { refusalWords } from "../api/refusals";
import type { Save } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { Section } from "../ui/Section";

interface Props {
  title: string;
  text: string;
  label: string;
  act: string;
  keep: string;
  save: Save<string, unknown>;
  onKeep: () => void;
}

export function ReasonForm({ title, text, label, act, keep, save, onKeep }: Props) {
  const [reason, setReason] = useState("");
  const lacking = reason.trim()
    ? []
    : [{ field: "reason", words: refusalWords(new Refusal(409, "reason_needed")) }];
  const conflict = save.conflict ? [{ words: refusalWords(save.refusal) }] : [];
  const problems = save.problems.length > 0 ? save.problems : conflict;
  return (
    <Section title={title} size={3} lead={text}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(reason, lacking);
        }}
      >
        <ErrorSummary problems={problems} />
        <TextArea
          name="reason"
          label={label}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={wordsFor(save.problems, "reason")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {act}
          </Button>
          <Button kind="link" onClick={onKeep}>
            {keep}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
