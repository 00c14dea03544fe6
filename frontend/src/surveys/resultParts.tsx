/** Parts of a result: the waves beside each other, statement by statement, what is hidden, and the talk. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, ask, type Schemas } from "../api/client";
import { capital, month, shortDay } from "../dates";
import { inLanguage, language } from "../i18n";
import { to } from "../paths";
import { ButtonRow, LinkButton } from "../ui/Button";
import { Panel, Section } from "../ui/Section";
import { type Column, Table } from "../ui/Table";
import { Bins, ScaleChart, share } from "./chart";
import { answeredWords, named, type Point, type Result, type Said } from "./difference";
import { r } from "./resultTexts";

export type Statement = Schemas["StatementResult"];

export function Sentence({ said }: { said: Said }) {
  return (
    <>
      {said.before}
      {said.strong && <strong>{said.strong}</strong>}
      {said.after}
    </>
  );
}

/** "Før, september 2025", or the month alone. */
const titleOf = (point: Point): string =>
  point.phase ? `${r.phaseTitle[point.phase]}, ${month(point.closes_on)}` : capital(month(point.closes_on));

interface WavesProps {
  points: readonly Point[];
  ends: readonly [string, string];
}

/** Dot and band of the waves that have them; means without are in the table alone, with no empty columns. */
export function Waves({ points, ends }: WavesProps) {
  const drawn = points.filter(({ answered }) => answered !== null);
  const names = named(points);
  return (
    <>
      {drawn.length > 0 && (
        <figure className="figure">
          <ScaleChart
            ends={ends}
            rows={drawn.map((point) => {
              const name = capital(names.get(point.wave_id) ?? "");
              const when = capital(month(point.closes_on));
              const answered = r.answered(answeredWords(point));
              return {
                key: point.wave_id,
                name,
                note: name === when ? answered : `${when}. ${answered}`,
                mean: point.mean_tenths,
                low: point.low_tenths,
                high: point.high_tenths,
              };
            })}
          />
          <figcaption className="meta">{r.chartNote}</figcaption>
        </figure>
      )}
      <Table
        caption={r.captionWaves}
        columns={drawn.length > 0 ? WAVES : WAVES.slice(0, 3)}
        rows={points}
        rowKey={(point) => point.wave_id}
      />
    </>
  );
}

const WAVES: Column<Point>[] = [
  { key: "wave", title: r.column.wave, rowTitle: true, cell: titleOf },
  { key: "answered", title: r.column.answered, number: true, cell: answeredWords },
  { key: "mean", title: r.column.mean, number: true, cell: (point) => r.tenths(point.mean_tenths) },
  {
    key: "between",
    title: r.column.between,
    number: true,
    cell: ({ low_tenths: low, high_tenths: high }) =>
      low === null || high === null ? r.noNumber : r.and(r.tenths(low), r.tenths(high)),
  },
  { key: "index", title: r.column.index, number: true, cell: ({ index }) => index ?? r.noNumber },
];

/** The statements in the questionnaire's order: as bars with the same numbers as a table, or means alone. */
export function Statements({ all, when }: { all: readonly Statement[]; when: string }) {
  const detail = all.every(({ n }) => n !== null);
  if (!detail) {
    return (
      <Section title={r.statements(when)} lead={r.statementsMeans}>
        <Table caption={r.statements(when)} columns={MEANS} rows={all} rowKey={({ key }) => key} />
      </Section>
    );
  }
  return (
    <Section title={r.statements(when)} lead={r.statementsLead}>
      <ul className="legend" aria-hidden="true">
        <li className="legend__low">{r.low}</li>
        <li className="legend__middle">{r.middle}</li>
        <li className="legend__high">{r.high}</li>
      </ul>
      <ol className="bars" aria-hidden="true">
        {all.map((one) => (
          <li key={one.key} className="bars__row">
            <p className="bars__words">{inLanguage(one)}</p>
            <Bins low={one.low ?? 0} middle={one.middle ?? 0} high={one.high ?? 0} />
            <p className="bars__mean">{r.tenths(one.mean_tenths)}</p>
          </li>
        ))}
      </ol>
      <Section title={r.sameAsTable} level={3} size={4} tight>
        <Table caption={r.statements(when)} columns={DETAIL} rows={all} rowKey={({ key }) => key} />
      </Section>
    </Section>
  );
}

