/** A meeting: the last decisions on top, then its agenda with what was decided. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { to } from "../paths";
import { Tag } from "../ui/Badge";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { FactList } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { PrintButton } from "../ui/Sharing";
import { Agenda } from "./Agenda";
import { MeetingMoves } from "./MeetingMoves";
import { type Meeting, useMeeting } from "./reading";
import { m } from "./texts";
import { crumbsOf, nameOf } from "./words";

export function MeetingPage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useMeeting(id)}>{(meeting) => <Shown key={meeting.id} meeting={meeting} />}</Await>;
}

function Shown({ meeting }: { meeting: Meeting }) {
  const me = useSignedIn();
  const { can, items, on } = meeting;
  const asked = can.includes("decide") && on < me.today && items.some((item) => !item.decision);
  return (
    <Page
      title={nameOf(meeting)}
      crumbs={crumbsOf(meeting)}
      badge={<Tag>{m.state[meeting.state]}</Tag>}
      meta={aboutPapers(meeting)}
      lead={meeting.note}
      actions={can.length === 0 ? <PrintButton /> : undefined}
      width="text"
    >
      {asked && (
        <Section tight>
          <Panel tone="tint" title={m.asked}>
            <LinkButton kind="filled" href={to.decisions(meeting.id)}>
              {m.writeDecisions}
            </LinkButton>
          </Panel>
        </Section>
      )}
      {meeting.former && <Former former={meeting.former} />}
      <Section
        title={m.agenda}
        ruled
        actions={
          can.includes("edit") && items.length > 0 ? (
            <LinkButton
              kind={asked || on < me.today ? "outline" : "filled"}
              href={to.newMeetingItem(meeting.id)}
            >
              {m.addItem}
            </LinkButton>
          ) : undefined
        }
      >
        {items.length === 0 ? <NoItems meeting={meeting} /> : <Agenda meeting={meeting} />}
      </Section>
      <MeetingMoves meeting={meeting} asked={asked} />
    </Page>
  );
}

function aboutPapers({ papers_as_of, since }: Meeting): string {
  const asOf = papers_as_of ? m.asOf(longDay(papers_as_of)) : m.noAsOf;
  return `${asOf} ${since ? m.since(longDay(since)) : m.first}`;
}

function NoItems({ meeting }: { meeting: Meeting }) {
  const keeps = meeting.can.includes("edit");
  return (
    <Empty
      title={m.noItems}
      action={
        keeps ? (
          <LinkButton kind="filled" href={to.newMeetingItem(meeting.id)}>
            {m.addItem}
          </LinkButton>
        ) : undefined
      }
    >
      {keeps && m.noItemsText}
    </Empty>
  );
}

/** What was decided last time stands on top: the committee begins where it ended. */
function Former({ former }: { former: NonNullable<Meeting["former"]> }) {
  return (
    <Section
      title={m.former(longDay(former.on))}
      size={3}
      actions={<TextLink href={to.meeting(former.id)}>{m.toFormer}</TextLink>}
      ruled
    >
      {former.items.length === 0 ? (
        <p className="soft">{m.formerNone}</p>
      ) : (
        <FactList items={former.items.map(({ title, decision }) => ({ label: title, value: decision }))} />
      )}
    </Section>
  );
}
