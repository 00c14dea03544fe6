/** Correcting what was logged. */
import { useEffect, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { type Chosen, Conflict } from "../ui/Conflict";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextField } from "../ui/Field";
import { type Audience, NoteField } from "../ui/NoteField";
import { type Assessed, type FollowUp, type Log, readFollowUp, useTakeIn } from "./reading";
import { t } from "./texts";

interface Values {
  held_on: string;
  assessment: Assessed;
  note: string;
  audience: Audience;
  tally: string;
  version: number;
}

interface Props {
  item: FollowUp;
  log: Log;
  /** The note of one that is only for us, if it was opened. */
  opened: string | null;
  onDone: () => void;
}

const valuesOf = (log: Log, opened: string | null): Values => ({
  held_on: log.held_on,
  assessment: log.assessment,
  note: log.note ?? opened ?? "",
  audience: log.audience,
  tally: log.tally === null ? "" : String(log.tally),
  version: log.version,
});

export function CorrectLog({ item, log, opened, onDone }: Props) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const sealed = log.audience === "candid" && log.has_note && opened === null;
  const [v, setValues] = useState(() => valuesOf(log, opened));
  const [fresh, setFresh] = useState<Log | null>(null);
  const put = (some: Partial<Values>) => setValues((old) => ({ ...old, ...some }));
  const save = useSave(
    (values: Values) =>
      ask(
        api.PUT("/api/follow-ups/logs/{log_id}", {
          params: { path: { log_id: log.id }, header: ifMatch(values.version) },
          body: bodyOf(values, sealed),
        }),
      ),
    {
      onSaved: (saved) => {
        takeIn("follow-up", saved);
        onDone();
      },
    },
  );
  useEffect(() => {
    if (!save.conflict) return;
    void readFollowUp(item.id).then(({ logs }) => setFresh(logs.find(({ id }) => id === log.id) ?? null));
  }, [save.conflict, item.id, log.id]);
  const run = (values: Values) => save.run(values, lacking(values, me.today));
  const candid = item.can.includes("log_candid") || log.audience === "candid";
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run(v);
      }}
    >
      <ErrorSummary problems={save.problems} />
      {save.conflict && fresh && (
        <Both
          mine={v}
          theirs={valuesOf(fresh, null)}
          busy={save.busy}
          onChosen={(merged) => {
            setValues(merged);
            run(merged);
          }}
        />
      )}
      <RadioCards
        name="assessment"
        legend={t.log.how}
        layout="inline"
        value={v.assessment}
        onChange={(assessment) => put({ assessment })}
        options={(["as_planned", "adjusted", "stopped"] as const).map((value) => ({
          value,
          label: t.assessed[value],
        }))}
      />
      {sealed ? (
        <p className="field">{t.page.sealed}</p>
      ) : (
        <NoteField
          name="note"
          label={t.log.sentence}
          maxLength={1000}
          value={v.note}
          onChange={(note) => put({ note })}
          audience={v.audience}
          error={wordsFor(save.problems, "note")}
          {...(candid && { onAudience: (audience: Audience) => put({ audience }) })}
        />
      )}
      <DateField
        name="held_on"
        label={t.page.heldOn}
        value={v.held_on}
        onChange={(held_on) => put({ held_on })}
        now={me.today}
        error={wordsFor(save.problems, "held_on")}
      />
      <TextField
        name="tally"
        label={t.page.tallyLabel}
        size="short"
        inputMode="numeric"
        optional
        value={v.tally}
        onChange={(tally) => put({ tally })}
        error={wordsFor(save.problems, "tally")}
      />
      <ButtonRow>
        <Button type="submit" busy={save.busy}>
          {t.page.save}
        </Button>
        <Button kind="link" onClick={onDone}>
          {t.page.stop}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** What is sent: a note that was not opened is left as it is. */
function bodyOf({ held_on, assessment, note, audience, tally }: Values, sealed: boolean) {
  const seen = { held_on, assessment, audience, tally: tally.trim() ? Number(tally) : null };
  return sealed ? seen : { ...seen, note: note.trim() || null };
}

function lacking({ held_on, tally }: Values, now: string): Problem[] {
  const found: Problem[] = [];
  const words = dayProblem(held_on, { max: now });
  if (words) found.push({ field: "held_on", words });
  const whole = /^\d{0,6}$/.test(tally.trim()) && Number(tally) <= 100_000;
  if (!whole) found.push({ field: "tally", words: t.page.tallyWrong });
  return found;
}

interface BothProps {
  mine: Values;
  theirs: Values;
  busy: boolean;
  onChosen: (merged: Values) => void;
}

/** Both versions. A note that is only for us is not shown beside: whoever opened it keeps her own. */
function Both({ mine, theirs, busy, onChosen }: BothProps) {
  const field = (
    name: keyof Chosen & keyof Values,
    label: string,
    words = (v: Values) => String(v[name]),
  ) => ({
    name,
    label,
    mine: words(mine),
    theirs: words(theirs),
  });
  const shared = theirs.audience === "shared";
  return (
    <Conflict
      busy={busy}
      fields={[
        field("assessment", t.log.how, (v) => t.assessed[v.assessment]),
        ...(shared ? [field("note", t.log.sentence)] : []),
        field("held_on", t.page.heldOn, (v) => longDay(v.held_on)),
        field("tally", t.page.tallyLabel),
      ]}
      onChosen={(chosen) => {
        const names = (["assessment", "note", "held_on", "tally"] as const).filter(
          (name) => chosen[name] === "theirs",
        );
        const kept = Object.fromEntries(names.map((name) => [name, theirs[name]]));
        onChosen({ ...mine, ...kept, version: theirs.version });
      }}
    />
  );
}
