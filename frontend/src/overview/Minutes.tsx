/** *Kopiér til referatet*, beside a department. */
import { shortDay } from "../dates";
import { CopyButton } from "../ui/Sharing";
import { smallStepText } from "../ui/StepPath";
import { dept } from "./departmentTexts";
import { useRow } from "./parts";
import { t } from "./texts";
import { changesWords, statesOf, trialWords } from "./words";

/** Three finished sentences for the minutes: only what HMU may see anyway. */
export function Minutes({ id, name }: { id: string; name: string }) {
  const row = useRow(id).data?.row;
  if (!row) return null;
  const next = dept.nextWords(row.next_date && shortDay(row.next_date));
  const trials = trialWords(row.trials) ?? t.row.none.toLowerCase();
  const words = dept.minutes(name, smallStepText(statesOf(row)), trials, next);
  const news = row.changed ? ` ${changesWords(row)}.` : "";
  return <CopyButton text={words + news}>{dept.copy}</CopyButton>;
}
