/** After Følg op: what was saved, here or only on the phone, and when to look at it again. */
import { useEffect, useState } from "react";
import { api, ask, attemptKey, type Schemas } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { capital, clock, dayOf, shortDay, weekdayShort } from "../dates";
import { to } from "../paths";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import type { Waiting } from "./queue";
import { type FollowUp, useTakeIn } from "./reading";
import { t } from "./texts";
import type { Queue } from "./useQueue";
import { Told, WaitingBar } from "./WaitingBar";

type Logged = Schemas["LoggedOut"];

export interface Done {
  waiting: Waiting;
  /** The API's answer; null while it waits on the phone. */
  logged: Logged | null;
}

interface Props {
  done: Done;
  queue: Queue;
  proposals: readonly string[];
  /** It was taken out of the queue, to be written anew. */
  onCorrect: (waiting: Waiting) => void;
  onAnother: () => void;
}

export function SavedView({ done, queue, proposals, onCorrect, onAnother }: Props) {
  const { waiting } = done;
  // It may have been sent while we looked at it.
  const logged = done.logged ?? queue.sent[waiting.key] ?? null;
  const at = t.saved.at(capital(weekdayShort(dayOf(waiting.at))), clock(waiting.at));
  const kept = queue.waiting.find(({ key }) => key === waiting.key) ?? waiting;
  const correct = async () => {
    const taken = await queue.take(waiting.key);
    if (taken) onCorrect(taken);
  };
  return (
    <>
      <WaitingBar queue={queue} />
      <Page
        title={logged ? t.saved.title : t.saved.titleWaiting}
        meta={logged ? at : `${at} ${t.saved.mayClose}`}
        width="text"
      >
        <Told title={kept.title} assessment={kept.body.assessment} note={kept.body.note} />
        {logged ? (
          <LinkButton href={to.followUp(logged.follow_up.id)}>
            {kept.body.note ? t.saved.correct : t.saved.see}
          </LinkButton>
        ) : (
          <Button onClick={correct}>{t.saved.correct}</Button>
        )}
        <Again logged={logged} waiting={kept} queue={queue} proposals={logged?.proposed ?? proposals} />
        <ButtonRow>
          <LinkButton kind="quiet" href={to.home}>
            {t.saved.home}
          </LinkButton>
          <Button kind="link" onClick={onAnother}>
            {t.saved.another}
          </Button>
        </ButtonRow>
      </Page>
    </>
  );
}

interface AgainProps {
  logged: Logged | null;
  waiting: Waiting;
  queue: Queue;
  proposals: readonly string[];
}

function Again({ logged, waiting, queue, proposals }: AgainProps) {
  const me = useSignedIn();
  const [choosing, setChoosing] = useState(false);
  const { next, never, problems, busy, choose: decide } = useNext(logged, waiting, queue);
  const choose = (day: string | null) => {
    setChanging(false);
    void decide(day);
  };
  const [changing, setChanging] = useState(false);
  const said = changing
    ? null
    : next
      ? t.saved.next(shortDay(next.due, me.today))
      : never
        ? t.saved.noNext
        : null;
  if (said) {
    return (
      <Section title={t.saved.again} level={2} size={3} tight>
        <p role="status">{said}</p>
        {next?.id ? (
          <LinkButton href={to.editFollowUp(next.id)}>{t.saved.move}</LinkButton>
        ) : (
          <Button kind="link" onClick={() => setChanging(true)}>
            {next ? t.saved.move : t.saved.otherDate}
          </Button>
        )}
      </Section>
    );
  }
  return (
    <Section title={t.saved.again} level={2} size={3} tight>
      <ErrorSummary problems={problems} />
      <div className="again">
        {proposals.map((day) => (
          <Button key={day} busy={busy} onClick={() => choose(day)}>
            {shortDay(day, me.today)}
          </Button>
        ))}
        <Button aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t.saved.otherDate}
        </Button>
        <Button busy={busy} onClick={() => choose(null)}>
          {t.saved.never}
        </Button>
      </div>
      {choosing && <OtherDate problems={problems} busy={busy} onChoose={choose} now={me.today} />}
      {!logged && <p className="meta">{t.saved.keptDate}</p>}
    </Section>
  );
}

interface OtherDateProps {
  problems: Problem[];
  busy: boolean;
  onChoose: (day: string) => void;
  now: string;
}

function OtherDate({ problems, busy, onChoose, now }: OtherDateProps) {
  const [day, setDay] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const use = () => {
    const found = dayProblem(day, { min: now });
    setWrong(found);
    if (!found) onChoose(day);
  };
  return (
    <div className="again__other">
      <DateField
        name="due"
        label={t.saved.date}
        value={day}
        onChange={setDay}
        now={now}
        error={wrong ?? wordsFor(problems, "due")}
      />
      <Button busy={busy} onClick={use}>
        {t.saved.useDate}
      </Button>
    </div>
  );
}

/** The next date: planned at once, or kept beside what waits. `next.id` is empty until the API has it. */
function useNext(logged: Logged | null, waiting: Waiting, queue: Queue) {
  const [planned, setPlanned] = useState<FollowUp | null>(null);
  const [wanted, setWanted] = useState("");
  const [never, setNever] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const takeIn = useTakeIn();
  const keptDue = logged ? null : waiting.body.next_due;
  const next = planned ?? logged?.next ?? (keptDue ? { id: "", due: keptDue } : null);

  const former = next ? null : logged?.follow_up;
  useEffect(() => {
    if (!former || !wanted) return;
    plan(former, wanted)
      .then((made) => {
        setPlanned(made);
        takeIn("follow-up", made);
      })
      .catch((trouble) => {
        setWanted("");
        setProblems(problemsOf(trouble));
      });
  }, [former, wanted, takeIn]);

  async function choose(day: string | null): Promise<void> {
    setProblems([]);
    const kept = !logged && (await queue.change(waiting.key, { next_due: day, stop_series: day === null }));
    // Where it was sent meanwhile, the answer is on its way and the date is planned when it comes.
    if (day === null) setNever(true);
    else if (!kept) setWanted(day);
    if (day !== null) setNever(false);
  }
  const busy = wanted !== "" && !next;
  return { next, never: never || (!logged && waiting.body.stop_series), problems, busy, choose };
}

function plan(former: FollowUp, due: string): Promise<FollowUp> {
  const body = {
    department_id: former.department.id,
    kind: former.kind,
    question: former.question,
    due,
    owner_id: former.owner?.id ?? null,
    trial_action_id: former.trial_action?.id ?? null,
    agreement_id: former.agreement?.id ?? null,
    follows_id: former.id,
  };
  return ask(
    api.POST("/api/follow-ups", { params: { header: attemptKey(`next:${former.id}:${due}`) }, body }),
  );
}
