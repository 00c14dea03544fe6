/** The meeting's day, or the day its papers are as of, has changed. */
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { bodyOf, MeetingFields, type MeetingValues, meetingLacks, valuesOf } from "./MeetingForm";
import { NotKept } from "./NotKept";
import { type Meeting, readMeeting, useMeeting, useTakeIn } from "./reading";
import { useFresh } from "./useFresh";
import { crumbsOf, nameOf } from "./words";

export function EditMeetingPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useMeeting(id)}>
      {(meeting) =>
        meeting.can.includes("edit") ? <Edit key={id} meeting={meeting} /> : <NotKept back={to.meeting(id)} />
      }
    </Await>
  );
}

/** What is typed, and the version it was typed upon. */
type Values = MeetingValues & { version: number };

function Edit({ meeting }: { meeting: Meeting }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [first] = useState(meeting);
  const draft = useDraft<Values>(me.person.id, `meeting:${meeting.id}`, {
    ...valuesOf(first),
    version: first.version,
  });
  const save = useSave(
    ({ version, ...values }: Values) =>
      ask(
        api.PUT("/api/meetings/{meeting_id}", {
          params: { path: { meeting_id: meeting.id }, header: ifMatch(version) },
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
  const fresh = useFresh(save.conflict, first, () => readMeeting(meeting.id));
  const torn = save.conflict && fresh.version !== draft.values.version;
  const run = (values: Values) => save.run(values, meetingLacks(values));
  const stands = valuesOf(fresh);
  const day = (value: string) => (value ? longDay(value) : "");
  return (
    <Page
      title={f.editTitle}
      crumbs={crumbsOf(meeting, { href: to.meeting(meeting.id), label: nameOf(meeting) })}
      width="text"
    >
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
          <Conflict
            busy={save.busy}
            fields={[
              { name: "on", label: f.on, mine: day(draft.values.on), theirs: day(stands.on) },
              {
                name: "papers_as_of",
                label: f.papersAsOf,
                mine: day(draft.values.papers_as_of),
                theirs: day(stands.papers_as_of),
              },
              { name: "note", label: f.note, mine: draft.values.note, theirs: stands.note },
            ]}
            onChosen={(chosen) => {
              const merged = { ...draft.values, version: fresh.version };
              for (const name of ["on", "papers_as_of", "note"] as const) {
                if (chosen[name] === "theirs") merged[name] = stands[name];
              }
              draft.put(merged);
              run(merged);
            }}
          />
        )}
        <MeetingFields values={draft.values} put={draft.put} problems={save.problems} />
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
