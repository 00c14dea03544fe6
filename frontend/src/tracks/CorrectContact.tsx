/** Correcting what one noted oneself, or taking it back: in the place of the form for a new one. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { ContactFields, type ContactValues, type Way, wrongIn } from "./ContactForm";
import { type Rollout, useTakeIn } from "./reading";
import { t } from "./texts";

type Contact = Rollout["contacts"][number];

interface Props {
  id: string;
  rollout: Rollout;
  contact: Contact;
  onClose: () => void;
}

export function CorrectContact({ id, rollout, contact, onClose }: Props) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const queries = useQueryClient();
  const [values, setValues] = useState<ContactValues>({
    on: contact.on,
    way: contact.way,
    note: contact.note ?? "",
  });
  // The form stands elsewhere than the button that opens it.
  useEffect(() => document.getElementById("f-on")?.focus(), []);
  const params = {
    path: { department_id: rollout.department.id, contact_id: contact.id },
    header: ifMatch(rollout.version),
  };
  const onSaved = (fresh: Rollout) => {
    onClose();
    takeIn(id, fresh);
  };
  const save = useSave(
    ({ on, way, note }: ContactValues) =>
      ask(
        api.PUT("/api/departments/{department_id}/contacts/{contact_id}", {
          params,
          body: { on, way: way as Way, note: note.trim() || null },
        }),
      ),
    { onSaved },
  );
  const remove = useSave(
    () => ask(api.POST("/api/departments/{department_id}/contacts/{contact_id}/remove", { params })),
    { onSaved },
  );
  const torn = save.conflict || remove.conflict;
  // What was typed stays; what stands beside it is read anew.
  useEffect(() => {
    if (torn) void queries.invalidateQueries({ queryKey: ["rollout-of", id] });
  }, [torn, queries, id]);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, wrongIn(values, me.today));
      }}
    >
      <ErrorSummary
        problems={[
          ...save.problems,
          ...remove.problems,
          ...(torn ? [{ words: t.one.changedMeanwhile }] : []),
        ]}
      />
      <ContactFields
        values={values}
        put={(changed) => setValues({ ...values, ...changed })}
        problems={save.problems}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.one.saveCorrected}
        </Button>
        <Button kind="link" onClick={onClose}>
          {t.one.leave}
        </Button>
        <Button kind="link" busy={remove.busy} onClick={() => remove.run(undefined)}>
          {t.one.removeContact}
        </Button>
      </ButtonRow>
      <p className="meta">{t.one.keptInHistory}</p>
    </form>
  );
}