const WORDS: Column<Statement> = {
  key: "words",
  title: r.column.statement,
  rowTitle: true,
  cell: (one) => inLanguage(one),
};
const MEAN: Column<Statement> = {
  key: "mean",
  title: r.column.mean,
  number: true,
  cell: (one) => r.tenths(one.mean_tenths),
};
const bin = (key: "low" | "middle" | "high"): Column<Statement> => ({
  key,
  title: r.column[key],
  number: true,
  nowrap: true,
  cell: (one) => r.percent(share(one[key] ?? 0, one.n ?? 0)),
});
const MEANS: Column<Statement>[] = [WORDS, MEAN];
const DETAIL: Column<Statement>[] = [
  WORDS,
  bin("low"),
  bin("middle"),
  bin("high"),
  { key: "n", title: r.column.answered, number: true, cell: (one) => one.n },
  MEAN,
];

/** What stands where a result is hidden: the same words whatever the cause. */
export function Hidden() {
  return (
    <div className="withheld">
      <svg className="withheld__lock" width="32" height="32" viewBox="5 2 20 20" aria-hidden="true">
        <path d="M6 10h12v11H6zM8.5 10V7a3.5 3.5 0 017 0v3M12 14.5v2.5" />
      </svg>
      <p>{r.hidden}</p>
    </div>
  );
}

/** The cards instead of a number. */
export function Instead({ children }: { children?: ReactNode }) {
  return (
    <Section title={r.talkAnyway}>
      <p className="measure">{r.talkAnywayText}</p>
      <ButtonRow>
        <LinkButton kind="filled" href={to.cardsAtMeeting}>
          {r.useCards}
        </LinkButton>
        <LinkButton href={to.cards} icon="print">
          {r.printCards}
        </LinkButton>
        {children}
      </ButtonRow>
    </Section>
  );
}

/** A result ends in questions. */
export function Talk({ children }: { children?: ReactNode }) {
  return (
    <div className="section">
      <Panel tone="quiet" title={r.talk}>
        {r.questions.map((one) => (
          <p key={one} className="talk__question">
            {one}
          </p>
        ))}
        {children}
      </Panel>
    </div>
  );
}

interface PlanTalkProps {
  node: Result["node"];
  /** The day said before the wave opened. */
  on: string | null;
  today: string;
}

/** The meeting that was planned when the wave closed, or where to plan one; for whoever may. */
export function PlanTalk({ node, on, today }: PlanTalkProps) {
  const may = useDialogues(node.id).data?.can.includes("record") ?? false;
  const planned = useQuery({
    queryKey: ["follow-ups", { department: node.id, state: "planned" }],
    enabled: may,
    queryFn: () =>
      ask(
        api.GET("/api/follow-ups", {
          params: { query: { department: node.id, state: "planned", limit: 100 } },
        }),
      ),
  });
  if (!may || planned.isPending) return null;
  const meeting = planned.data?.items.find(
    ({ kind, due }) => kind === "result" && due === on && due >= today,
  );
  return meeting ? (
    <LinkButton href={to.followUp(meeting.id)}>{r.seeTalk(shortDay(meeting.due, today))}</LinkButton>
  ) : (
    <LinkButton href={to.newFollowUp(node.id, { kind: "result" })}>{r.planTalk}</LinkButton>
  );
}

/** When and where the department used the questions at meetings. */
export const useDialogues = (department: string) =>
  useQuery({
    queryKey: ["dialogues", department],
    queryFn: () =>
      ask(
        api.GET("/api/departments/{department_id}/dialogues", {
          params: { path: { department_id: department } },
        }),
      ),
  });

/** How answers are looked after: a page outside the app, read without signing in. */
export function TrustLink() {
  return (
    <p className="section section--tight no-print">
      <a className="link" href={language === "en" ? "/tillid#english" : "/tillid"}>
        {r.trust}
      </a>
    </p>
  );
}
