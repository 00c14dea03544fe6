/** Changing an open agreement. */
import { useEffect, useState } from "react";
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
import { Section } from "../ui/Section";
import { AgreementFields, type AgreementValues, agreementLacks, valuesOf } from "./AgreementForm";
import { type Agreement, readAgreement, useAgreement, usePeople, useTakeIn } from "./reading";
import { t } from "./texts";

export function EditAgreementPage() {
  const { id = "" } = useParams();
  return (
    <Await query={useAgreement(id)}>
      {(item) => (item.can.includes("edit") ? <Edit key={item.id} item={item} /> : <NotHere item={item} />)}
    </Await>
  );
}

const crumbsOf = ({ department, id, what }: Agreement) => [
  { href: to.department(department.id), label: department.name },
  { href: to.agreement(id), label: what },
];

function NotHere({ item }: { item: Agreement }) {
  return (
    <Page title={t.form.notHere} lead={t.agreement.notHereText} crumbs={crumbsOf(item)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.agreement(item.id)}>{item.what}</LinkButton>
      </p>
    </Page>
  );
}

/** What is typed, and the version it was typed upon: a draft of yesterday must not overwrite today. */
type EditValues = AgreementValues & { version: number };

function Edit({ item }: { item: Agreement }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [fresh, setFresh] = useState(item);
  const draft = useDraft<EditValues>(me.person.id, `agreement:${item.id}`, {
    ...valuesOf(item),
    version: item.version,
  });
  const save = useSave(
    ({ version, ...values }: EditValues) =>
      ask(
        api.PUT("/api/agreements/{agreement_id}", {
          params: { path: { agreement_id: item.id }, header: ifMatch(version) },
          body: { ...values, trial_action_id: item.trial_action?.id ?? null },
        }),
      ),
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn("agreement", saved);
        navigate(to.agreement(item.id));
      },
    },
  );
  useEffect(() => {
    if (save.conflict) void readAgreement(item.id).then(setFresh);
  }, [save.conflict, item.id]);
  const run = (values: EditValues) => save.run(values, agreementLacks(values, me.today, fresh.due));
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Page title={t.agreement.editTitle} crumbs={crumbsOf(item)} width="text">
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
              theirs={fresh}
              busy={save.busy}
              onChosen={(merged) => {
                const values = { ...merged, version: fresh.version };
                draft.put(values);
                run(values);
              }}
            />
          )}
          <AgreementFields
            department={item.department.id}
            values={draft.values}
            put={draft.put}
            problems={save.problems}
          />
          <ButtonRow>
            <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
              {t.agreement.save}
            </Button>
            <LinkButton kind="link" href={to.agreement(item.id)}>
              {t.form.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

interface BothProps {
  mine: AgreementValues;
  theirs: Agreement;
  busy: boolean;
  onChosen: (merged: AgreementValues) => void;
}

/** Both versions, where two people have changed the same agreement. */
function Both({ mine, theirs, busy, onChosen }: BothProps) {
  const people = usePeople(theirs.department.id).data?.items ?? [];
  const stands = valuesOf(theirs);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  return (
    <Conflict
      busy={busy}
      fields={[
        { name: "what", label: t.agreement.what, mine: mine.what, theirs: stands.what },
        {
          name: "owner_id",
          label: t.agreement.owner,
          mine: nameOf(mine.owner_id),
          theirs: nameOf(stands.owner_id),
        },
        { name: "due", label: t.agreement.due, mine: longDay(mine.due), theirs: longDay(stands.due) },
      ]}
      onChosen={(chosen) => {
        const names = (["what", "owner_id", "due"] as const).filter((name) => chosen[name] === "theirs");
        onChosen({ ...mine, ...Object.fromEntries(names.map((name) => [name, stands[name]])) });
      }}
    />
  );
}
