/** When a department begins, and who from HR follows it. */
import { useEffect, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, SelectField } from "../ui/Field";
import { DraftLine, SavedLine } from "../ui/Notice";
import { type Rollout, readDepartmentRollout, useTakeIn } from "./reading";
import { t } from "./texts";
import { quartersFrom } from "./words";

interface Values {
  planned_start: string;
  hr_contact_id: string;
}
type Sent = Values & { version: number };

const standing = (rollout: Rollout): Values => ({
  planned_start: rollout.planned_start ?? "",
  hr_contact_id: rollout.hr_contact?.id ?? "",
});

export function PlanForm({ id, rollout }: { id: string; rollout: Rollout }) {
  const me = useSignedIn();
  const takeIn = useTakeIn();
  const draft = useDraft<Values>(me.person.id, `rollout:${rollout.department.id}`, standing(rollout));
  const { values } = draft;
  const save = useSave(
    ({ version, planned_start, hr_contact_id }: Sent) =>
      ask(
        api.PUT("/api/departments/{department_id}/rollout", {
          params: { path: { department_id: rollout.department.id }, header: ifMatch(version) },
          body: { planned_start: planned_start || null, hr_contact_id: hr_contact_id || null },
        }),
      ),
    {
      onSaved: (fresh) => {
        draft.saved();
        takeIn(id, fresh);
      },
    },
  );
  const theirs = useFresh(save.conflict, id);
  const begun = rollout.stage === "in_progress";
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ ...values, version: rollout.version });
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {theirs && (
        <Both
          mine={values}
          theirs={theirs}
          rollout={rollout}
          busy={save.busy}
          onChosen={(chosen) => {
            draft.put(chosen);
            save.run({ ...chosen, version: theirs.version });
          }}
        />
      )}
      {begun ? (
        <p className="field soft">{t.one.begun}</p>
      ) : (
        <SelectField
          name="planned_start"
          label={t.one.start}
          hint={t.one.startHint}
          empty={t.one.notYet}
          value={values.planned_start}
          onChange={draft.set("planned_start")}
          options={quarters(rollout.planned_start, me.today)}
          error={wordsFor(save.problems, "planned_start")}
        />
      )}
      <PersonSelect
        name="hr_contact_id"
        label={t.one.contact}
        hint={t.one.contactHint}
        people={rollout.consultants}
        me={me.person.id}
        value={values.hr_contact_id}
        onChange={draft.set("hr_contact_id")}
        error={wordsFor(save.problems, "hr_contact_id")}
      />
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button type="submit" busy={save.busy}>
          {t.one.savePlan}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** The quarters to come, and the one that stands there although it has passed. */
function quarters(standing: string | null, today: string) {
  const coming = quartersFrom(today);
  const options = coming.map((value) => ({ value, label: t.quarter(value) }));
  if (!standing || coming.includes(standing)) return options;
  return [{ value: standing, label: t.one.pastQuarter(t.quarter(standing)) }, ...options];
}

/** The roll-out as it stands now, once somebody was faster. */
function useFresh(torn: boolean, id: string): Rollout | null {
  const [fresh, setFresh] = useState<Rollout | null>(null);
  useEffect(() => {
    if (torn) void readDepartmentRollout(id).then(setFresh);
    else setFresh(null);
  }, [torn, id]);
  return fresh;
}

interface BothProps {
  mine: Values;
  theirs: Rollout;
  rollout: Rollout;
  busy: boolean;
  onChosen: (chosen: Values) => void;
}

function Both({ mine, theirs, rollout, busy, onChosen }: BothProps) {
  const nameOf = (id: string) => rollout.consultants.find((one) => one.id === id)?.name ?? "";
  const other = standing(theirs);
  const words = (values: Values) => ({
    planned_start: values.planned_start ? t.quarter(values.planned_start) : t.one.notYet,
    hr_contact_id: nameOf(values.hr_contact_id) || t.noContactPerson,
  });
  const labels = { planned_start: t.one.start, hr_contact_id: t.one.contact };
  const names = ["planned_start", "hr_contact_id"] as const;
  return (
    <Conflict
      fields={names.map((name) => ({
        name,
        label: labels[name],
        mine: words(mine)[name],
        theirs: words(other)[name],
      }))}
      busy={busy}
      onChosen={(chosen) => {
        const theirsNow = names.filter((name) => chosen[name] === "theirs");
        onChosen({ ...mine, ...Object.fromEntries(theirsNow.map((name) => [name, other[name]])) });
      }}
    />
  );
}
