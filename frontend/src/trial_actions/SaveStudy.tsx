/** Keeps what is written so far; nothing of it is final. */
import { Button, ButtonRow } from "../ui/Button";
import { SavedLine } from "../ui/Notice";
import { t } from "./texts";
import type { TrialForms } from "./useTrialForms";

export function SaveStudy({ forms }: { forms: TrialForms }) {
  return (
    <ButtonRow end={<SavedLine at={forms.savedAt} />}>
      <Button onClick={forms.save} busy={forms.busy}>
        {t.act.save}
      </Button>
    </ButtonRow>
  );
}
