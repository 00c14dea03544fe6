/** Changing what a role is called and its days; two who change it at once see both. */
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Section } from "../ui/Section";
import { p } from "./peopleTexts";
import { type Dates, DatesFields, datesLack } from "./RoleFields";
import { type Person, type RoleLine, readPerson, useTakeIn } from "./reading";

const valuesOf = ({ title, valid_from, valid_to }: RoleLine): Dates => ({
  title: title ?? "",
  valid_from: valid_from ?? "",
  valid_to: valid_to ?? "",
});

/** As the API takes it: what is empty is nothing. */
export const bodyOf = ({ title, valid_from, valid_to }: Dates) => ({
  title: title.trim() || null,
  valid_from: valid_from || null,
  valid_to: valid_to || null,
});

/** What is typed, and the version it was typed upon: a draft of yesterday must not overwrite today. */
type Values = Dates & { version: number };

interface Props {
  person: Person;
  held: RoleLine;
  back: string;
}

export function RoleForm({ person, held, back }: Props) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const [fresh, setFresh] = useState(held);
  const draft = useDraft<Values>(me.person.id, `role:${held.id}`, {
    ...valuesOf(held),
    version: held.version,
  });
  const save = useSave(
    ({ version, ...dates }: Values) =>
      ask(
        api.PUT("/api/roles/{role_id}", {
          params: { path: { role_id: held.id }, header: ifMatch(version) },
          body: bodyOf(dates),
        }),
      ),
    {
      onSaved: () => {
        draft.saved();
        takeIn();
        navigate(back);
      },
    },
  );
  useEffect(() => {
    if (!save.conflict) return;
    void readPerson(person.id).then(({ roles }) => {
      const now = roles.find(({ id }) => id === held.id);
      if (now) setFresh(now);
    });
  }, [save.conflict, person.id, held.id]);
  const torn = save.conflict && fresh.version !== draft.values.version;
  const stands = valuesOf(fresh);
  const day = (value: string) => (value ? longDay(value) : "");
  return (
    <Section title={p.change} tight>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values, datesLack(draft.values));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        {torn && (
          <Conflict
            busy={save.busy}
            fields={[
              { name: "title", label: p.title, mine: draft.values.title, theirs: stands.title },
              ...(["valid_from", "valid_to"] as const).map((name) => ({
                name,
                label: name === "valid_from" ? p.begins : p.ends,
                mine: day(draft.values[name]),
                theirs: day(stands[name]),
              })),
            ]}
            onChosen={(chosen) => {
              const taken = (["title", "valid_from", "valid_to"] as const).filter(
                (name) => chosen[name] === "theirs",
              );
              const values = {
                ...draft.values,
                ...Object.fromEntries(taken.map((name) => [name, stands[name]])),
                version: fresh.version,
              };
              draft.put(values);
              save.run(values, datesLack(values));
            }}
          />
        )}
        <DatesFields values={draft.values} put={draft.put} problems={save.problems} role={held.role} given />
        <ButtonRow>
          <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
            {p.save}
          </Button>
          <LinkButton kind="link" href={back}>
            {p.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </Section>
  );
}
