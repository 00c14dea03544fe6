/** One thing with a date on the front page: what it is, where, and the button that does it. */
import type { Schemas } from "../api/client";
import { capital, quoted, relative } from "../dates";
import { forumWords } from "../journeys/missing/parts";
import { to } from "../paths";
import { useContent } from "../shell/Footer";
import { LinkButton, TextLink } from "../ui/Button";
import { DueRow } from "../ui/Due";
import { home } from "./homeTexts";

type Due = Schemas["Due"];

const PLACE: Record<Due["kind"], (due: Due) => string> = {
  follow_up: (due) => to.logFollowUp(due.department.id, due.id),
  evaluate: (due) => to.trial(due.id),
  trial_end: (due) => to.trial(due.id),
  suggestion: (due) => to.trial(due.id),
  agreement: (due) => to.agreement(due.id),
  session: (due) => to.session(due.id),
  help: (due) => to.help(due.department.id),
  meeting: (due) => to.meeting(due.id),
  decisions: (due) => to.decisions(due.id),
};

export function DueLine({ due, today, first }: { due: Due; today: string; first: boolean }) {
  const content = useContent().data;
  const about = due.kind === "session" && due.about && content ? forumWords(due.about, content) : null;
  const sessionName =
    due.about && due.title !== due.about ? due.title : home.due.session(due.department.name);
  return (
    <DueRow
      date={due.date}
      when={whenWords(due, today)}
      title={due.kind === "session" ? sessionName : titleWords(due)}
      detail={detailWords(due, about)}
      warm={first}
      actions={
        <>
          <LinkButton kind={first ? "filled" : "outline"} href={PLACE[due.kind](due)}>
            {home.due.act[due.kind]}
          </LinkButton>
          {first && due.kind === "follow_up" && (
            <TextLink href={to.followUp(due.id)}>{home.due.move}</TextLink>
          )}
        </>
      }
    />
  );
}

function whenWords(due: Due, today: string): string {
  const when = relative(due.date, today);
  if (due.kind === "suggestion") return home.due.suggestedOn(when);
  if (due.kind === "help") return home.due.askedOn(when);
  if (!due.overdue) return capital(when);
  if (due.kind === "agreement") return home.due.agreementWas(when);
  return due.kind === "evaluate" ? home.due.evaluateWas(when) : home.due.followUpWas(when);
}

function titleWords(due: Due): string {
  switch (due.kind) {
    case "evaluate":
      return home.due.evaluate(due.title);
    case "trial_end":
      return home.due.trialEnd(due.title);
    case "suggestion":
      return home.due.suggestion(due.title);
    case "help":
      return home.due.help(due.department.name);
    case "meeting":
      return home.due.meeting(due.title.toUpperCase());
    case "decisions":
      return home.due.decisions(due.title.toUpperCase());
    default:
      return due.title;
  }
}

function detailWords(due: Due, forum: string | null): string {
  const place = `${due.department.name}.`;
  switch (due.kind) {
    case "evaluate":
      return `${place} ${home.due.evaluateText}`;
    case "trial_end":
      return `${place} ${home.due.trialEndText}`;
    case "suggestion":
      return `${place} ${home.due.suggestionText}`;
    case "help":
      return quoted(due.title);
    case "session":
      return forum ? `${place} ${forum}.` : place;
    default:
      return due.about ? `${place} ${due.about}.` : place;
  }
}
