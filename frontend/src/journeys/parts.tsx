/**
 * The three steps on other rooms' pages.
 *   <DepartmentSteps department={department} journey={journey | null} content={content} />   the large path
 *   <Beginning department={department} content={content} />       first page of who has not begun, with agenda
 *   <HelpOffer department={department} begun={...} asked={...} />  "Er I kørt fast?"
 *   <Rows><SessionRow session={session} content={content} today={me.today} /></Rows>
 *   <MissingLine missing={step.missing} content={content} />      "Før trin 3 er på plads, mangler ..."
 *   missing/parts                                                  the same as plain text, for the front page
 *   startedLine(journey)                                           "Første runde, begyndt 3. marts 2026."
 */
import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { listed, longDay, shortDay } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { ButtonRow, LinkButton, TextLink } from "../ui/Button";
import { Row, TimeLine } from "../ui/Rows";
import { Section } from "../ui/Section";
import { type PathStep, StepPath } from "../ui/StepPath";
import { coverWords, ended, forumWords, type Lack, t as lacks, missingWords } from "./missing/parts";
import type { Department, Journey, Session, Step } from "./reading";
import { t } from "./texts";
import { evidence, sessionTitle } from "./words";

type Content = Schemas["ContentOut"];
type Here = Pick<Department, "id" | "can">;

/** "Første runde, begyndt 3. marts 2026." */
export const startedLine = (journey: Pick<Journey, "round" | "started_on">): string =>
  t.begun(t.round(journey.round), longDay(journey.started_on));

interface StepsProps {
  department: Here;
  /** Null before anybody has begun. */
  journey: Journey | null;
  content: Content;
  level?: 2 | 3;
}

export function DepartmentSteps({ department, journey, content, level }: StepsProps) {
  const current = journey?.steps.find(({ state }) => state !== "done")?.number;
  const steps = content.steps.map((told): PathStep => {
    const step = journey?.steps.find(({ number }) => number === told.number);
    const title = inLanguage(told.name);
    if (!journey || !step) {
      return { number: told.number, title, state: "not_started", detail: inLanguage(told.question) };
    }
    const waits = !journey.ended_on && (step.state === "in_progress" || step.number === current);
    return {
      number: told.number,
      title,
      state: step.state,
      status: step.since ? statusOf(step, step.since) : t.status.not_started,
      detail: <Detail {...{ department, journey, step, content }} question={inLanguage(told.question)} />,
      mend: waits ? (
        <Mend {...{ department, journey, step, content }} />
      ) : (
        step.number === 3 && journey.can.includes("next_round") && <NextRound department={department} />
      ),
    };
  });
  return <StepPath steps={steps} level={level} />;
}

const statusOf = (step: Step, since: string): string =>
  step.state === "done" ? t.status.done(shortDay(since)) : t.status.in_progress(shortDay(since));

interface StepProps {
  department: Here;
  journey: Journey;
  step: Step;
  content: Content;
}

function Detail({ department, journey, step, content, question }: StepProps & { question: string }) {
  const told = evidence(journey, step.number, content);
  return (
    <>
      <p>{told.length > 0 ? told.join(" ") : question}</p>
      {step.out_of_order && <p className="quote">{step.out_of_order}</p>}
      {step.reopened_because && <p>{t.evidence.reopened(step.reopened_because)}</p>}
      <Ways department={department} journey={journey} step={step} />
    </>
  );
}

/** Where the step's own records are, and the way back into it. */
function Ways({ department, journey, step }: Omit<StepProps, "content">) {
  const ways: { href: string; words: string }[] = [];
  if (step.number === 1 && journey.sessions.length > 0) {
    ways.push({ href: to.rounds(department.id, journey.round), words: t.mend.sessions });
  }
  if (step.number === 2 && journey.assessment.assessed_on && !journey.ended_on) {
    ways.push({ href: to.assessment(department.id), words: t.mend.assessment });
  }
  if (step.can.includes("reopen")) {
    ways.push({ href: to.reopenStep(department.id, step.number), words: t.mend.reopen(step.number) });
  }
  if (ways.length === 0) return null;
  return (
    <p className="meta no-print">
      {ways.map(({ href, words }, index) => (
        <span key={href}>
          {index > 0 && " · "}
          <TextLink href={href}>{words}</TextLink>
        </span>
      ))}
    </p>
  );
}

