/**
 * A department's row in the words of the committee's overview.
 *   <HmuRow id={id} />     "Det kan HMU se": the whole row
 *   <SinceLmu id={id} />   what is new since its LMU last met
 */
import { useQuery } from "@tanstack/react-query";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { shortDay } from "../dates";
import { FactList } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { SmallStepPath } from "../ui/StepPath";
import { t } from "./texts";
import { changesWords, changeWords, lastAndNext, roundNote, statesOf, trialWords } from "./words";

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

/** "Siden sidste HMU-møde 20. august"; the day alone where the committee has not met yet. */
function sinceWords(whose: "HMU" | "LMU", { since, last_meeting }: Schemas["OneRow"]): string {
  if (!last_meeting) return t.row.since(shortDay(since));
  return t.row.sinceMeeting(whose, shortDay(last_meeting), since === last_meeting ? null : shortDay(since));
}

export function SinceLmu({ id }: { id: string }) {
  const one = useQuery({
    queryKey: ["overview", "department", id, "lmu"],
    queryFn: () =>
      ask(
        api.GET("/api/overview/departments/{department_id}", {
          params: { path: { department_id: id }, query: { committee: "lmu" } },
        }),
      ),
  }).data;
  if (!one) return null;
  const news = one.row.changes.map(changeWords).filter(Boolean);
  return (
    <Section title={sinceWords("LMU", one)} size={3} ruled>
      {news.length === 0 ? (
        <p className="soft">{t.row.unchanged}</p>
      ) : (
        <ul>
          {news.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Shown({ one }: { one: Schemas["OneRow"] }) {
  const { row } = one;
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
          { label: sinceWords("HMU", one), value: changesWords(row) },
          { label: t.row.help, value: row.help_wanted ?? t.row.noHelp },
        ]}
      />
      <p className="meta">{t.row.whole}</p>
    </Panel>
  );
}
