/** The department's rounds: the former ones as they ended, and the beginning of the next. */
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { listed, longDay } from "../dates";
import { Tell } from "../experiences/parts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { AssessmentFacts } from "./AssessmentFacts";
import { f } from "./formTexts";
import { small } from "./missing/parts";
import { DepartmentSteps, SessionRow } from "./parts";
import { type Department, type Journey, useDepartment, useJourney, useRounds, useTakeIn } from "./reading";
import { t } from "./texts";

type Content = Schemas["ContentOut"];
type Brief = Schemas["JourneyBrief"];

export function RoundsPage() {
  const { id = "" } = useParams<{ id: string }>();
  const content = useContent();
  const rounds = useRounds(id);
  const [search] = useSearchParams();
  const wanted = Number(search.get("runde") ?? 0);
  return (
    <Await query={useDepartment(id)}>
      {(department) => (
        <Await query={content}>
          {(pack) => (
            <Await query={rounds}>
              {({ items }) => {
                const one = items.find(({ round }) => round === wanted);
                const about = { department, content: pack };
                return one ? <Round {...about} brief={one} /> : <All {...about} items={items} />;
              }}
            </Await>
          )}
        </Await>
      )}
    </Await>
  );
}

interface About {
  department: Department;
  content: Content;
}

function All({ department, items }: About & { items: readonly Brief[] }) {
  return (
    <Page
      title={f.rounds.title}
      lead={f.rounds.lead}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
    >
      {items.length === 0 && (
        <Empty
          title={f.rounds.none}
          action={<LinkButton href={to.department(department.id)}>{department.name}</LinkButton>}
        />
      )}
      <Section tight>
        <Rows label={f.rounds.title}>
          {items.map((one) => (
            <Row
              key={one.id}
              title={t.round(one.round)}
              href={to.rounds(department.id, one.round)}
              text={lasted(one)}
              meta={one.ended_as === "merged" ? f.rounds.merged : null}
              level={2}
            />
          ))}
        </Rows>
      </Section>
      {department.journey_id && <Next department={department} id={department.journey_id} />}
    </Page>
  );
}

const lasted = (one: Brief): string =>
  one.ended_on
    ? f.rounds.ended(longDay(one.started_on), longDay(one.ended_on))
    : f.rounds.running(longDay(one.started_on));

function Next({ department, id }: { department: Department; id: string }) {
  return (
    <Await query={useJourney(id)} part>
      {(journey) => (
        <Section title={f.rounds.next} size={3}>
          {journey.waiting.length > 0 ? (
            <p>
              {f.rounds.waits} {waits(journey)}.
            </p>
          ) : (
            journey.can.includes("next_round") && <Start department={department} journey={journey} />
          )}
        </Section>
      )}
    </Await>
  );
}

const waits = ({ waiting }: Journey): string =>
  listed(
    waiting.map(({ code, count, next }) =>
      code === "step" ? f.rounds.step : f.rounds.followUps(count ?? 1, next ? longDay(next) : ""),
    ),
  );

function Start({ department, journey }: { department: Department; journey: Journey }) {
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const round = journey.round + 1;
  const save = useSave(
    () => {
      const body = { department_id: department.id, round };
      return ask(api.POST("/api/journeys", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (fresh) => {
        takeIn("journey", fresh);
        navigate(to.department(department.id));
      },
    },
  );
  return (
    <Panel tone="tint">
      <p>{f.rounds.nextLead}</p>
      <ErrorSummary problems={save.problems} />
      <ButtonRow>
        <Button kind="filled" busy={save.busy} onClick={() => save.run(undefined)}>
          {f.rounds.start(small(t.round(round)))}
        </Button>
      </ButtonRow>
    </Panel>
  );
}

function Round({ department, content, brief }: About & { brief: Brief }) {
  const me = useSignedIn();
  return (
    <Await query={useJourney(brief.id)}>
      {(journey) => (
        <Page
          title={t.round(journey.round)}
          meta={lasted(brief)}
          crumbs={[
            { href: to.department(department.id), label: department.name },
            { href: to.rounds(department.id), label: f.rounds.title },
          ]}
        >
          <DepartmentSteps department={department} journey={journey} content={content} />
          {journey.sessions.length > 0 && (
            <Section
              title={f.rounds.sessions}
              actions={
                journey.can.includes("hold_sessions") && (
                  <LinkButton kind="quiet" href={to.newSession(department.id)}>
                    {f.rounds.newSession}
                  </LinkButton>
                )
              }
              ruled
            >
              <Rows label={f.rounds.sessions}>
                {journey.sessions.map((session) => (
                  <SessionRow
                    key={session.id}
                    session={session}
                    content={content}
                    today={me.today}
                    here={department.id}
                  />
                ))}
              </Rows>
            </Section>
          )}
          <Section title={f.rounds.assessment} ruled>
            <AssessmentFacts journey={journey} content={content} />
          </Section>
          {department.can.includes("draft") && (
            <Tell department={department.id} origin="round" id={journey.id} />
          )}
        </Page>
      )}
    </Await>
  );
}
