/** One talk, course or introduction day: corrected, written in when it was held, called off. */
import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { Tell } from "../experiences/parts";
import { to } from "../paths";
import { useSave } from "../save";
import { t as frame } from "../shell/texts";
import { Button, ButtonRow, LinkButton, TextLink } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { type Fact, Facts } from "../ui/Rows";
import { Section } from "../ui/Section";
import { at } from "./addresses";
import { GatheringFields } from "./GatheringFields";
import {
  cancel,
  change,
  type Gathering,
  type Kind,
  kindOf,
  lacks,
  readGathering,
  SLUGS,
  type Tracks,
  useGathering,
  useTakeIn,
  useTracks,
  type Values,
  valuesOf,
} from "./gatherings";
import { g } from "./gatheringTexts";
import { cameWords, daysOf, titleOf, useForumName } from "./trackWords";

export function GatheringPage() {
  const { slags, id = "" } = useParams<{ slags: string; id: string }>();
  const kind = kindOf(slags) ?? "talk";
  return <Kept kind={kind} id={id} />;
}

function Kept({ kind, id }: { kind: Kind; id: string }) {
  const tracks = useTracks();
  return (
    <Await query={useGathering(kind, id)}>
      {(item) => (
        <Await query={tracks}>{(found) => <One key={id} kind={kind} item={item} tracks={found} />}</Await>
      )}
    </Await>
  );
}

interface OneProps {
  kind: Kind;
  item: Gathering;
  tracks: Tracks;
}

function One({ kind, item, tracks }: OneProps) {
  const forumName = useForumName();
  const [dropping, setDropping] = useState(false);
  const edits = item.can.includes("edit");
  // What was learned on a course is told by HR at the node where HR holds its role.
  const ours = tracks.homes.some((home) => home.id === item.department.id);
  return (
    <Page
      title={titleOf(kind, item, forumName)}
      over={g.kinds[kind].one}
      crumbs={[
        { href: to.tracks, label: g.tracks },
        { href: at.gatherings(SLUGS[kind]), label: g.kinds[kind].title },
      ]}
      meta={`${g[item.state]} ${daysOf(item)}.`}
      width="text"
    >
      {!edits && <Ended item={item} />}
      {edits && !dropping && <Edit kind={kind} item={item} tracks={tracks} />}
      {kind === "course" && item.state === "held" && ours && (
        <Tell department={item.department.id} origin="course" id={item.id} />
      )}
      {dropping && <Drop kind={kind} item={item} onKeep={() => setDropping(false)} />}
      {!dropping && item.can.includes("cancel") && (
        <p className="section section--tight no-print">
          <Button kind="link" onClick={() => setDropping(true)}>
            {g.drop.act}
          </Button>
        </p>
      )}
      <p className="section section--tight no-print">
        <TextLink href={to.recordHistory(item.id)}>{frame.history}</TextLink>
      </p>
    </Page>
  );
}

function Ended({ item }: { item: Gathering }) {
  const facts: Fact[] = [];
  const holder = "held_by" in item ? item.held_by : null;
  if (item.reason) facts.push({ label: g.cancelled, value: item.reason });
  if (cameWords(item)) facts.push({ label: g.held, value: cameWords(item) });
  if (holder) facts.push({ label: g.form.holder, value: holder.name });
  if (item.note) facts.push({ label: g.form.note, value: item.note });
  return (
    <Section tight>
      <Facts items={facts} />
    </Section>
  );
}

/** What is typed, and the version it was typed upon. */
type EditValues = Values & { version: number };

function Edit({ kind, item, tracks }: OneProps) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn(kind);
  const [fresh, setFresh] = useState(item);
  const started = { ...valuesOf(item), version: item.version };
  const draft = useDraft<EditValues>(me.person.id, `gathering:${item.id}`, started);
  const save = useSave(({ version, ...values }: EditValues) => change(kind, item.id, values, version), {
    onSaved: (saved) => {
      draft.saved();
      takeIn(saved);
      navigate(at.gatherings(SLUGS[kind]));
    },
  });
  useEffect(() => {
    if (save.conflict) void readGathering(kind, item.id).then(setFresh);
  }, [save.conflict, kind, item.id]);
  const run = (values: EditValues) => save.run(values, lacks(kind, values, me.today, fresh));
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Section tight>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run(draft.values);
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        {torn && (
          <Both
            mine={draft.values}
            theirs={valuesOf(fresh)}
            busy={save.busy}
            onChosen={(merged) => {
              const values = { ...merged, version: fresh.version };
              draft.put(values);
              run(values);
            }}
          />
        )}
        {"holder_left" in item && item.holder_left && item.held_by && (
          <p className="field">{g.holderLeft(item.held_by.name)}</p>
        )}
        <GatheringFields
          kind={kind}
          tracks={{ ...tracks, homes: [] }}
          values={draft.values}
          put={draft.put}
          problems={save.problems}
        />
        <ButtonRow>
          <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
            {g.form.save}
          </Button>
          <LinkButton kind="link" href={at.gatherings(SLUGS[kind])}>
            {g.form.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </Section>
  );
}

interface BothProps {
  mine: Values;
  theirs: Values;
  busy: boolean;
  onChosen: (merged: Values) => void;
}

/** Both versions, where two people have changed the same one. */
function Both({ mine, theirs, busy, onChosen }: BothProps) {
  const forumName = useForumName();
  const names = ["forum", "title", "state", "on", "until", "invited", "came", "note"] as const;
  const labels: Record<(typeof names)[number], string> = {
    forum: g.form.forum,
    title: g.form.title,
    state: g.form.state,
    on: g.form.on,
    until: g.form.until,
    invited: g.form.invited,
    came: g.form.came,
    note: g.form.note,
  };
  const words = (values: Values): Record<(typeof names)[number], string> => ({
    ...values,
    forum: values.forum && forumName(values.forum),
    state: g.form[values.state],
    on: longDay(values.on),
    until: values.until && longDay(values.until),
  });
  return (
    <Conflict
      busy={busy}
      fields={names.map((name) => ({
        name,
        label: labels[name],
        mine: words(mine)[name],
        theirs: words(theirs)[name],
      }))}
      onChosen={(chosen) => {
        const theirsNow = names.filter((name) => chosen[name] === "theirs");
        onChosen({ ...mine, ...Object.fromEntries(theirsNow.map((name) => [name, theirs[name]])) });
      }}
    />
  );
}

function Drop({ kind, item, onKeep }: { kind: Kind; item: Gathering; onKeep: () => void }) {
  const [reason, setReason] = useState("");
  const [, navigate] = useLocation();
  const takeIn = useTakeIn(kind);
  const save = useSave((words: string) => cancel(kind, item.id, words, item.version), {
    onSaved: (fresh) => {
      takeIn(fresh);
      navigate(at.gatherings(SLUGS[kind]));
    },
  });
  return (
    <Section title={g.drop.title} size={3} lead={g.drop.text}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(reason, reason.trim() ? [] : [{ field: "reason", words: g.drop.reason }]);
        }}
      >
        <ErrorSummary problems={save.problems} />
        <TextArea
          name="reason"
          label={g.drop.reason}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={wordsFor(save.problems, "reason")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {g.drop.act}
          </Button>
          <Button kind="link" onClick={onKeep}>
            {g.drop.keep}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
