/**
 * One person for whoever keeps her roles up to date: roles now, to come and former ones, name and e-mail, and
 * the day she leaves. The administrator comes from the list of all, a leader from her department's.
 */
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { type Crumb, Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { h } from "./handoverTexts";
import { lineOf } from "./held";
import { LeaveForm } from "./LeaveForm";
import { NameForm } from "./NameForm";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { type Department, type Person, type RoleLine, useDepartment, usePerson } from "./reading";
import { things } from "./WorkLines";

export function PersonPage() {
  const { id, person = "" } = useParams<{ id?: string; person: string }>();
  const department = useDepartment(id ?? "");
  return (
    <Await query={usePerson(person)}>
      {(found) =>
        id ? (
          <Await query={department}>{(here) => <Shown key={found.id} person={found} here={here} />}</Await>
        ) : (
          <Shown key={found.id} person={found} />
        )
      }
    </Await>
  );
}

interface ShownProps {
  person: Person;
  /** The department one comes from; without it, the administration. */
  here?: Department;
}

function Shown({ person, here }: ShownProps) {
  const { today } = useSignedIn();
  const [, navigate] = useLocation();
  const [left, setLeft] = useState(0);
  const lasting = person.roles.filter(({ state }) => state !== "ended");
  const former = person.roles.filter(({ state }) => state === "ended");
  const crumbs: Crumb[] = here
    ? [
        { href: to.department(here.id), label: here.name },
        { href: to.people(here.id), label: p.people },
      ]
    : [
        { href: to.administration, label: a.administration },
        { href: to.allPeople, label: a.directory },
      ];
  const gives = here ? to.newPerson(here.id) : to.giveRole(person.id);
  return (
    <Page
      title={person.name}
      lead={person.left_on && (person.left_on < today ? a.leftText : a.leavesText)(longDay(person.left_on))}
      meta={person.email}
      crumbs={crumbs}
      width="text"
    >
      {left > 0 && (
        <Panel tone="tint" title={a.leftTitle}>
          <p role="status">{h.othersSee(person.name, things(left))}</p>
        </Panel>
      )}
      <Section
        title={a.rolesNow}
        actions={
          <LinkButton kind="quiet" href={gives}>
            {p.giveRole}
          </LinkButton>
        }
        ruled
      >
        {lasting.length === 0 ? (
          <Empty title={a.noRoles}>{a.noRolesText}</Empty>
        ) : (
          <RoleRows roles={lasting} person={person} administers={!here} />
        )}
      </Section>
      {former.length > 0 && (
        <Section title={a.rolesBefore} ruled>
          <RoleRows roles={former} person={person} administers={!here} />
        </Section>
      )}
      {here?.can.includes("hand_over") && (
        <Section title={h.title} lead={h.what(person.name)}>
          <p className="section__act">
            <LinkButton href={to.handOver(here.id, person.id)}>{a.handOver}</LinkButton>
          </p>
        </Section>
      )}
      {person.can.includes("edit") && <NameForm person={person} />}
      {person.can.includes("leave") && (
        <LeaveForm
          person={person}
          onLeft={({ owns, count }) => {
            const first = owns[0]?.department.id;
            if (first) navigate(to.handOver(here?.id ?? first, person.id));
            else setLeft(count);
          }}
        />
      )}
    </Page>
  );
}

interface RowsProps {
  roles: readonly RoleLine[];
  person: Person;
  administers: boolean;
}

function RoleRows({ roles, person, administers }: RowsProps) {
  const { today } = useSignedIn();
  return (
    <Rows>
      {roles.map((one) => (
        <Row
          key={one.id}
          title={one.department.name}
          text={lineOf(one, one.department.id, today, true)}
          side={
            one.can.length > 0 && (
              <LinkButton
                kind="quiet"
                href={to.role(
                  one.department.id,
                  one.id,
                  person.id,
                  administers ? "administration" : undefined,
                )}
              >
                {p.edit}
                <span className="visually-hidden"> {p.roleAt(p.group[one.role], one.department.name)}</span>
              </LinkButton>
            )
          }
        />
      ))}
    </Rows>
  );
}
