/** The front page of every role: what needs me now, my departments, what I have promised. */
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { type Me, may, useSignedIn } from "../api/session";
import { greeting, shortDay, weekdayLong } from "../dates";
import { to } from "../paths";
import { t as frame } from "../shell/texts";
import { Arriving } from "../ui/arriving";
import { Badge, type TrialState } from "../ui/Badge";
import { LinkButton, TextLink } from "../ui/Button";
import { DueList } from "../ui/Due";
import { Empty } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { DueLine } from "./DueLine";
import { home } from "./homeTexts";
import { MyDepartments } from "./MyDepartments";

/** Beside the first load: it sends what waits on this device, and says something only where something waits. */
const WaitingFollowUps = lazy(
  (): Promise<{ default: ComponentType<{ person: string }> }> =>
    import("../followups/waiting/parts").then(
      (parts) => ({ default: parts.WaitingFollowUps }),
      () => ({ default: () => null }),
    ),
);

/** Beside the first load too: what one is told when people change. */
const Told = lazy(() => import("../accounts/told/parts").then((parts) => ({ default: parts.Told })));

export type Mine = Schemas["Mine"];
export type Due = Schemas["Due"];

export function HomePage() {
  const me = useSignedIn();
  const query = useQuery({ queryKey: ["mine"], queryFn: () => ask(api.GET("/api/overview/mine")) });
  return <Await query={query}>{(mine) => <Home me={me} mine={mine} />}</Await>;
}

/** Things whose day has come, and things that only come up. */
const isDue = (due: Due, today: string): boolean => due.date <= today;

function leadOf(mine: Mine): string {
  const now = mine.due.filter((due) => isDue(due, mine.today)).length;
  if (now > 0) return home.waiting(now);
  return mine.due.length > 0 ? home.coming(mine.due.length) : home.nothing;
}

function Home({ me, mine }: { me: Me; mine: Mine }) {
  const first = me.person.name.split(" ")[0] ?? me.person.name;
  const promised = mine.trials.length + mine.agreements.length > 0;
  return (
    <Page title={home.hello(greeting(), first)} over={weekdayCapital(mine.today)} lead={leadOf(mine)}>
      <Suspense fallback={<Arriving />}>
        <WaitingFollowUps person={me.person.id} />
        {(me.welcome || mine.unowned.length + mine.handed_to_me.length + mine.borrowed.length > 0) && (
          <Told me={me} mine={mine} />
        )}
      </Suspense>
      <Columns aside={<Aside me={me} mine={mine} />}>
        <DueParts me={me} mine={mine} />
        <MyDepartments mine={mine} />
        {promised && <Promised mine={mine} />}
      </Columns>
    </Page>
  );
}

const weekdayCapital = (day: string): string => {
  const words = weekdayLong(day);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function DueParts({ me, mine }: { me: Me; mine: Mine }) {
  const now = mine.due.filter((due) => isDue(due, mine.today));
  const ahead = mine.due.filter((due) => !isDue(due, mine.today));
  if (mine.due.length === 0) {
    if (!may(me, "read")) return <Committee me={me} />;
    return (
      <Section title={home.now}>
        <Empty title={home.nothing}>{home.nothingYet}</Empty>
      </Section>
    );
  }
  return (
    <>
      {now.length > 0 && (
        <Section title={home.now}>
          <DueList>
            {now.map((due, index) => (
              <DueLine key={due.kind + due.id} due={due} today={mine.today} first={index === 0} />
            ))}
          </DueList>
        </Section>
      )}
      {ahead.length > 0 && (
        <Section title={home.ahead}>
          <DueList>
            {ahead.map((due) => (
              <DueLine key={due.kind + due.id} due={due} today={mine.today} first={false} />
            ))}
          </DueList>
        </Section>
      )}
      {may(me, "record") && me.home && (
        <p className="section__act">
          <TextLink href={to.logFollowUp(me.home.id)}>{home.other}</TextLink>
        </p>
      )}
    </>
  );
}

/** Who reads no plans has the overview, or the administration, as the commonest act. */
function Committee({ me }: { me: Me }) {
  const overview = may(me, "read_overview");
  return (
    <Section title={overview ? frame.nav.overview : frame.nav.administration}>
      <p className="lead">{overview ? home.hmuLead : home.admin}</p>
      <p className="section section--tight">
        <LinkButton kind="filled" href={overview ? to.overview : to.administration}>
          {overview ? home.toOverview : home.toAdministration}
        </LinkButton>
      </p>
    </Section>
  );
}

function Aside({ me, mine }: { me: Me; mine: Mine }) {
  if (!me.home) return null;
  const several = mine.departments.length > 1;
  return (
    <>
      <Section title={home.hmu} level={2} size={4}>
        <p className="soft">{several ? home.hmuTexts : home.hmuText}</p>
        <p>
          <TextLink href={to.department(me.home.id)}>{home.hmu}</TextLink>
        </p>
      </Section>
      {may(me, "suggest") && (
        <Section title={home.idea} level={2} size={4}>
          <p className="soft">{home.ideaText}</p>
          <p>
            <LinkButton href={to.newTrial(me.home.id)}>{home.suggest}</LinkButton>
          </p>
        </Section>
      )}
    </>
  );
}

function Promised({ mine }: { mine: Mine }) {
  return (
    <Section title={home.mine}>
      <Rows label={home.mine}>
        {mine.trials.map((trial) => (
          <Row
            key={trial.id}
            title={trial.title}
            href={to.trial(trial.id)}
            meta={trial.department.name}
            side={<Badge state={trial.state as TrialState} />}
            sideFirst
          />
        ))}
        {mine.agreements.map((agreement) => (
          <Row
            key={agreement.id}
            title={agreement.what}
            href={to.agreement(agreement.id)}
            meta={`${agreement.department.name}. ${home.agreed(shortDay(agreement.due))}.`}
          />
        ))}
      </Rows>
    </Section>
  );
}
