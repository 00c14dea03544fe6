/** A department: the three steps first, then trials, next dates, agreements; beside it what HMU sees. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useContent } from "../content/parts";
import { longDay } from "../dates";
import { ClosedNote, Continues } from "../departments/parts";
import { Practices } from "../experiences/parts";
import { Beginning, DepartmentSteps, HelpOffer } from "../journeys/parts";
import { to } from "../paths";
import { useFollowedBy, useRolloutLink } from "../tracks/parts";
import { TakingPart } from "../trial_actions/parts";
import { Arriving } from "../ui/arriving";
import { LinkButton, TextLink } from "../ui/Button";
import { Columns, Page } from "../ui/Page";
import { LinkRows, Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { ClosedBody } from "./ClosedBody";
import { Agreements, FollowUps, Trials } from "./DepartmentLists";
import { dept } from "./departmentTexts";
import { start } from "./startTexts";
import { tree } from "./treeTexts";

/** Beside the first load of the page: what HMU sees, and the same for the minutes. */
const HmuRow = lazy(async () => ({ default: (await import("./parts")).HmuRow }));
const Minutes = lazy(async () => ({ default: (await import("./Minutes")).Minutes }));

type Department = Schemas["DepartmentOut"];

export function DepartmentPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
  });
  return <Await query={query}>{(here) => <Shown key={here.id} here={here} />}</Await>;
}

function Shown({ here }: { here: Department }) {
  const reads = here.can.includes("read");
  const closed = here.closed_on !== null;
  const walks = here.walks === "walks" && !closed;
  return (
    <Page
      title={here.name}
      crumbs={[
        { href: to.departments, label: tree.title },
        ...here.parents.slice(1).map((node) => ({ href: to.department(node.id), label: node.name })),
      ]}
      meta={<Meta here={here} />}
      actions={
        here.can.includes("record") && here.journey_id ? (
          <LinkButton kind="filled" href={to.logFollowUp(here.id)}>
            {dept.log}
          </LinkButton>
        ) : undefined
      }
    >
      <ClosedNote here={here} />
      <Continues here={here} />
      {walks && reads && <Steps here={here} />}
      {closed && <ClosedBody here={here} />}
      {here.walks === "follows" && !closed && here.walking && <Follows walking={here.walking} />}
      {here.walks === "outside" && here.can.includes("draft") && <Trials here={here} />}
      {here.walks === "outside" && here.sections.length > 0 && <Sections here={here} />}
      {(walks || here.walks === "follows") && !closed && <Body here={here} reads={reads} />}
    </Page>
  );
}

function Steps({ here }: { here: Department }) {
  const content = useContent();
  const id = here.journey_id;
  const journey = useQuery({
    queryKey: ["journey", id],
    queryFn: () => ask(api.GET("/api/journeys/{journey_id}", { params: { path: { journey_id: id ?? "" } } })),
    enabled: id !== null,
  });
  return (
    <Await query={content} part>
      {(words) =>
        id === null ? (
          <DepartmentSteps department={here} journey={null} content={words} />
        ) : (
          <Await query={journey} part>
            {(found) => <DepartmentSteps department={here} journey={found} content={words} />}
          </Await>
        )
      }
    </Await>
  );
}

function Meta({ here }: { here: Department }) {
  const people = useQuery({
    queryKey: ["people", "of", here.id],
    queryFn: () =>
      ask(
        api.GET("/api/departments/{department_id}/people", { params: { path: { department_id: here.id } } }),
      ),
    enabled: here.can.includes("read_people") && here.walks !== "outside",
  }).data?.items;
  const journeys = useQuery({
    queryKey: ["rounds", here.id],
    queryFn: () => ask(api.GET("/api/journeys", { params: { query: { department: here.id } } })),
    enabled: here.can.includes("read") && here.journey_id !== null,
  }).data?.items;
  const named = (role: string) =>
    (people ?? [])
      .filter((one) => one.roles.some((held) => held.role === role))
      .map((one) => one.person.name);
  const open = journeys?.find((one) => one.ended_on === null);
  const followed = useFollowedBy(here);
  const words = [
    open ? dept.begun(open.round, longDay(open.started_on)) : "",
    here.walks === "walks" && here.journey_id === null && !here.closed_on ? notBegun(here) : "",
    named("ambassador").length > 0 ? dept.people(dept.ambassador, named("ambassador")) : "",
    named("trio").length > 0 ? dept.people(dept.trio, named("trio")) : "",
    followed,
  ].filter(Boolean);
  return words.join(" ") || null;
}

