/**
 * Overdrag: what somebody owns at a department, given to one or to each. It is made of what stands, so it
 * can be left and found again; what is not given stands without an owner as soon as she no longer belongs.
 */
import { useState } from "react";
import { useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { capital } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Panel, Section } from "../ui/Section";
import { h } from "./handoverTexts";
import {
  type Department,
  type OwnedBy,
  ownerOptions,
  useDepartment,
  useOwnedBy,
  usePeopleHere,
  useTakeIn,
} from "./reading";
import { type Chosen, given, keyOf, refusedAt, things, WorkLines } from "./WorkLines";

export function HandoverPage() {
  const { id = "" } = useParams<{ id: string }>();
  const [search] = useSearchParams();
  const person = search.get("person") ?? "";
  return (
    <Await query={useDepartment(id)}>
      {(here) => (person ? <Of key={person} here={here} person={person} /> : <NoPerson here={here} />)}
    </Await>
  );
}

const crumbsOf = (here: Department) => [
  { href: to.department(here.id), label: here.name },
  { href: to.people(here.id), label: h.people },
];

function NoPerson({ here }: { here: Department }) {
  return (
    <Page title={h.noPerson} lead={h.noPersonText} crumbs={crumbsOf(here)} width="text">
      <ButtonRow>
        <LinkButton href={to.people(here.id)}>{h.toPeople}</LinkButton>
      </ButtonRow>
    </Page>
  );
}

function Of({ here, person }: { here: Department; person: string }) {
  const me = useSignedIn();
  const [count, setCount] = useState(0);
  return (
    <Await query={useOwnedBy(here.id, person)}>
      {(owned) => (
        <Page
          title={h.title}
          lead={
            owned.items.length > 0
              ? leadOf(owned, here, me.person.id)
              : count === 0 && h.nothing(owned.person.name, here.name)
          }
          crumbs={crumbsOf(here)}
          width="text"
        >
          {count > 0 && <Given here={here} count={count} left={owned.items.length} />}
          {owned.items.length > 0 && (
            <Section tight={count === 0} title={count > 0 ? h.rest : undefined}>
              <Give key={count} here={here} owned={owned} onGiven={(more) => setCount(count + more)} />
            </Section>
          )}
          {owned.items.length === 0 && count === 0 && <Ways here={here} />}
        </Page>
      )}
    </Await>
  );
}

function leadOf({ person, items }: OwnedBy, here: Department, me: string): string {
  const count = things(items.length);
  return person.id === me ? h.leadMe(count, here.name) : h.lead(person.name, count, here.name);
}

function Ways({ here }: { here: Department }) {
  return (
    <ButtonRow>
      <LinkButton href={to.people(here.id)}>{h.toPeople}</LinkButton>
      <LinkButton kind="link" href={to.department(here.id)}>
        {h.toDepartment}
      </LinkButton>
    </ButtonRow>
  );
}

function Given({ here, count, left }: { here: Department; count: number; left: number }) {
  return (
    <Panel tone="tint" title={left === 0 ? h.doneAll : h.done(capital(things(count)))}>
      <p role="status">{h.told}</p>
      <Ways here={here} />
    </Panel>
  );
}

interface Values {
  how: "all" | "each";
  to: string;
  chosen: Chosen;
}

interface GiveProps {
  here: Department;
  owned: OwnedBy;
  onGiven: (count: number) => void;
}

function Give({ here, owned, onGiven }: GiveProps) {
  const me = useSignedIn();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const { items, person } = owned;
  const draft = useDraft<Values>(me.person.id, `handover:${here.id}:${person.id}`, {
    how: items.length > 1 ? "all" : "each",
    to: "",
    chosen: {},
  });
  const v = draft.values;
  const all = Object.fromEntries(items.map((one) => [keyOf(one), v.to]));
  const lines = given(items, v.how === "all" ? all : v.chosen);
  const save = useSave(
    () => {
      const body = { department_id: here.id, from_id: person.id, to: lines };
      return ask(api.POST("/api/handovers", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: () => {
        draft.discard();
        onGiven(lines.length);
        takeIn();
      },
      words: (refusal) => {
        takeIn();
        return refusedAt(refusal, lines, v.how === "all" ? () => "to" : keyOf);
      },
    },
  );
  const lacks = (): Problem[] => {
    if (lines.length > 0) return [];
    const first = items[0];
    return v.how === "all" || !first
      ? [{ field: "to", words: h.chooseTo }]
      : [{ field: keyOf(first), words: h.chooseOne }];
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(undefined, lacks());
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {items.length > 1 && (
        <RadioCards
          name="how"
          legend={h.how}
          layout="columns"
          options={[
            { value: "all", label: h.all, detail: h.allDetail },
            { value: "each", label: h.each, detail: h.eachDetail },
          ]}
          value={v.how}
          onChange={draft.set("how")}
        />
      )}
      {v.how === "all" && (
        <ToOne
          here={here}
          from={person.id}
          value={v.to}
          onChange={draft.set("to")}
          error={wordsFor(save.problems, "to")}
        />
      )}
      <Section title={h.it} size={3} tight ruled>
        <WorkLines
          items={items}
          here={here.id}
          {...(v.how === "each" && {
            choice: { chosen: v.chosen, onChoose: draft.set("chosen"), problems: save.problems },
          })}
        />
      </Section>
      <p className="soft taking__after">{afterWords(owned, me.person.id)}</p>
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {h.act}
        </Button>
        <LinkButton kind="link" href={to.people(here.id)}>
          {h.notNow}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

/** What becomes of the rest, and who hears of it. */
function afterWords({ person, items }: OwnedBy, me: string): string {
  const stays = items.some(({ belongs }) => belongs);
  if (person.id === me) return stays ? h.keepsMe : h.leftOver;
  const first = person.name.split(" ")[0] ?? person.name;
  return `${stays ? h.keeps(first) : h.leftOver} ${h.quiet(first)}`;
}

interface ToOneProps {
  here: Department;
  /** Whose it is: not among those who take over. */
  from: string;
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}

function ToOne({ here, from, value, onChange, error }: ToOneProps) {
  const me = useSignedIn();
  const people = usePeopleHere(here.id).data?.items ?? [];
  return (
    <div className="form taking__one">
      <SelectField
        name="to"
        label={h.to}
        options={ownerOptions(people, me.person.id, h.me).filter((one) => one.value !== from)}
        empty={h.choosePerson}
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  );
}
