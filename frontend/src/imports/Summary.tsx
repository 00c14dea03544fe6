/** The counts before the lists: what has to be corrected, what is worth a look, what changes. */
import { number } from "../dates";
import { Section } from "../ui/Section";
import { type Run, STATUSES } from "./reading";
import { t } from "./texts";

export function Summary({ run }: { run: Run }) {
  const { counts, odd } = run;
  const shown = STATUSES.filter((status) => status !== "warning" && counts[status] > 0);
  return (
    <Section title={t.summary} tight>
      <dl className="import-counts">
        {shown.map((status) => (
          <div key={status}>
            <dt>{t.statuses[status]}</dt>
            <dd>{number(counts[status], 0)}</dd>
            {status === "added" && counts.new_people > 0 && <dd>{t.newPeople(counts.new_people)}</dd>}
          </div>
        ))}
        <div>
          <dt>{t.unchanged}</dt>
          <dd>{number(counts.unchanged, 0)}</dd>
        </div>
      </dl>
      {odd.length > 0 && (
        <p className="measure">
          {t.statuses.warning}: {odd.map((one) => `${number(one.count, 0)} ${one.words}`).join(", ")}.
        </p>
      )}
    </Section>
  );
}
