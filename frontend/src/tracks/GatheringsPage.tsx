/** All talks, all courses, or all introduction days: what is planned, and what was held. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { aDay, type ListColumn, MOST, SaveList } from "../ui/SaveList";
import { Section } from "../ui/Section";
import { Loading, ShowMore } from "../ui/Waiting";
import { at } from "./addresses";
import { type Gathering, type Kind, kindOf, readPage, SLUGS, useGatherings, useTracks } from "./gatherings";
import { g } from "./gatheringTexts";
import { cameWords, daysOf, titleOf, useForumName } from "./trackWords";

export function GatheringsPage() {
  const kind = kindOf(useParams<{ slags: string }>().slags) ?? "talk";
  return <Await query={useTracks()}>{() => <All key={kind} kind={kind} />}</Await>;
}

function All({ kind }: { kind: Kind }) {
  return (
    <Page
      title={g.kinds[kind].title}
      lead={g.lead[kind]}
      crumbs={[{ href: to.tracks, label: g.tracks }]}
      actions={
        <LinkButton kind="filled" href={at.newGathering(SLUGS[kind])}>
          {g.kinds[kind].add}
        </LinkButton>
      }
    >
      <InState kind={kind} state="planned" empty={g.nothingPlanned} />
      <InState kind={kind} state="held" empty={g.nothingHeld} />
      <InState kind={kind} state="cancelled" />
    </Page>
  );
}

/** Those of one state; a heading over nothing is only shown where there are words for it. */
function InState({ kind, state, empty }: { kind: Kind; state: Gathering["state"]; empty?: string }) {
  const forumName = useForumName();
  const pages = useGatherings(kind, state);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !empty) return null;
  return (
    <Section
      title={g[state]}
      ruled
      actions={
        <SaveList
          title={`${g.kinds[kind].title} ${g[state]}`}
          rows={items}
          columns={savedOf(kind, forumName)}
          rest={pages.hasNextPage && ((cursor) => readPage(kind, state, cursor, MOST))}
        />
      }
    >
      {pages.isPending ? <Loading /> : items.length === 0 ? <p className="soft">{empty}</p> : null}
      {items.length > 0 && (
        <Rows label={g[state]}>
          {items.map((item) => (
            <OneRow key={item.id} kind={kind} item={item} />
          ))}
        </Rows>
      )}
      {pages.hasNextPage && (
        <ShowMore onClick={() => void pages.fetchNextPage()} busy={pages.isFetchingNextPage} />
      )}
    </Section>
  );
}

const savedOf = (kind: Kind, forumName: (forum: string) => string): ListColumn<Gathering>[] => [
  { title: g.kinds[kind].one, cell: (item) => titleOf(kind, item, forumName) },
  { title: g.form.on, cell: ({ on }) => aDay(on) },
  ...(kind === "day"
    ? [{ title: g.form.invited, cell: (item: Gathering) => ("invited" in item ? item.invited : null) }]
    : [
        {
          title: g.form.holder,
          cell: (item: Gathering) => ("held_by" in item ? (item.held_by?.name ?? null) : null),
        },
      ]),
  { title: g.form.came, cell: ({ came }) => came },
  { title: g.form.note, cell: ({ note, reason }) => note ?? reason },
];

function OneRow({ kind, item }: { kind: Kind; item: Gathering }) {
  const me = useSignedIn();
  const forumName = useForumName();
  const waits = item.state === "planned" && item.on < me.today;
  const words = [
    kind === "day" ? "" : daysOf(item),
    "for_whom" in item ? g.forWhom[item.for_whom] : "",
    cameWords(item),
    holderWords(item),
  ].filter(Boolean);
  return (
    <Row
      title={titleOf(kind, item, forumName)}
      href={at.gathering(SLUGS[kind], item.id)}
      {...(waits ? { text: g.waits } : item.reason ? { text: item.reason } : {})}
      meta={words.join(" · ")}
    />
  );
}

function holderWords(item: Gathering): string {
  if (!("held_by" in item) || !item.held_by) return "";
  if (item.holder_left) return g.holderLeft(item.held_by.name);
  return item.state === "held" ? g.holderThen(item.held_by.name) : g.holder(item.held_by.name);
}
