/** The steps in sentences: what is missing, what has been done. No component, so that tests need no browser. */
import type { Schemas } from "../api/client";
import { capital, inWords, listed, shortDay } from "../dates";
import { inLanguage } from "../i18n";
import type { Journey, Session } from "./reading";
import { t } from "./texts";

type Words = typeof t;
type Content = Schemas["ContentOut"];

/** What a step lacks, as any reply tells it. */
export interface Lack {
  code: string;
  cover?: string | null;
  lacks?: readonly string[] | null;
}

/** Small first letter inside a sentence; abbreviations such as TRIO keep theirs. */
export const small = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1);

/** "indholdet" of "Indholdet: hvad det er, og hvad det ikke er". */
export function coverWords(covers: readonly string[], content?: Content): string {
  const parts = content?.steps.find(({ number }) => number === 1)?.parts ?? [];
  return listed(
    covers.map((key) => {
      const part = parts.find((one) => one.key === key);
      return part ? small(inLanguage(part.label).split(":")[0] ?? key) : key;
    }),
  );
}

/** "jeres behov og jeres ambition": everything that is missing, for the end of a sentence. */
export function missingWords(words: Words, missing: readonly Lack[], content?: Content): string {
  const found = missing.flatMap((lack): string[] => {
    switch (lack.code) {
      case "promise":
        return [promiseWords(words, lack.lacks ?? [])];
      case "session":
      case "tasks_conditions":
      case "need":
      case "ambition":
      case "follow_up_process":
      case "follow_up_result":
        return [words.missing[lack.code]];
      default:
        return [];
    }
  });
  const covers = missing.flatMap((lack) => (lack.code === "cover" && lack.cover ? [lack.cover] : []));
  if (covers.length > 0) found.push(words.missing.covers(coverWords(covers, content)));
  return listed(found);
}

function promiseWords(words: Words, lacks: readonly string[]): string {
  if (lacks.length === 0) return words.missing.promise;
  return words.missing.onPromise(listed(lacks.map((lack) => words.missing.promiseLacks[lack] ?? lack)));
}

const STEP_OF: Record<string, number> = {
  session: 1,
  cover: 1,
  tasks_conditions: 2,
  need: 2,
  ambition: 2,
  promise: 3,
  follow_up_process: 3,
  follow_up_result: 3,
};

/** "Før trin 2 er på plads, mangler jeres ambition."; empty where nothing is missing. */
export function missingSentence(words: Words, missing: readonly Lack[], content?: Content): string {
  const step = STEP_OF[missing[0]?.code ?? ""];
  return step ? ended(`${words.missing.before(step)} ${missingWords(words, missing, content)}`) : "";
}

/** With a full stop, unless it ends in a quoted question. */
export const ended = (sentence: string): string => (/[?!][”“"]?$/.test(sentence) ? sentence : `${sentence}.`);

export const forumWords = (key: string, content: Content): string => {
  const forum = content.forums.find((one) => one.key === key);
  return forum ? inLanguage(forum.text) : key;
};

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
