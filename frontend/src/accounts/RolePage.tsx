/** One role somebody holds: its words and days, a deputy for a time where it is a leader's, and its end. */
import { type ReactNode, useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { capital } from "../dates";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { LinkButton } from "../ui/Button";
import { type Crumb, Page } from "../ui/Page";
import { Panel } from "../ui/Section";
import { DeputyForm } from "./DeputyForm";
import { EndForm } from "./EndForm";
import { h } from "./handoverTexts";
import { daysOf } from "./held";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { RoleForm } from "./RoleForm";
import { type Person, type RoleLine, usePerson } from "./reading";
import { things } from "./WorkLines";

type Ended = Schemas["EndedOut"];

export function RolePage() {
  const { role = "" } = useParams<{ role: string }>();
  const [search] = useSearchParams();
  const administers = search.get("fra") === "administration";
  return (
    <Await query={usePerson(search.get("person") ?? "")}>
      {(person) => <Found key={role} person={person} id={role} administers={administers} />}
    </Await>
  );
}

interface FoundProps {
  person: Person;
  id: string;
  administers: boolean;
}

function Found({ person, id, administers }: FoundProps) {
  const [ended, setEnded] = useState<Ended | null>(null);
  const [, navigate] = useLocation();
  const held = person.roles.find((one) => one.id === id);
  if (!held) return <Gone person={person} />;
  const here = held.department;
  const back = administers ? to.onePerson(person.id) : to.people(here.id);
  const onEnded = (done: Ended) => {
    if (done.owns.length > 0) navigate(to.handOver(here.id, person.id));
    else if (done.count === 0) navigate(back);
    else setEnded(done);
  };
  return (
    <Shown person={person} held={held} crumbs={crumbsOf(person, held, administers)}>
      {ended ? (
        <Panel tone="tint" title={p.endedTitle}>
          <p role="status">{h.othersSee(person.name, things(ended.count))}</p>
          <p>
            <LinkButton href={back}>{administers ? person.name : p.backToPeople}</LinkButton>
          </p>
        </Panel>
      ) : (
        <>
          {held.can.includes("change") && <RoleForm person={person} held={held} back={back} />}
          {held.can.includes("deputy") && <DeputyForm person={person} held={held} />}
          {held.can.includes("end") && <EndForm person={person} held={held} onEnded={onEnded} />}
        </>
      )}
    </Shown>
  );
}

function Shown(props: { person: Person; held: RoleLine; crumbs: Crumb[]; children: ReactNode }) {
  const { person, held, crumbs, children } = props;
  const { today } = useSignedIn();
  const words = roleWords(held.role, held.title);
  const about = [
    held.department.name,
    held.deputy_for ? p.deputyFor(held.deputy_for.name) : "",
    ...daysOf(held, today),
  ];
  return (
    <Page
      title={p.roleTitle(person.name, words)}
      current={words}
      meta={`${capital(about.filter(Boolean).join(", "))}.`}
      crumbs={crumbs}
      width="text"
    >
      {held.can.length === 0 && <p>{p.notYours}</p>}
      {children}
    </Page>
  );
}

function crumbsOf(person: Person, held: RoleLine, administers: boolean): Crumb[] {
  if (!administers) {
    return [
      { href: to.department(held.department.id), label: held.department.name },
      { href: to.people(held.department.id), label: p.people },
    ];
  }
  return [
    { href: to.administration, label: a.administration },
    { href: to.allPeople, label: a.directory },
    { href: to.onePerson(person.id), label: person.name },
  ];
}

function Gone({ person }: { person: Person }) {
  return (
    <Page title={p.roleGone} lead={p.roleGoneText(person.name)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.home}>{p.toHome}</LinkButton>
      </p>
    </Page>
  );
}
