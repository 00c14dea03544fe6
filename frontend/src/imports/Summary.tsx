/** The counts before the lists: what has to be corrected, what is worth a look, what changes. */
import { number } from "../dates";
import { FactList } from "../ui/Rows";
import { Section } from "../ui/Section";
import { type Run, STATUSES } from "./reading";
import { t } from "./texts";

export function Summary({ run }: { run: Run }) {
  const { counts } = run;
  const items = STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    key: status,
    label: t.statuses[status],
    value: words(run, status),
  }));
  const unchanged = { key: "unchanged", label: t.unchanged, value: number(counts.unchanged, 0) };
  return (
    <Section title={t.summary} tight>
      <FactList items={counts.unchanged > 0 ? [...items, unchanged] : items} />
    </Section>
  );
}

function words(run: Run, status: (typeof STATUSES)[number]): string {
  const { counts, odd } = run;
  if (status === "refused") return t.rows(counts.refused);
  if (status === "warning") return odd.map((one) => `${number(one.count, 0)} ${one.words}`).join(", ");
  const count = number(counts[status], 0);
  return status === "added" && counts.new_people > 0 ? `${count}, ${t.newPeople(counts.new_people)}` : count;
}
