/** The text of an experience, corrected. */
import { useEffect } from "react";
import { useLocation } from "wouter";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { bodyOf, ExperienceFields, type Values, wrongIn } from "./ExperienceFields";
import { type Experience, useExperience, useTakeIn } from "./reading";
import { t } from "./texts";

const valuesOf = ({ title, did, learned, advice, factors, tools }: Experience): Values => ({
  title,
  did,
  learned,
  advice: advice ?? "",
  factors,
  tools,
});
const TEXTS = ["title", "did", "learned", "advice"] as const;
const LABELS = {
  title: t.form.title,
  did: t.form.did,
  learned: t.form.learned,
  advice: t.form.advice,
};

export function EditForm({ experience }: { experience: Experience }) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const [, go] = useLocation();
  const draft = useDraft<Values>(me.person.id, `experience:${experience.id}`, valuesOf(experience));
  const query = useExperience(experience.id);
  const save = useSave(
    ({ values, version }: { values: Values; version: number }) =>
      ask(
        api.PUT("/api/experiences/{experience_id}", {
          params: { path: { experience_id: experience.id }, header: ifMatch(version) },
          body: bodyOf(values),
        }),
      ),
    {
      onSaved: (fresh) => {
        draft.saved();
        takeIn(fresh);
        go(to.experience(fresh.id), { replace: true });
      },
    },
  );
  const { conflict } = save;
  const { refetch } = query;
  useEffect(() => {
    if (conflict) void refetch();
  }, [conflict, refetch]);
  const fresh = query.data;
  const torn = conflict && fresh && fresh.version !== experience.version ? fresh : null;
  const theirs = torn && valuesOf(torn);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { version } = fresh ?? experience;
        save.run({ values: draft.values, version }, wrongIn(draft.values));
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {torn && theirs && (
        <Conflict
          fields={TEXTS.filter((name) => draft.values[name] !== theirs[name]).map((name) => ({
            name,
            label: LABELS[name],
            mine: draft.values[name],
            theirs: theirs[name],
          }))}
          busy={save.busy}
          onChosen={(chosen) => {
            const taken = TEXTS.filter((name) => chosen[name] === "theirs");
            const merged = {
              ...draft.values,
              ...Object.fromEntries(taken.map((name) => [name, theirs[name]])),
            };
            draft.put(merged);
            save.run({ values: merged, version: torn.version });
          }}
        />
      )}
      <ExperienceFields draft={draft} problems={save.problems} />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.form.saveChange}
        </Button>
        <LinkButton kind="link" href={to.experience(experience.id)}>
          {t.form.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