function Mend({ department, journey, step, content }: StepProps) {
  if (step.missing.length === 0) {
    if (!step.can.includes("complete")) return null;
    return (
      <>
        <p>{t.mend.ready(step.number)}</p>
        <LinkButton href={to.completeStep(department.id, step.number)}>
          {t.mend.complete(step.number)}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <MissingLine missing={step.missing} step={step.number} content={content} />
      <Mending department={department} journey={journey} step={step} />
    </>
  );
}

function NextRound({ department }: { department: Here }) {
  return (
    <>
      <p>{t.mend.roundReady}</p>
      <LinkButton href={to.rounds(department.id)}>{t.mend.nextRound}</LinkButton>
    </>
  );
}

interface MissingProps {
  missing: readonly Lack[];
  step: number;
  content?: Content;
}

export function MissingLine({ missing, step, content }: MissingProps) {
  return (
    <p>
      <strong>{lacks.before(step)}</strong> {ended(missingWords(missing, content))}
    </p>
  );
}

/** The buttons that mend what a step lacks: only what the actor may do. */
export function Mending({ department, journey, step }: Omit<StepProps, "content">) {
  const codes = step.missing.map(({ code }) => code);
  const acts: ReactNode[] = [];
  const add = (href: string, words: string) =>
    acts.push(
      <LinkButton key={href} href={href}>
        {words}
      </LinkButton>,
    );
  if (step.number === 1 && journey.can.includes("hold_sessions")) {
    const planned = journey.sessions.find((session) => session.can.includes("hold"));
    if (!planned) add(to.newSession(department.id, "planned"), t.mend.planSession);
    add(planned ? to.session(planned.id) : to.newSession(department.id, "held"), t.mend.recordSession);
  }
  if (step.number === 2 && journey.can.includes("assess")) add(to.assessment(department.id), t.mend.assess);
  if (codes.includes("promise")) {
    if (department.can.includes("promise")) add(to.newAgreement(department.id), t.mend.agreement);
    if (department.can.includes("draft")) add(to.newTrial(department.id), t.mend.trial);
  } else if (step.number === 3 && department.can.includes("record")) {
    const kind = codes.includes("follow_up_process") ? "process" : "result";
    add(to.newFollowUp(department.id, { kind }), t.mend.date);
  }
  return acts.length > 0 ? <ButtonRow>{acts}</ButtonRow> : null;
}

/** For a department that has not begun: one action, and how it could go. */
export function Beginning({ department, content }: { department: Here; content: Content }) {
  const may = department.can.includes("hold_sessions");
  return (
    <>
      <Section title={t.begin.title}>
        <p className="lead">{t.begin.lead}</p>
        {may && (
          <ButtonRow>
            <LinkButton kind="filled" href={to.newSession(department.id, "planned")}>
              {t.begin.plan}
            </LinkButton>
            <LinkButton href={to.newSession(department.id, "held")}>{t.begin.record}</LinkButton>
          </ButtonRow>
        )}
      </Section>
      <Agenda content={content} />
    </>
  );
}

export function Agenda({ content }: { content: Content }) {
  return (
    <Section title={t.begin.agenda} size={3} ruled tight>
      <TimeLine
        items={content.agenda.map((item) => ({
          key: `${item.minutes} ${item.text.da}`,
          when: t.begin.minutes(item.minutes),
          what: inLanguage(item.text),
        }))}
      />
    </Section>
  );
}

interface OfferProps {
  department: Here;
  begun: boolean;
  /** A wish is waiting or agreed. */
  asked?: boolean;
}

/** Help is offered as a question; nothing where nobody here may ask. */
export function HelpOffer({ department, begun, asked }: OfferProps) {
  if (!asked && !department.can.includes("ask_help")) return null;
  if (asked && department.can.includes("support")) {
    return (
      <Section title={t.help.askedThem} size={3} tight>
        <LinkButton href={to.help(department.id)}>{t.help.seeTheirs}</LinkButton>
      </Section>
    );
  }
  return (
    <Section title={asked ? t.help.asked : begun ? t.help.stuck : t.help.begin} size={3} tight>
      {!asked && <p>{begun ? t.help.stuckText : t.help.beginText}</p>}
      <LinkButton href={to.help(department.id)}>{asked ? t.help.see : t.help.ask}</LinkButton>
    </Section>
  );
}

interface SessionRowProps {
  session: Session;
  content: Content;
  today: string;
  /** Id of the department whose page it is: the others are named. */
  here?: string;
  level?: 2 | 3 | 4;
}

export function SessionRow({ session, content, today, here, level = 3 }: SessionRowProps) {
  const day = shortDay(session.day, today);
  const late = session.state === "planned" && session.day < today;
  const forum = session.title ? `${forumWords(session.forum, content)}, ${day}.` : `${day}.`;
  return (
    <Row
      title={sessionTitle(session, content)}
      href={to.session(session.id)}
      text={session.state === "cancelled" ? session.reason : covered(session, content)}
      meta={[forum, ...about(session, here)].join(" ")}
      side={<span className="meta">{late ? t.session.overdue(day) : t.session.state[session.state]}</span>}
      level={level}
    />
  );
}

/** "Talt om indholdet og betydningen." */
export function covered(session: Session, content: Content): string | null {
  if (session.covers.length === 0) return null;
  const parts = coverWords(session.covers, content);
  return session.state === "planned" ? t.session.willCover(parts) : t.session.covered(parts);
}

function about(session: Session, here: string | undefined): string[] {
  const others = session.places.filter(({ department }) => department.id !== here);
  return [
    session.participants === null ? "" : t.session.people(session.participants),
    session.led_by?.name ? t.session.ledBy(session.led_by.name) : "",
    here && others.length > 0
      ? t.session.together(listed(others.map(({ department }) => department.name)))
      : "",
    session.elsewhere > 0 ? t.session.elsewhere(session.elsewhere) : "",
  ].filter(Boolean);
}
