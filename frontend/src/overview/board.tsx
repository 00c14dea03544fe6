/** What hangs on the wall: the same parts on the public page, beside its link, and on the sheet of paper. */
import { useQuery } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";
import { useContent } from "../content/parts";
import { capital, longDay, shortDay } from "../dates";
import { inLanguage } from "../i18n";
import { Section } from "../ui/Section";
import { StepPath } from "../ui/StepPath";
import "./board.scss";
import { t } from "./boardTexts";

export type Board = Schemas["BoardOut"];
type Trial = Schemas["BoardTrial"];

/** The department's link and board, as its own people see them. */
export const useBoardLink = (id: string) =>
  useQuery({
    queryKey: ["board", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}/board", { params: { path: { department_id: id } } })),
  });

export function BoardSteps({ board }: { board: Board }) {
  const content = useContent().data;
  if (!content) return null;
  if (board.steps.length === 0) return <p>{t.notBegun}</p>;
  const steps = board.steps.map((step) => ({
    number: step.number,
    state: step.state,
    title: inLanguage(content.steps.find((told) => told.number === step.number)?.name ?? { da: "", en: "" }),
    status: status(step),
  }));
  return <StepPath steps={steps} />;
}

function status({ state, since }: Schemas["BoardStep"]): string | undefined {
  if (!since || state === "not_started") return undefined;
  return state === "done" ? t.done(shortDay(since)) : t.since(shortDay(since));
}

/** `more`: what is not among them, in words. */
interface PartProps {
  board: Board;
  more?: string | undefined;
}

const More = ({ words }: { words: string | undefined }) => words && <p className="board-more">{words}</p>;

/** `tally`: on paper, a line to make marks on. */
export function BoardTrials({ board, more, tally }: PartProps & { tally?: boolean }) {
  return (
    <Section title={t.now} ruled>
      {board.trials.length === 0 && <p>{t.nothingNow}</p>}
      <ul className="board-trials">
        {board.trials.map((trial) => (
          <li key={`${trial.title}${trial.change}`}>
            <h3>{capital(trial.title ?? trial.change)}</h3>
            {trial.title && <p>{capital(trial.change)}</p>}
            {trial.measure && <p>{t.seen(trial.measure)}</p>}
            <p className="meta">
              {[trial.until && t.until(shortDay(trial.until)), whom(trial)].filter(Boolean).join(" ")}
            </p>
            {tally && (
              <p className="board-trials__tally">
                {t.tally} <span className="board-trials__line" />
              </p>
            )}
          </li>
        ))}
      </ul>
      <More words={more} />
    </Section>
  );
}

/** Whom to ask, by role: a board names nobody. Any colleague may own a trial; that is no address. */
function whom({ ask: role }: Trial): string {
  if (!role) return "";
  const title = role.title?.toLowerCase();
  if (title === "amir" || title === "tr") return t.ask(t.whom[title]);
  return role.role in t.whom ? t.ask(t.whom[role.role as keyof typeof t.whom]) : "";
}

export function BoardDates({ board, more }: PartProps) {
  return (
    <Section title={t.dates} ruled>
      {board.dates.length === 0 && <p>{t.noDates}</p>}
      <ul className="board-dates">
        {board.dates.map((date) => (
          <li key={`${date.day}${date.words}`}>
            <strong>{shortDay(date.day)}</strong>
            <span>{date.kind === "evaluate" ? t.evaluate(date.words) : date.words}</span>
          </li>
        ))}
      </ul>
      <More words={more} />
    </Section>
  );
}

/** *Sådan gør vi hos os*: what was tried and kept; nothing where nothing was. */
export function BoardPractices({ board, more }: PartProps) {
  if (board.practices.length === 0) return null;
  return (
    <Section title={t.practices} ruled>
      <ul className="board-dates board-dates--plain">
        {board.practices.map((one) => (
          <li key={one.words}>
            <strong>{capital(one.words)}</strong>
            <span>{t.kept(shortDay(one.since))}</span>
          </li>
        ))}
      </ul>
      <More words={more} />
    </Section>
  );
}

/** A closed department's board: where the work goes on. */
export function BoardClosed({ board }: { board: Board }) {
  return (
    <>
      <p className="lead">{t.closedLead(longDay(board.closed_on ?? board.today))}</p>
      {board.successors.length > 0 && (
        <Section title={t.goOn} ruled>
          <ul className="board-dates board-dates--plain">
            {board.successors.map((next) => (
              <li key={next.name}>
                <strong>{next.name}</strong>
                {next.token ? <a href={`/tavle/${next.token}`}>{t.hasBoard}</a> : <span>{t.noBoard}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
