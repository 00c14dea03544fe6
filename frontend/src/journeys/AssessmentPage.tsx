/** Step 2: tasks and conditions, need, ambition. What is not known yet may stay blank. */
import { useEffect, useState } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { named, useContent } from "../content/parts";
import { listed } from "../dates";
import { useDraft } from "../drafts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { CheckboxGroup } from "../ui/Choice";
import { type Chosen, Conflict, type ConflictField } from "../ui/Conflict";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine, SavedLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Panel } from "../ui/Section";
import { ASSESSED, AssessmentFacts } from "./AssessmentFacts";
import { f } from "./formTexts";
import { MissingLine } from "./parts";
import { type Department, type Journey, readJourney, useDepartment, useJourney, useTakeIn } from "./reading";
import { t } from "./texts";

type Content = Schemas["ContentOut"];

const HINTS = {
  tasks_conditions: f.assessment.tasksHint,
  need: f.assessment.needHint,
  ambition: f.assessment.ambitionHint,
};

interface Form {
  tasks_conditions: string;
  need: string;
  ambition: string;
  factors: string[];
  /** The version it was typed against: a draft found again overwrites nothing. */
  seen: number;
}

export function AssessmentPage() {
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
  const journey = useJourney(department.journey_id);
  // The form stays where it is when its first save begins the round.
  if (!department.journey_id || journey.data) {
    return <Assessment {...{ department, content }} journey={journey.data ?? null} />;
  }
  return <Await query={journey}>{() => null}</Await>;
}

interface AssessmentProps {
  department: Department;
  content: Content;
  journey: Journey | null;
}

function Assessment({ department, content, journey }: AssessmentProps) {
  const may = journey
    ? journey.can.includes("assess")
    : department.walks === "walks" && department.can.includes("assess");
  return (
    <Page
      title={f.assessment.title}
      lead={f.assessment.lead}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
      width="text"
    >
      {may ? (
        <AssessmentForm {...{ department, content, journey }} />
      ) : (
        journey && <AssessmentFacts journey={journey} content={content} />
      )}
    </Page>
  );
}

const formOf = (journey: Journey | null): Form => ({
  tasks_conditions: journey?.assessment.tasks_conditions ?? "",
  need: journey?.assessment.need ?? "",
  ambition: journey?.assessment.ambition ?? "",
  factors: journey?.assessment.factors ?? [],
  seen: journey?.version ?? 1,
});

/** The first to write something begins the round. */
async function begun(department: string): Promise<Journey> {
  return ask(api.POST("/api/journeys", { body: { department_id: department, round: 1 } }));
}

function AssessmentForm({ department, content, journey }: AssessmentProps) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const [theirs, setTheirs] = useState<Journey | null>(null);
  const draft = useDraft<Form>(me.person.id, `assessment:${department.id}`, formOf(journey));
  const save = useSave(
    async ({ seen, ...body }: Form) => {
      const at = journey ?? (await begun(department.id));
      return ask(
        api.PUT("/api/journeys/{journey_id}/assessment", {
          params: { path: { journey_id: at.id }, header: ifMatch(journey ? seen : at.version) },
          body,
        }),
      );
    },
    {
      onSaved: (fresh) => {
        draft.discard(formOf(fresh));
        takeIn("journey", fresh);
      },
    },
  );
  useEffect(() => {
    if (save.conflict && journey) void readJourney(journey.id).then(setTheirs);
  }, [save.conflict, journey]);
  const { values } = draft;

  function choose(chosen: Chosen) {
    if (!theirs) return;
    const fresh = formOf(theirs);
    const kept = Object.entries(chosen).filter(([, whose]) => whose === "theirs");
    const taken = Object.fromEntries(kept.map(([name]) => [name, fresh[name as keyof Form]]));
    const merged = { ...values, ...taken, seen: fresh.seen };
    draft.put(merged);
    setTheirs(null);
    save.run(merged);
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values);
      }}
    >
      <p className="meta">
        {f.assessment.parts} {!journey && f.assessment.notBegun}
      </p>
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {theirs && (
        <Conflict fields={torn(values, formOf(theirs), content)} onChosen={choose} busy={save.busy} />
      )}
      {ASSESSED.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={f.assessment[name]}
          hint={HINTS[name]}
          rows={4}
          maxLength={4000}
          value={values[name]}
          onChange={draft.set(name)}
          error={wordsFor(save.problems, name)}
        />
      ))}
      <CheckboxGroup
        name="factors"
        legend={f.assessment.factors}
        optional
        value={values.factors}
        onChange={draft.set("factors")}
        options={content.factors.map((factor) => ({
          value: factor.key,
          label: inLanguage(factor.title),
          detail: inLanguage(factor.text),
        }))}
        error={wordsFor(save.problems, "factors")}
      />
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.assessment.save}
        </Button>
        <LinkButton kind="link" href={to.department(department.id)}>
          {department.name}
        </LinkButton>
      </ButtonRow>
      {journey && save.savedAt && <Next journey={journey} department={department} />}
    </form>
  );
}

/** What step 2 still needs, or that it can be completed. */
function Next({ journey, department }: { journey: Journey; department: Department }) {
  const step = journey.steps.find(({ number }) => number === 2);
  if (!step || step.state === "done") return null;
  return (
    <Panel tone="tint">
      {step.missing.length > 0 ? (
        <MissingLine missing={step.missing} step={2} />
      ) : (
        <>
          <p>{f.assessment.next}</p>
          {step.can.includes("complete") && (
            <LinkButton href={to.completeStep(department.id, 2)}>{t.mend.complete(2)}</LinkButton>
          )}
        </>
      )}
    </Panel>
  );
}

/** Both versions of every field, as words. */
function torn(mine: Form, theirs: Form, content: Content): ConflictField[] {
  const factors = (form: Form) => listed(named(content.factors, form.factors));
  return [
    ...ASSESSED.map((name) => ({
      name,
      label: f.assessment[name],
      mine: mine[name],
      theirs: theirs[name],
    })),
    { name: "factors", label: f.assessment.factors, mine: factors(mine), theirs: factors(theirs) },
  ];
}
