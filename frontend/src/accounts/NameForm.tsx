/** Name and work e-mail of a person, corrected in one form. */
import { useEffect, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine, SavedLine } from "../ui/Notice";
import { Section } from "../ui/Section";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { type Person, readPerson, useTakeIn } from "./reading";
import { NameFields, nameLacks } from "./WhoFields";

interface Values {
  name: string;
  email: string;
  version: number;
}

const valuesOf = ({ name, email, version }: Person): Values => ({ name, email, version });

export function NameForm({ person }: { person: Person }) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const [fresh, setFresh] = useState(person);
  const draft = useDraft(me.person.id, `person:${person.id}`, valuesOf(person));
  const save = useSave(
    ({ version, name, email }: Values) =>
      ask(
        api.PUT("/api/people/{person_id}", {
          params: { path: { person_id: person.id }, header: ifMatch(version) },
          body: { name: name.trim(), email: email.trim() },
        }),
      ),
    {
      onSaved: (saved) => {
        draft.discard(valuesOf(saved));
        takeIn(saved);
      },
    },
  );
  useEffect(() => {
    if (save.conflict) void readPerson(person.id).then(setFresh);
  }, [save.conflict, person.id]);
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Section title={a.nameAndEmail}>
      <form
        className="form section__act"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values, nameLacks(draft.values));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        {torn && (
          <Conflict
            busy={save.busy}
            fields={(["name", "email"] as const).map((name) => ({
              name,
              label: p[name],
              mine: draft.values[name],
              theirs: fresh[name],
            }))}
            onChosen={(chosen) => {
              const values = {
                name: chosen.name === "theirs" ? fresh.name : draft.values.name,
                email: chosen.email === "theirs" ? fresh.email : draft.values.email,
                version: fresh.version,
              };
              draft.put(values);
              save.run(values, nameLacks(values));
            }}
          />
        )}
        <NameFields values={draft.values} put={draft.put} problems={save.problems} />
        <ButtonRow end={<SavedLine at={save.savedAt} />}>
          <Button type="submit" busy={save.busy}>
            {p.save}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