function notBegun(here: Department): string {
  const words = here.can.includes("assess") ? dept.notBegun : dept.notBegunOther;
  return here.planned_start ? `${words} ${start.planned(start.quarter(here.planned_start))}` : words;
}

function Body({ here, reads }: { here: Department; reads: boolean }) {
  const begun = here.journey_id !== null || here.walks === "follows";
  const content = useContent().data;
  return (
    <Columns wide aside={<Aside here={here} reads={reads} />}>
      {reads ? (
        <>
          {!begun && content && <Beginning department={here} content={content} />}
          {begun && (
            <>
              <Trials here={here} />
              <FollowUps here={here} />
              <Agreements here={here} />
              <Practices department={here.id} />
            </>
          )}
          {here.walks !== "outside" && (
            <TakingPart department={here.id} ours={!here.can.includes("roll_out")} />
          )}
          {here.sections.length > 0 && <Sections here={here} />}
        </>
      ) : (
        <p className="lead">{dept.onlyRow}</p>
      )}
    </Columns>
  );
}

function Aside({ here, reads }: { here: Department; reads: boolean }) {
  const walks = here.walks === "walks";
  const requests = useQuery({
    queryKey: ["support", here.id],
    queryFn: () => ask(api.GET("/api/support-requests", { params: { query: { department: here.id } } })),
    enabled: reads && walks,
  }).data?.items;
  const rollout = useRolloutLink(here);
  const asked = requests?.some((one) => one.state === "wanted" || one.state === "agreed") ?? false;
  return (
    <>
      {walks && (
        <Suspense fallback={<Arriving />}>
          <HmuRow id={here.id} />
        </Suspense>
      )}
      {walks && <HelpOffer department={here} begun={here.journey_id !== null} asked={asked} />}
      {here.can.includes("read_people") && (
        <LinkRows
          items={[
            { href: to.people(here.id), label: dept.peopleLink, icon: "person" as const },
            ...(reads && walks
              ? [
                  { href: to.waves(here.id), label: dept.waves, icon: "chart" as const },
                  { href: to.meetings(here.id), label: dept.meetings, icon: "people" as const },
                ]
              : []),
            ...(reads && here.walks !== "outside"
              ? [{ href: to.boardLink(here.id), label: dept.board, icon: "print" as const }]
              : []),
            ...rollout,
            ...(here.can.includes("read_history")
              ? [{ href: to.departmentHistory(here.id), label: dept.history, icon: "clock" as const }]
              : []),
            ...(reads && walks && here.round > 1
              ? [{ href: to.rounds(here.id), label: dept.rounds, icon: "clock" as const }]
              : []),
          ]}
        />
      )}
      {walks && reads && (
        <Suspense fallback={<Arriving />}>
          <Minutes id={here.id} name={here.name} />
        </Suspense>
      )}
    </>
  );
}

function Follows({ walking }: { walking: { id: string; name: string } }) {
  return (
    <Section tight>
      <p className="lead">{dept.follows(walking.name)}</p>
      <p>
        <TextLink href={to.department(walking.id)}>{dept.seeParent(walking.name)}</TextLink>
      </p>
    </Section>
  );
}

function Sections({ here }: { here: Department }) {
  const outside = here.walks === "outside";
  return (
    <Section title={outside ? tree.title : dept.sections} lead={outside ? dept.outsideText : undefined} ruled>
      <Rows>
        {here.sections.map((node) => (
          <Row
            key={node.id}
            title={node.name}
            href={to.department(node.id)}
            meta={node.walks === "follows" ? tree.follow(here.name) : null}
          />
        ))}
      </Rows>
    </Section>
  );
}
