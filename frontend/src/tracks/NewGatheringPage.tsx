/** Planning a talk, a course or an introduction day, or writing in one that was held. */
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { at } from "./addresses";
import { GatheringFields } from "./GatheringFields";
import {
  add,
  emptyValues,
  type Kind,
  kindOf,
  lacks,
  SLUGS,
  type Tracks,
  useTakeIn,
  useTracks,
  type Values,
} from "./gatherings";
import { g } from "./gatheringTexts";

export function NewGatheringPage() {
  const kind = kindOf(useParams<{ slags: string }>().slags) ?? "talk";
  return <Await query={useTracks()}>{(tracks) => <New key={kind} kind={kind} tracks={tracks} />}</Await>;
}

function New({ kind, tracks }: { kind: Kind; tracks: Tracks }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const attempt = useAttempt();
  const takeIn = useTakeIn(kind);
  const mine = tracks.consultants.some(({ id }) => id === me.person.id) ? me.person.id : "";
  const empty = { ...emptyValues(tracks.homes[0]?.id ?? "", mine), forum: search.get("forum") ?? "" };
  const draft = useDraft<Values>(me.person.id, `gathering-new:${kind}`, empty);
  const save = useSave((values: Values) => add(kind, values, attempt), {
    onSaved: (made) => {
      draft.discard(empty);
      takeIn(made);
      navigate(at.gatherings(SLUGS[kind]));
    },
  });
  return (
    <Page
      title={g.kinds[kind].add}
      crumbs={[
        { href: to.tracks, label: g.tracks },
        { href: at.gatherings(SLUGS[kind]), label: g.kinds[kind].title },
      ]}
      width="text"
    >
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.run(draft.values, lacks(kind, draft.values, me.today));
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          <GatheringFields
            kind={kind}
            tracks={tracks}
            values={draft.values}
            put={draft.put}
            problems={save.problems}
          />
          <ButtonRow>
            <Button kind="filled" type="submit" busy={save.busy}>
              {g.form.save}
            </Button>
            <LinkButton kind="link" href={at.gatherings(SLUGS[kind])}>
              {g.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
