/** The steps in sentences: what has been done. No component, so that tests need no browser. */
import type { Schemas } from "../api/client";
import { capital, inWords, listed, shortDay } from "../dates";
import { inLanguage } from "../i18n";
import { forumWords, small } from "./missing/parts";
import type { Journey, Session } from "./reading";
import { t } from "./texts";

type Content = Schemas["ContentOut"];

/** "Om tryghed" or "Personalemøde": how a session is called. */
export const sessionTitle = (session: Session, content: Content): string =>
  session.title || forumWords(session.forum, content);

/** What has been done of a step, in short sentences. */
export function evidence(journey: Journey, number: number, content: Content): string[] {
  if (number === 1) return ofSessions(journey.sessions, content);
  if (number === 2) return ofAssessment(journey.assessment, content);
  return ofPromises(journey);
}

/** More sessions than this are counted, and only the last is named. */
const FEW = 3;

function ofSessions(sessions: readonly Session[], content: Content): string[] {
  const said = (session: Session) =>
    t.evidence.at(small(forumWords(session.forum, content)), shortDay(session.day));
  const held = sessions.filter(({ state }) => state === "held");
  const planned = sessions.filter(({ state }) => state === "planned");
  const found: string[] = [];
  if (held.length > 0) {
    const count =
      held.length === 1 ? t.evidence.session : t.evidence.manySessions(capital(inWords(held.length)));
    found.push(
      held.length > FEW
        ? t.evidence.latest(count, held.slice(-1).map(said).join(""))
        : t.evidence.sessions(count, listed(held.map(said))),
    );
  }
  const next = planned[0];
  if (next) {
    found.push(t.evidence.planned(small(forumWords(next.forum, content)), shortDay(next.day)));
  }
  return found;
}

const LONGEST = 160;

/** The beginning of a long text, cut between words. */
export const beginning = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST)).trimEnd()} ...`;

function ofAssessment(assessment: Journey["assessment"], content: Content): string[] {
  const factors = content.factors.filter(({ key }) => assessment.factors.includes(key));
  const found: string[] = [];
  if (factors.length > 0) {
    found.push(t.evidence.focus(listed(factors.map(({ title }) => small(inLanguage(title))))));
  }
  if (assessment.ambition) found.push(t.evidence.ambition(beginning(assessment.ambition)));
  return found;
}

function ofPromises(journey: Journey): string[] {
  const { agreements_count: agreements, trials_count: trials, follow_up_dates: dates } = journey;
  const counts = [
    agreements > 0 ? t.evidence.agreements(agreements) : "",
    trials > 0 ? t.evidence.trials(trials) : "",
  ].filter(Boolean);
  const found = counts.length > 0 ? [`${capital(listed(counts))}.`] : [];
  if (dates.process) found.push(t.evidence.process(shortDay(dates.process)));
  if (dates.result) found.push(t.evidence.result(shortDay(dates.result)));
  return found;
}
