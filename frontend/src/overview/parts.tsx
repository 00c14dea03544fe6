/** "Det kan HMU se": the department's whole row, in the words of the committee's overview. */
import { useQuery } from "@tanstack/react-query";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { shortDay } from "../dates";
import { FactList } from "../ui/Rows";
import { Panel } from "../ui/Section";
import { SmallStepPath } from "../ui/StepPath";
import { t } from "./texts";
import { changesWords, lastAndNext, roundNote, statesOf, trialWords } from "./words";

/** The row of a department, now. */
export const useRow = (id: string) =>
  useQuery({
    queryKey: ["overview", "department", id],
    queryFn: () =>
      ask(api.GET("/api/overview/departments/{department_id}", { params: { path: { department_id: id } } })),
  });

export function HmuRow({ id }: { id: string }) {
  return (
    <Await query={useRow(id)} part>
      {(one) => <Shown one={one} />}
    </Await>
  );
}

function Shown({ one: { row, since } }: { one: Schemas["OneRow"] }) {
  const name = [row.department.name, row.department.pilot && t.row.pilot, roundNote(row)].filter(Boolean);
  return (
    <Panel tone="frame" title={t.row.hmu}>
      <FactList
        items={[
          { label: t.row.department, value: name.join(", ") },
          { label: t.row.step, value: <SmallStepPath states={statesOf(row)} /> },
          { label: t.row.trials, value: trialWords(row.trials) ?? t.row.none },
          ...(row.experiences_shared > 0 ? [{ label: t.row.shared, value: row.experiences_shared }] : []),
          { label: t.row.followUp, value: lastAndNext(row) },
          { label: t.row.since(shortDay(since)), value: changesWords(row) },
          { label: t.row.help, value: row.help_wanted ?? t.row.noHelp },
        ]}
      />
      <p className="meta">{t.row.whole}</p>
    </Panel>
  );
}
