/** A new leader's first page of a department: here you are, this is promised, this comes next. */
import { useQuery } from "@tanstack/react-query";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { Promised, PutAway } from "../accounts/told/parts";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { CARDS, useContent } from "../content/parts";
import { capital, inWords, longDay, shortDay } from "../dates";
import { DepartmentSteps } from "../journeys/parts";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { FactList, LinkRows } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { w } from "./welcomeTexts";

type Told = Schemas["WelcomeOut"];
type Department = Schemas["DepartmentOut"];

export function WelcomePage() {
  const { id = "" } = useParams<{ id: string }>();
  const department = useQuery({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
  });
  const query = useQuery({
    queryKey: ["welcome", id],
    queryFn: () => ask(api.GET("/api/overview/welcome", { params: { query: { department: id } } })),
  });
  return (
    <Await query={query}>
      {(told) => <Await query={department}>{(here) => <Welcome key={id} here={here} told={told} />}</Await>}
    </Await>
  );
}

function Welcome({ here, told }: { here: Department; told: Told }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const next = told.next?.due;
  return (
    <Page
      over={here.name}
      title={w.title(me.person.name.split(" ")[0] ?? me.person.name)}
      lead={next ? w.next(shortDay(next, me.today)) : w.noNext}
      meta={told.hr_contact ? w.hrText(told.hr_contact.name) : w.hrAny}
      actions={<Help here={here} told={told} />}
    >
      <Section title={w.here}>
        <Steps here={here} journeyId={told.journey_id} />
      </Section>
      <Columns wide aside={<Aside here={here} told={told} />}>
        <Section title={w.promised} lead={told.promised.length > 0 && w.promisedText} ruled>
          {told.unowned > 0 && (
            <div className="people-told">
              <Panel tone="tint">
                <p>
                  {w.unowned(capital(inWords(told.unowned)), told.unowned === 1)}{" "}
                  <TextLink href={to.unowned(here.id)}>{w.giveOn}</TextLink>
                </p>
              </Panel>
            </div>
          )}
          {told.promised.length === 0 ? (
            <Empty title={w.nothing}>{w.nothingText}</Empty>
          ) : (
            <Promised items={told.promised} here={here.id} today={me.today} />
          )}
        </Section>
        {told.new && (
          <Section tight>
            <p className="soft">{w.awayText}</p>
            <p className="section__act">
              <PutAway department={here.id} onDone={() => navigate(to.home)} />
            </p>
          </Section>
        )}
      </Columns>
    </Page>
  );
}

function Steps({ here, journeyId }: { here: Department; journeyId: string | null }) {
  const content = useContent();
  const journey = useQuery({
    queryKey: ["journey", journeyId],
    queryFn: () =>
      ask(api.GET("/api/journeys/{journey_id}", { params: { path: { journey_id: journeyId ?? "" } } })),
    enabled: journeyId !== null,
  });
  return (
    <Await query={content} part>
      {(words) =>
        journeyId === null ? (
          <DepartmentSteps department={here} journey={null} content={words} level={3} />
        ) : (
          <Await query={journey} part>
            {(found) => <DepartmentSteps department={here} journey={found} content={words} level={3} />}
          </Await>
        )
      }
    </Await>
  );
}

function Aside({ here, told }: { here: Department; told: Told }) {
  return (
    <>
      <Beside here={here} told={told} />
      {told.new && told.reads_since && (
        <Section title={w.notes} size={4} divided>
          <p className="soft">{w.notesText(longDay(told.reads_since))}</p>
        </Section>
      )}
      <LinkRows
        items={[
          { href: to.about, label: w.read, icon: "link" },
          { href: CARDS, label: w.cards, icon: "people" },
          { href: to.department(here.id), label: w.toDepartment, icon: "arrow" },
        ]}
      />
    </>
  );
}

/** HR, one tap away: the department's contact by mail, else the question that goes to all of HR. */
function Help({ here, told }: { here: Department; told: Told }) {
  const contact = told.hr_contact;
  return contact ? (
    <a className="button button--outline" href={`mailto:${contact.email}`}>
      {w.write(contact.name)}
    </a>
  ) : (
    <LinkButton href={to.help(here.walking?.id ?? here.id)}>{w.ask}</LinkButton>
  );
}

/** Whom one has beside one: the rest of the management, TRIO, ambassadors. */
function Beside({ here, told }: { here: Department; told: Told }) {
  const me = useSignedIn();
  const others = told.people.filter(({ person }) => person.id !== me.person.id);
  if (others.length === 0) return null;
  return (
    <Section title={w.colleagues} size={4} divided>
      <FactList
        items={others.map(({ person, role, title, department }) => ({
          key: `${person.id} ${role} ${department.id}`,
          label: [roleWords(role, title), department.id !== here.id && department.name]
            .filter(Boolean)
            .join(", "),
          value: person.name,
        }))}
      />
      <p>
        <TextLink href={to.people(here.id)}>{w.toPeople}</TextLink>
      </p>
    </Section>
  );
}
