/** The three tracks of the note, item by item: what was held, what lies ahead, where somebody is missing. */
import type { ReactNode } from "react";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { PrintButton } from "../ui/Sharing";
import { type Column, Table } from "../ui/Table";
import { at } from "./addresses";
import { type Gathering, SLUGS, type Tracks, useTracks } from "./gatherings";
import { g } from "./gatheringTexts";
import { w } from "./tracksTexts";
import { cameWords, useContent, useForumName } from "./trackWords";

type Pack = Schemas["ContentOut"];
type Forum = Tracks["forums"][number];

export function TracksPage() {
  const content = useContent();
  return (
    <Await query={useTracks()}>
      {(tracks) => <Await query={content}>{(pack) => <Shown tracks={tracks} pack={pack} />}</Await>}
    </Await>
  );
}

function Shown({ tracks, pack }: { tracks: Tracks; pack: Pack }) {
  return (
    <Page title={w.title} lead={w.lead} actions={<PrintButton />}>
      {pack.tracks.map((track) => (
        <Section key={track.number} title={w.track(track.number, inLanguage(track.title))} ruled>
          <Rows label={inLanguage(track.title)}>
            {track.items.map((item) => (
              <Item key={item.key} name={item.key} label={inLanguage(item.label)} tracks={tracks} />
            ))}
          </Rows>
          {track.items.some((item) => item.talks_to.length > 0) && <Forums tracks={tracks} />}
        </Section>
      ))}
    </Page>
  );
}

interface Said {
  words: readonly string[];
  links?: readonly { href: string; label: string }[];
}

/** An item of the note in a line or two, and where one goes on. */
function Item({ name, label, tracks }: { name: string; label: string; tracks: Tracks }) {
  const { today } = useSignedIn();
  const said = saidOf(name, tracks, today);
  const links: ReactNode = said.links?.map(({ href, label: words }) => (
    <span key={href} className="track-link">
      <TextLink href={href}>{words}</TextLink>
    </span>
  ));
  return <Row title={label} text={said.words.filter(Boolean).join(" ")} actions={links} />;
}

function saidOf(name: string, tracks: Tracks, today: string): Said {
  const { rollout, roster, leaders } = tracks;
  switch (name) {
    case "trial_actions":
      return ofTrials(tracks);
    case "hr_support":
      return {
        words: [
          w.support(rollout.departments, rollout.in_progress),
          rollout.planned ? w.planned(rollout.planned) : "",
          rollout.help_wanted ? w.wishes(rollout.help_wanted) : "",
        ],
        links: [{ href: to.rollout, label: w.rollout }],
      };
    case "education_doctors":
      return {
        words: [w.doctors],
        links: [{ href: at.gatherings(SLUGS.course), label: w.all.course }],
      };
    case "work_environment":
      return {
        words: [w.ambassadors(roster.ambassadors), w.without(roster.without)],
        links: [{ href: at.ambassadors, label: w.roster }],
      };
    case "course":
      return {
        words: datesOf(tracks.courses, today),
        links: [
          { href: at.newGathering(SLUGS.course), label: g.kinds.course.add },
          { href: at.gatherings(SLUGS.course), label: w.all.course },
          ...materialOf("course", tracks),
        ],
      };
    case "new_leaders":
      return {
        words: [w.leaders(leaders.new), leaders.new ? w.introduced(leaders.introduced) : ""],
        links: [{ href: at.newLeaders, label: w.seeLeaders }],
      };
    case "talks":
      return {
        words: [],
        links: [
          { href: at.newGathering(SLUGS.talk), label: g.kinds.talk.add },
          { href: at.gatherings(SLUGS.talk), label: w.all.talk },
        ],
      };
    case "new_staff":
      return {
        words: datesOf(tracks.introduction_days, today),
        links: [
          { href: at.newGathering(SLUGS.day), label: g.kinds.day.add },
          { href: at.gatherings(SLUGS.day), label: w.all.day },
          ...materialOf("new_staff", tracks),
        ],
      };
    case "intranet":
      return {
        words: [],
        links: [...materialOf("intranet", tracks), { href: to.library, label: w.material.tools }],
      };
    case "material": {
      const links = materialOf("lmu_trio", tracks);
      return { words: [links.length === 0 ? w.material.none : ""], links };
    }
    default:
      return { words: [] };
  }
}

function ofTrials({ trials, homes }: Tracks): Said {
  const links = trials.map(({ id, title }) => ({ href: to.trial(id), label: title }));
  const home = homes[0];
  return {
    words: [trials.length === 0 ? w.trials.none : ""],
    links: links.length === 0 && home ? [{ href: to.newTrial(home.id), label: w.trials.add }] : links,
  };
}

const materialOf = (kind: string, { material }: Tracks) =>
  material
    .filter((one) => one.kind === kind)
    .map(({ id, title, title_en }) => ({
      href: to.material(id),
      label: inLanguage({ da: title, en: title_en ?? title }),
    }));

function datesOf(
  { planned, held }: { planned: Gathering | null; held: Gathering | null },
  today: string,
): string[] {
  const came = held && cameWords(held);
  return [
    planned ? w.next(dayWords(planned, today)) : w.noNext,
    held ? w.last([dayWords(held, today), came].filter(Boolean).join(", ")) : "",
  ];
}

const dayWords = (item: Gathering, today: string): string => {
  const day = shortDay(item.on, today);
  return "for_whom" in item ? `${item.title} ${day}` : day;
};

/** Each forum of the note in its order: the next talk, the last one, and a way to plan one. */
function Forums({ tracks }: { tracks: Tracks }) {
  const { today } = useSignedIn();
  const forumName = useForumName();
  const rows = tracks.forums.filter(({ forum, planned, held }) => forum !== "other" || planned || held);
  const columns: Column<Forum>[] = [
    { key: "forum", title: w.forum, rowTitle: true, cell: ({ forum }) => forumName(forum) },
    {
      key: "planned",
      title: w.nextTalk,
      cell: ({ forum, planned }) =>
        planned ? (
          <TextLink href={at.gathering(SLUGS.talk, planned.id)}>{shortDay(planned.on, today)}</TextLink>
        ) : (
          <span className="no-print">
            <TextLink href={at.newGathering(SLUGS.talk, forum)}>
              {w.plan}
              <span className="visually-hidden">: {w.planOne(forumName(forum))}</span>
            </TextLink>
          </span>
        ),
    },
    {
      key: "held",
      title: w.lastTalk,
      cell: ({ held }) =>
        held ? (
          <>
            <TextLink href={at.gathering(SLUGS.talk, held.id)}>{shortDay(held.on, today)}</TextLink>
            {cameWords(held) && <span className="rollout-note">{cameWords(held)}</span>}
          </>
        ) : (
          <span className="soft">{w.notYet}</span>
        ),
    },
  ];
  return <Table caption={w.forumsCaption} columns={columns} rows={rows} rowKey={({ forum }) => forum} />;
}
