/** A committee's meetings: the next ones first, then those that were held with their decisions. */
import type { ReactNode } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { capital, longDay } from "../dates";
import { SinceLmu } from "../overview/parts";
import { to } from "../paths";
import { Tag } from "../ui/Badge";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { MOST, SaveList } from "../ui/SaveList";
import { Section } from "../ui/Section";
import { ShowMore } from "../ui/Waiting";
import { type MeetingBrief, type Place, readMeetings, useMeetings } from "./reading";
import { savedColumns } from "./savedColumns";
import { m } from "./texts";
import { crumbsOf, nameOf } from "./words";

export function MeetingsPage() {
  const { id } = useParams<{ id?: string }>();
  const query = useMeetings(id);
  return (
    <Await query={query}>
      {({ pages }) => {
        const place = pages[0]?.place;
        if (!place) return <Page title={m.meetingsOf.hmu()} lead={m.notYours} width="text" />;
        const meetings = pages.flatMap((page) => page.items);
        return (
          <Shown place={place} meetings={meetings}>
            <SaveList
              title={m.meetingsOf[place.committee](place.department.name)}
              rows={meetings}
              columns={savedColumns}
              rest={query.hasNextPage && ((cursor) => readMeetings(id, cursor, MOST))}
            />
            {query.hasNextPage && (
              <ShowMore onClick={() => query.fetchNextPage()} busy={query.isFetchingNextPage} />
            )}
          </Shown>
        );
      }}
    </Await>
  );
}

interface Props {
  place: Place;
  meetings: readonly MeetingBrief[];
  children: ReactNode;
}

function Shown({ place, meetings, children }: Props) {
  const me = useSignedIn();
  const { committee, department, can } = place;
  const plans = can.includes("plan");
  const coming = meetings.filter(({ on, state }) => state === "planned" && on >= me.today).reverse();
  const past = meetings.filter((one) => !coming.includes(one));
  const plan = (
    <LinkButton kind="filled" href={to.newMeeting(department.id)}>
      {m.plan}
    </LinkButton>
  );
  return (
    <Page
      title={m.meetingsOf[committee](department.name)}
      lead={m.lead[committee]}
      crumbs={crumbsOf(place).slice(0, 1)}
      current={m.meetings}
      actions={plans && meetings.length > 0 ? plan : undefined}
    >
      {meetings.length === 0 && (
        <Empty title={m.none} level={2} action={plans ? plan : undefined}>
          {plans ? m.noneText : m.noneRead}
        </Empty>
      )}
      {coming.length > 0 && (
        <Section title={coming.length === 1 ? m.coming : m.comingMore} ruled>
          <Lines meetings={coming} />
        </Section>
      )}
      {committee === "lmu" && <SinceLmu id={department.id} />}
      {past.length > 0 && (
        <Section title={m.held} ruled>
          <Lines meetings={past} keeps={plans} />
        </Section>
      )}
      {children}
      <p className="section section--tight no-print">
        <TextLink href={to.yearly(department.id)}>{m.yearly}</TextLink>{" "}
        <TextLink href={to.papers(committee === "lmu" ? department.id : undefined)}>{m.papers}</TextLink>
      </p>
    </Page>
  );
}

function Lines({ meetings, keeps = false }: { meetings: readonly MeetingBrief[]; keeps?: boolean }) {
  return (
    <Rows>
      {meetings.map((one) => (
        <Row
          key={one.id}
          title={nameOf(one)}
          href={to.meeting(one.id)}
          text={told(one)}
          meta={one.papers_as_of ? m.asOf(longDay(one.papers_as_of)) : null}
          side={one.asked && keeps ? <Asked meeting={one} /> : <Tag>{m.state[one.state]}</Tag>}
        />
      ))}
    </Rows>
  );
}

const told = ({ items, decided, state }: MeetingBrief): string =>
  [capital(m.items(items)), state === "held" ? m.decided(decided, items) : ""].filter(Boolean).join(". ") +
  ".";

function Asked({ meeting }: { meeting: MeetingBrief }) {
  return <LinkButton href={to.decisions(meeting.id)}>{m.writeDecisions}</LinkButton>;
}
