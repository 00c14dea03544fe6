/** An item of the agenda, new or changed: what the committee is asked to do, and why. */
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { bodyOf, EMPTY, ItemFields, type ItemValues, itemLacks, valuesOf } from "./ItemForm";
import { NotKept } from "./NotKept";
import { RemoveItem } from "./RemoveItem";
import { type Item, type Meeting, readMeeting, useMeeting, useTakeIn } from "./reading";
import { m } from "./texts";
import { useFresh } from "./useFresh";
import { asksWords, crumbsOf, nameOf } from "./words";

export function ItemPage() {
  const { id = "", item = "" } = useParams<{ id: string; item: string }>();
  return (
    <Await query={useMeeting(id)}>
      {(meeting) => {
        const found = meeting.items.find((one) => one.id === item);
        if (!meeting.can.includes("edit") || (!found && item !== "nyt")) {
          return <NotKept back={to.meeting(id)} />;
        }
        return found ? <Edit key={item} meeting={meeting} item={found} /> : <New meeting={meeting} />;
      }}
    </Await>
  );
}

const crumbs = (meeting: Meeting) =>
  crumbsOf(meeting, { href: to.meeting(meeting.id), label: nameOf(meeting) });

function New({ meeting }: { meeting: Meeting }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const draft = useDraft<ItemValues>(me.person.id, `meeting-item-new:${meeting.id}`, EMPTY);
  const save = useSave(
    (values: ItemValues) => {
      const body = bodyOf(values);
      return ask(
        api.POST("/api/meetings/{meeting_id}/items", {
          params: { path: { meeting_id: meeting.id }, header: attempt(body) },
          body,
        }),
      );
    },
    {
      onSaved: (fresh) => {
        draft.saved();
        takeIn(fresh);
        navigate(to.meeting(meeting.id));
      },
    },
  );
  return (
    <Page title={f.itemNew} crumbs={crumbs(meeting)} width="text">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values, itemLacks(draft.values));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        <ItemFields
          committee={meeting.committee}
          values={draft.values}
          put={draft.put}
          problems={save.problems}
        />
        <Acts meeting={meeting} busy={save.busy} />
      </form>
    </Page>
  );
}

function Acts({ meeting, busy, torn = false }: { meeting: Meeting; busy: boolean; torn?: boolean }) {
  return (
    <ButtonRow>
      <Button kind={torn ? "outline" : "filled"} type="submit" busy={busy}>
        {f.save}
      </Button>
      <LinkButton kind="link" href={to.meeting(meeting.id)}>
        {f.back}
      </LinkButton>
    </ButtonRow>
  );
}

type Values = ItemValues & { version: number };

function Edit({ meeting, item }: { meeting: Meeting; item: Item }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [first] = useState(item);
  const draft = useDraft<Values>(me.person.id, `meeting-item:${item.id}`, {
    ...valuesOf(first),
    version: first.version,
  });
  const save = useSave(
    ({ version, ...values }: Values) =>
      ask(
        api.PUT("/api/meetings/{meeting_id}/items/{item_id}", {
          params: { path: { meeting_id: meeting.id, item_id: item.id }, header: ifMatch(version) },
          body: bodyOf(values),
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
  const fresh = useFresh(save.conflict, first, async () => {
    const stands = await readMeeting(meeting.id);
    return stands.items.find(({ id }) => id === item.id) ?? first;
  });
  const torn = save.conflict && fresh.version !== draft.values.version;
  const run = (values: Values) => save.run(values, itemLacks(values));
  return (
    <Page title={f.itemEdit} crumbs={crumbs(meeting)} width="text">
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
            meeting={meeting}
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
        <ItemFields
          committee={meeting.committee}
          values={draft.values}
          put={draft.put}
          problems={save.problems}
        />
        <Acts meeting={meeting} busy={save.busy} torn={torn} />
      </form>
      {!item.decision && <RemoveItem meeting={meeting} item={item} />}
    </Page>
  );
}

interface BothProps {
  meeting: Meeting;
  mine: ItemValues;
  theirs: ItemValues;
  busy: boolean;
  onChosen: (merged: ItemValues) => void;
}

function Both({ meeting, mine, theirs, busy, onChosen }: BothProps) {
  const asks = ({ asks: which }: ItemValues) => (which ? asksWords(meeting.committee, { asks: which }) : "");
  return (
    <Conflict
      busy={busy}
      fields={[
        { name: "title", label: f.title, mine: mine.title, theirs: theirs.title },
        { name: "asks", label: f.asks[meeting.committee], mine: asks(mine), theirs: asks(theirs) },
        {
          name: "recommendation",
          label: m.recommends[meeting.committee],
          mine: mine.recommendation,
          theirs: theirs.recommendation,
        },
        { name: "account", label: f.account, mine: mine.account, theirs: theirs.account },
      ]}
      onChosen={(chosen) => {
        const merged: ItemValues = { ...mine };
        if (chosen.asks === "theirs") merged.asks = theirs.asks;
        for (const name of ["title", "recommendation", "account"] as const) {
          if (chosen[name] === "theirs") merged[name] = theirs[name];
        }
        onChosen(merged);
      }}
    />
  );
}
