/** What is done with a wave on its page: the decision recorded, confirmed; the wave annulled. */
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { More } from "../ui/Section";
import { x } from "./pathTexts";
import { useTakeIn, type Wave } from "./waveReading";
import { w } from "./waveTexts";

const at = (wave: Wave) => ({ path: { wave_id: wave.id }, header: ifMatch(wave.version) });

export function Decide({ wave }: { wave: Wave }) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const draft = useDraft(me.person.id, `wave-decided:${wave.id}`, { decided_on: "" });
  const who = w.committee[wave.decider];
  const save = useSave(
    () =>
      ask(
        api.POST("/api/waves/{wave_id}/plan", {
          params: at(wave),
          body: { decided_by: wave.decider, decided_on: draft.values.decided_on },
        }),
      ),
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn(saved);
      },
    },
  );
  const lacks = () => {
    const words = dayProblem(draft.values.decided_on, { max: me.today });
    return words ? [{ field: "decided_on", words }] : [];
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(undefined, lacks());
      }}
    >
      <p>{x.decide(who)}</p>
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      <DateField
        name="decided_on"
        label={x.decidedField(who)}
        now={me.today}
        value={draft.values.decided_on}
        onChange={draft.set("decided_on")}
        error={wordsFor(save.problems, "decided_on")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {x.decideAct}
        </Button>
      </ButtonRow>
    </form>
  );
}

export function Confirm({ wave }: { wave: Wave }) {
  const takeIn = useTakeIn();
  const save = useSave(() => ask(api.POST("/api/waves/{wave_id}/confirm", { params: at(wave) })), {
    onSaved: takeIn,
  });
  return (
    <>
      <p>{x.confirm(w.committee[wave.decided_by ?? wave.decider], wave.decided_on ?? "")}</p>
      <ErrorSummary problems={save.problems} />
      <ButtonRow>
        <Button kind="filled" busy={save.busy} onClick={() => save.run(undefined)}>
          {x.confirmAct}
        </Button>
      </ButtonRow>
    </>
  );
}

/** Folded away at the end of the page; what it destroys is said before the button. */
export function Annul({ wave }: { wave: Wave }) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const draft = useDraft(me.person.id, `wave-annul:${wave.id}`, { reason: "" });
  const state = wave.state === "open" || wave.state === "draft" ? wave.state : "planned";
  const save = useSave(
    () => ask(api.POST("/api/waves/{wave_id}/annul", { params: at(wave), body: draft.values })),
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn(saved);
      },
      words: ({ code }) => (code === "reason_needed" ? [{ field: "reason", words: x.annulWhyNeeded }] : null),
    },
  );
  return (
    <More label={x.annul}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(undefined);
        }}
      >
        <p className="wave-annul">
          <strong>{x.annulText[state]}</strong>
        </p>
        <ErrorSummary problems={save.problems} />
        <TextArea
          name="reason"
          label={x.annulWhy}
          hint={x.annulHint}
          rows={2}
          maxLength={500}
          value={draft.values.reason}
          onChange={draft.set("reason")}
          error={wordsFor(save.problems, "reason")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {x.annulAct[state]}
          </Button>
        </ButtonRow>
      </form>
    </More>
  );
}
