/** What was decided, item by item, on one page: the day after the meeting, in a few minutes. */
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { NotKept } from "./NotKept";
import { type Item, type Meeting, readMeeting, useMeeting, useTakeIn } from "./reading";
import { m } from "./texts";
import { useFresh } from "./useFresh";
import { asksWords, crumbsOf, nameOf } from "./words";

export function DecisionsPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useMeeting(id)}>
      {(meeting) =>
        meeting.can.includes("decide") ? (
          <Decisions key={id} meeting={meeting} />
        ) : (
          <NotKept back={to.meeting(id)} />
        )
      }
    </Await>
  );
}

/** By item id, and the version they were typed upon. */
interface Values {
  said: Record<string, string>;
  version: number;
}

const saidIn = (items: readonly Item[]): Record<string, string> =>
  Object.fromEntries(items.map(({ id, decision }) => [id, decision ?? ""]));

function Decisions({ meeting }: { meeting: Meeting }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [first] = useState(meeting);
  const draft = useDraft<Values>(me.person.id, `decisions:${meeting.id}`, {
    said: saidIn(first.items),
    version: first.version,
  });
  const save = useSave(
    ({ said, version }: Values) =>
      ask(
        api.PUT("/api/meetings/{meeting_id}/decisions", {
          params: { path: { meeting_id: meeting.id }, header: ifMatch(version) },
          body: {
            decisions: meeting.items.map(({ id }) => ({ item_id: id, decision: said[id]?.trim() || null })),
          },
        }),
      ),
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn(saved);
        navigate(to.meeting(saved.id));
      },
    },
  );
  const fresh = useFresh(save.conflict, first, () => readMeeting(meeting.id));
  const { said, version } = draft.values;
  const torn = save.conflict && fresh.version !== version;
  const write = (id: string, words: string) => draft.put({ said: { ...said, [id]: words } });
  const stands = saidIn(fresh.items);
  return (
    <Page
      title={f.decisionsTitle}
      lead={meeting.items.length > 0 ? f.decisionsLead : f.noItems}
      meta={meeting.state === "planned" ? f.decisionsHeld : undefined}
      crumbs={crumbsOf(meeting, { href: to.meeting(meeting.id), label: nameOf(meeting) })}
      width="text"
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values);
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        {torn && (
          <Conflict
            busy={save.busy}
            fields={meeting.items.map(({ id, title }) => ({
              name: id,
              label: title,
              mine: said[id] ?? "",
              theirs: stands[id] ?? "",
            }))}
            onChosen={(chosen) => {
              const merged = { ...said };
              for (const id of Object.keys(stands)) {
                if (chosen[id] === "theirs") merged[id] = stands[id] ?? "";
              }
              const values = { said: merged, version: fresh.version };
              draft.put(values);
              save.run(values);
            }}
          />
        )}
        {meeting.items.map((item, index) => (
          <One
            key={item.id}
            item={item}
            committee={meeting.committee}
            label={f.decisionFor(index + 1, item.title)}
            asks={asksWords(meeting.committee, item)}
            words={said[item.id] ?? ""}
            onWrite={(words) => write(item.id, words)}
          />
        ))}
        <ButtonRow>
          <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
            {f.save}
          </Button>
          <LinkButton kind="link" href={to.meeting(meeting.id)}>
            {f.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </Page>
  );
}

interface OneProps {
  item: Item;
  committee: Meeting["committee"];
  label: string;
  asks: string;
  words: string;
  onWrite: (words: string) => void;
}

function One({ item, committee, label, asks, words, onWrite }: OneProps) {
  const hint = item.recommendation ? `${m.recommends[committee]} ${item.recommendation}` : asks;
  return (
    <TextArea
      name={`decision-${item.id}`}
      label={label}
      labelSize="h3"
      hint={hint}
      rows={2}
      maxLength={2000}
      value={words}
      onChange={onWrite}
    />
  );
}
