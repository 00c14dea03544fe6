/** A step is said to be in place, out of order with a sentence; or it is opened again, with a reason. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { Page } from "../ui/Page";
import { Panel, Section } from "../ui/Section";
import { f } from "./formTexts";
import { Mending, MissingLine } from "./parts";
import { type Department, type Journey, type Step, useDepartment, useJourney, useTakeIn } from "./reading";
import { evidence } from "./words";

type Content = Schemas["ContentOut"];

export function StepPage() {
  const { id = "" } = useParams<{ id: string }>();
  const content = useContent();
  return (
    <Await query={useDepartment(id)}>
      {(department) => (
        <Await query={content}>{(pack) => <OfDepartment department={department} content={pack} />}</Await>
      )}
    </Await>
  );
}

function OfDepartment({ department, content }: { department: Department; content: Content }) {
  const { number = "", act = "" } = useParams<{ number: string; act: string }>();
  const journey = useJourney(department.journey_id);
  const n = Number(number);
  const title = act === "genaabn" ? f.step.reopenTitle(n) : f.step.completeTitle(n);
  const crumbs = [{ href: to.department(department.id), label: department.name }];
  if (!department.journey_id) {
    return (
      <Page title={title} crumbs={crumbs} lead={f.step.notBegun} width="text">
        <Back department={department} />
      </Page>
    );
  }
  return (
    <Await query={journey}>
      {(found) => {
        const step = found.steps.find((one) => one.number === n);
        const about = step && { department, journey: found, step, content };
        return (
          <Page
            title={title}
            crumbs={crumbs}
            lead={act === "genaabn" ? f.step.reopenLead : f.step.completeLead}
            width="text"
          >
            {about && (act === "genaabn" ? <Reopen {...about} /> : <Complete {...about} />)}
          </Page>
        );
      }}
    </Await>
  );
}

interface StepProps {
  department: Department;
  journey: Journey;
  step: Step;
  content: Content;
}

function Back({ department, children }: { department: Department; children?: string }) {
  return (
    <>
      {children && <p>{children}</p>}
      <ButtonRow>
        <LinkButton href={to.department(department.id)}>{department.name}</LinkButton>
      </ButtonRow>
    </>
  );
}

function Complete({ department, journey, step, content }: StepProps) {
  const told = content.steps.find(({ number }) => number === step.number);
  const has = evidence(journey, step.number, content);
  return (
    <>
      <Section tight title={told && inLanguage(told.name)} size={3}>
        <p className="meta">{told && inLanguage(told.question)}</p>
      </Section>
      {has.length > 0 && (
        <Section tight title={f.step.done} size={4}>
          <p>{has.join(" ")}</p>
        </Section>
      )}
      <CompleteRest {...{ department, journey, step, content }} />
    </>
  );
}

function CompleteRest(props: StepProps) {
  const { department, journey, step, content } = props;
  if (journey.ended_on) return <Back department={department}>{f.step.ended}</Back>;
  if (step.state === "done" && step.done_on) {
    return <Back department={department}>{f.step.isDone(step.number, longDay(step.done_on))}</Back>;
  }
  if (step.missing.length > 0) {
    return (
      <Panel tone="tint" title={f.step.missingTitle}>
        <MissingLine missing={step.missing} step={step.number} content={content} />
        <Mending department={department} journey={journey} step={step} />
      </Panel>
    );
  }
  if (!step.can.includes("complete")) return <Back department={department}>{f.step.who}</Back>;
  return <CompleteForm {...props} />;
}

/** Send the move and go back to the department, where the path shows it. */
function useMove(
  department: Department,
  journey: Journey,
  step: Step,
  act: "complete" | "reopen",
  begins = "",
) {
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const queries = useQueryClient();
  const me = useSignedIn();
  const draft = useDraft(me.person.id, `step:${journey.id}:${step.number}:${act}`, { words: begins });
  const params = {
    path: { journey_id: journey.id, number: step.number },
    header: ifMatch(journey.version),
  };
  const save = useSave(
    (words: string) =>
      act === "complete"
        ? ask(
            api.POST("/api/journeys/{journey_id}/steps/{number}/complete", {
              params,
              body: { sentence: words.trim() || null },
            }),
          )
        : ask(
            api.POST("/api/journeys/{journey_id}/steps/{number}/reopen", {
              params,
              body: { reason: words.trim() || null },
            }),
          ),
    {
      onSaved: (fresh) => {
        draft.saved();
        takeIn("journey", fresh);
        navigate(to.department(department.id));
      },
      words: ({ code }) =>
        code === "sentence_needed"
          ? [{ field: "sentence", words: f.step.sentenceNeeded }]
          : code === "reason_needed"
            ? [{ field: "reason", words: f.step.reasonNeeded }]
            : null,
    },
  );
  const { conflict } = save;
  useEffect(() => {
    // The next attempt is made against what is shown then.
    if (conflict) void queries.invalidateQueries({ queryKey: ["journey", journey.id] });
  }, [conflict, queries, journey.id]);
  return { save, words: draft.values.words, write: draft.set("words") };
}

/** The opening words alone are no sentence. */
const isSentence = (words: string): boolean =>
  words.trim() !== "" && words.trim() !== f.step.sentenceStart.trim();

function CompleteForm({ department, journey, step }: StepProps) {
  const asks = step.needs_sentence;
  const begins = asks ? f.step.sentenceStart : "";
  const { save, words, write } = useMove(department, journey, step, "complete", begins);
  const missing = asks && !isSentence(words);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(asks ? words : "", missing ? [{ field: "sentence", words: f.step.sentenceNeeded }] : []);
      }}
    >
      <ErrorSummary problems={save.problems} />
      {save.conflict && <p role="alert">{f.step.changedMeanwhile}</p>}
      {asks && (
        <TextArea
          name="sentence"
          label={f.step.sentence}
          hint={f.step.sentenceHint(step.number - 1)}
          maxLength={500}
          value={words}
          onChange={write}
          error={wordsFor(save.problems, "sentence")}
        />
      )}
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.step.complete(step.number)}
        </Button>
        <LinkButton kind="link" href={to.department(department.id)}>
          {f.step.back}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

function Reopen({ department, journey, step }: StepProps) {
  const { save, words, write } = useMove(department, journey, step, "reopen");
  if (journey.ended_on) return <Back department={department}>{f.step.ended}</Back>;
  if (step.state !== "done") return <Back department={department}>{f.step.isOpen(step.number)}</Back>;
  if (!step.can.includes("reopen")) return <Back department={department}>{f.step.who}</Back>;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(words, words.trim() ? [] : [{ field: "reason", words: f.step.reasonNeeded }]);
      }}
    >
      <ErrorSummary problems={save.problems} />
      {save.conflict && <p role="alert">{f.step.changedMeanwhile}</p>}
      <TextArea
        name="reason"
        label={f.step.reason}
        hint={f.step.reasonHint}
        maxLength={500}
        value={words}
        onChange={write}
        error={wordsFor(save.problems, "reason")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.step.reopen(step.number)}
        </Button>
        <LinkButton kind="link" href={to.department(department.id)}>
          {department.name}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
