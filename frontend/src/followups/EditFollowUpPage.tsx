/** Changing a planned follow-up: its question, its date, its owner, its rhythm. */
import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { type Chosen, Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { PlanFields, type PlanValues, planBody, planLacks, planOf, rhythm } from "./FollowUpForm";
import { type FollowUp, readFollowUp, useFollowUp, usePeople, useTakeIn } from "./reading";
import { t } from "./texts";

export function EditFollowUpPage() {
  const { id = "" } = useParams();
  return (
    <Await query={useFollowUp(id)}>
      {(item) => (item.can.includes("edit") ? <Edit key={item.id} item={item} /> : <NotHere item={item} />)}
    </Await>
  );
}

const crumbsOf = ({ department, id, question }: FollowUp) => [
  { href: to.department(department.id), label: department.name },
  { href: to.followUp(id), label: question },
];

function NotHere({ item }: { item: FollowUp }) {
  return (
    <Page title={t.form.notHere} lead={t.form.notHereText} crumbs={crumbsOf(item)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.followUp(item.id)}>{t.saved.see}</LinkButton>
      </p>
    </Page>
  );
}

/** What is typed, and the version it was typed upon: a draft of yesterday must not overwrite today. */
type EditValues = PlanValues & { version: number };

function Edit({ item }: { item: FollowUp }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [fresh, setFresh] = useState<FollowUp>(item);
  const draft = useDraft<EditValues>(me.person.id, `follow-up:${item.id}`, {
    ...planOf(item),
    version: item.version,
  });
  const save = useSave(
    (values: EditValues) =>
      ask(
        api.PUT("/api/follow-ups/{follow_up_id}", {
          params: { path: { follow_up_id: item.id }, header: ifMatch(values.version) },
          body: planBody(values),
        }),
      ),
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn("follow-up", saved);
        navigate(to.followUp(item.id));
      },
    },
  );
  useEffect(() => {
    if (save.conflict) void readFollowUp(item.id).then(setFresh);
  }, [save.conflict, item.id]);
  const run = (values: EditValues) => save.run(values, planLacks(values, me.today, fresh.due));
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Page title={t.form.editTitle} crumbs={crumbsOf(item)} width="text">
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            run(draft.values);
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          {torn && (
            <Both
              mine={draft.values}
              theirs={planOf(fresh)}
              department={item.department.id}
              busy={save.busy}
              onChosen={(merged) => {
                const values = { ...merged, version: fresh.version };
                draft.put(values);
                run(values);
              }}
            />
          )}
          <PlanFields
            department={item.department.id}
            values={draft.values}
            put={draft.put}
            problems={save.problems}
          />
          <ButtonRow>
            <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
              {t.form.save}
            </Button>
            <LinkButton kind="link" href={to.followUp(item.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

interface BothProps {
  mine: PlanValues;
  theirs: PlanValues;
  department: string;
  busy: boolean;
  onChosen: (merged: PlanValues) => void;
}

const LABELS: Record<keyof PlanValues, string> = {
  kind: t.form.kind,
  question: t.form.question,
  due: t.form.due,
  owner_id: t.form.owner,
  repeat: t.form.repeat,
};

/** Both versions, where two people have changed the same follow-up. */
function Both({ mine, theirs, department, busy, onChosen }: BothProps) {
  const people = usePeople(department).data?.items ?? [];
  const words = (name: keyof PlanValues, values: PlanValues): string => {
    const value = values[name];
    if (name === "kind") return t.kind[values.kind];
    if (name === "due") return longDay(value);
    if (name === "owner_id") return people.find(({ id }) => id === value)?.name ?? "";
    const [unit, every] = value.split(":");
    if (name === "repeat") return unit ? rhythm(unit as "week", Number(every)) : t.form.never;
    return value;
  };
  const names = Object.keys(LABELS) as (keyof PlanValues)[];
  return (
    <Conflict
      busy={busy}
      fields={names.map((name) => ({
        name,
        label: LABELS[name],
        mine: words(name, mine),
        theirs: words(name, theirs),
      }))}
      onChosen={(chosen) => onChosen(merged(mine, theirs, chosen))}
    />
  );
}

function merged(mine: PlanValues, theirs: PlanValues, chosen: Chosen): PlanValues {
  const names = Object.keys(LABELS) as (keyof PlanValues)[];
  const kept = names.filter((name) => chosen[name] === "theirs").map((name) => [name, theirs[name]]);
  return { ...mine, ...Object.fromEntries(kept) };
}
