/** A meeting is planned, or entered after it was held. */
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { bodyOf, EMPTY, MeetingFields, type MeetingValues, meetingLacks } from "./MeetingForm";
import { NotKept } from "./NotKept";
import { type Place, useMeetings, useTakeIn } from "./reading";
import { crumbsOf, meetingsOf } from "./words";

export function NewMeetingPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useMeetings(id)}>
      {({ pages }) => {
        const place = pages[0]?.place;
        return place?.can.includes("plan") ? <New place={place} /> : <NotKept back={to.department(id)} />;
      }}
    </Await>
  );
}

function New({ place }: { place: Place }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const draft = useDraft<MeetingValues>(me.person.id, `meeting-new:${place.department.id}`, EMPTY);
  const save = useSave(
    (values: MeetingValues) => {
      const body = { ...bodyOf(values), department_id: place.department.id };
      return ask(api.POST("/api/meetings", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (made) => {
        draft.saved();
        takeIn(made);
        navigate(to.meeting(made.id));
      },
    },
  );
  return (
    <Page title={f.planTitle[place.committee]} lead={f.planLead} crumbs={crumbsOf(place)} width="text">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values, meetingLacks(draft.values));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        <MeetingFields values={draft.values} put={draft.put} problems={save.problems} />
        <ButtonRow>
          <Button kind="filled" type="submit" busy={save.busy}>
            {f.save}
          </Button>
          <LinkButton kind="link" href={meetingsOf(place)}>
            {f.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </Page>
  );
}
