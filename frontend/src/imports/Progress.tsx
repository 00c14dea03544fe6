/** How far it is, as a bar and in words. The words are said aloud in quarters, not each second. */
import { Announce } from "../ui/Notice";
import type { Run } from "./reading";
import { t } from "./texts";

export function Progress({ run }: { run: Run }) {
  const known = run.total > 0;
  const name = run.state === "checking" ? t.reading : t.writing;
  const quarter = known ? Math.floor((4 * run.done) / run.total) / 4 : 0;
  return (
    <div className="progress">
      <p className="progress__words">
        <span id="progress-name">{name}</span>
        {known && <span>{run.done < run.total ? t.progress(run.done, run.total) : t.saving}</span>}
      </p>
      <progress aria-labelledby="progress-name" {...(known ? { max: run.total, value: run.done } : {})} />
      {known && <Announce>{t.progress(Math.round(quarter * run.total), run.total)}</Announce>}
    </div>
  );
}
