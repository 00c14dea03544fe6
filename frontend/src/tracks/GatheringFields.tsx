/** The fields of a talk, a course or an introduction day. */
import { useState } from "react";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { addDays } from "../dates";
import { CheckboxGroup, RadioCards } from "../ui/Choice";
import { DateField } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, SelectField, TextArea, TextField } from "../ui/Field";
import type { Course, Kind, Tracks, Values } from "./gatherings";
import { g } from "./gatheringTexts";
import { t } from "./texts";
import { useRoster } from "./tracksReading";
import { useForumName } from "./trackWords";

interface Props {
  kind: Kind;
  tracks: Tracks;
  values: Values;
  put: (some: Partial<Values>) => void;
  problems: readonly Problem[];
}

const WHOM: readonly Course["for_whom"][] = ["ambassadors", "education_doctors", "leaders", "everyone"];

export function GatheringFields({ kind, tracks, values, put, problems }: Props) {
  const forumName = useForumName();
  const held = values.state === "held";
  return (
    <>
      {tracks.homes.length > 1 && (
        <SelectField
          name="department_id"
          label={g.form.home}
          value={values.home}
          onChange={(home) => put({ home })}
          options={tracks.homes.map(({ id, name }) => ({ value: id, label: name }))}
          error={wordsFor(problems, "department_id")}
        />
      )}
      {kind === "talk" && (
        <>
          <SelectField
            name="forum"
            label={g.form.forum}
            empty=""
            value={values.forum}
            onChange={(forum) => put({ forum })}
            options={tracks.forums.map(({ forum }) => ({ value: forum, label: forumName(forum) }))}
            error={wordsFor(problems, "forum")}
          />
          <TextField
            name="title"
            label={values.forum === "other" ? g.form.titleOther : g.form.title}
            optional={values.forum !== "other"}
            maxLength={200}
            value={values.title}
            onChange={(title) => put({ title })}
            error={wordsFor(problems, "title")}
          />
        </>
      )}
      {kind === "course" && (
        <>
          <TextField
            name="title"
            label={g.form.courseTitle}
            maxLength={200}
            value={values.title}
            onChange={(title) => put({ title })}
            error={wordsFor(problems, "title")}
          />
          <RadioCards
            name="for_whom"
            legend={g.form.forWhom}
            layout="inline"
            value={values.for_whom}
            onChange={(for_whom) => put({ for_whom })}
            options={WHOM.map((value) => ({ value, label: g.forWhom[value] }))}
            error={wordsFor(problems, "for_whom")}
          />
        </>
      )}
      <RadioCards
        name="state"
        legend={g.form.state}
        layout="inline"
        value={values.state}
        onChange={(state) => put({ state })}
        options={[
          { value: "planned", label: g.form.planned },
          { value: "held", label: g.form.held },
        ]}
        error={wordsFor(problems, "state")}
      />
      <Days kind={kind} values={values} put={put} problems={problems} />
      {kind === "day" && (
        <TextField
          name="invited"
          label={g.form.invited}
          optional
          inputMode="numeric"
          size="short"
          value={values.invited}
          onChange={(invited) => put({ invited })}
          error={wordsFor(problems, "invited")}
        />
      )}
      {held && (
        <TextField
          name="came"
          label={g.form.came}
          optional
          inputMode="numeric"
          size="short"
          value={values.came}
          onChange={(came) => put({ came })}
          error={wordsFor(problems, "came")}
        />
      )}
      {kind === "course" && held && <Participants values={values} put={put} problems={problems} />}
      {kind !== "day" && <Holder people={tracks.consultants} values={values} put={put} problems={problems} />}
      <TextArea
        name="note"
        label={g.form.note}
        hint={g.form.noteHint}
        optional
        rows={2}
        maxLength={1000}
        after={g.form.noteReaders}
        value={values.note}
        onChange={(note) => put({ note })}
        error={wordsFor(problems, "note")}
      />
    </>
  );
}

function Days({ kind, values, put, problems }: Omit<Props, "tracks">) {
  const { today } = useSignedIn();
  const quick =
    values.state === "held"
      ? [
          { label: t.one.today, day: today },
          { label: t.one.yesterday, day: addDays(today, -1) },
        ]
      : [];
  return (
    <>
      <DateField
        name="on"
        label={g.form.on}
        {...(kind === "day" ? { hint: g.form.monthLater } : {})}
        value={values.on}
        onChange={(on) => put({ on })}
        now={today}
        quick={quick}
        error={wordsFor(problems, "on")}
      />
      {kind === "course" && (
        <DateField
          name="until"
          label={g.form.until}
          optional
          value={values.until}
          onChange={(until) => put({ until })}
          now={today}
          error={wordsFor(problems, "until")}
        />
      )}
    </>
  );
}

function Holder({
  people,
  values,
  put,
  problems,
}: Omit<Props, "tracks" | "kind"> & { people: Tracks["consultants"] }) {
  const me = useSignedIn();
  return (
    <PersonSelect
      name="held_by"
      label={g.form.holder}
      people={people}
      me={me.person.id}
      value={values.held_by}
      onChange={(held_by) => put({ held_by })}
      error={wordsFor(problems, "held_by")}
    />
  );
}

/** The ambassadors to tick; a long list is found in by name or department, what is ticked stays in sight. */
function Participants({ values, put, problems }: Omit<Props, "tracks" | "kind">) {
  const roster = useRoster(false).data;
  const [sought, setSought] = useState("");
  const people = new Map<string, string>();
  for (const row of roster?.items ?? [])
    for (const { person } of row.ambassadors)
      if (!people.has(person.id)) people.set(person.id, `${person.name}, ${row.department.name}`);
  const words = sought.trim().toLocaleLowerCase();
  const shown = [...people].filter(
    ([id, label]) => values.participants.includes(id) || label.toLocaleLowerCase().includes(words),
  );
  if (people.size === 0) return null;
  return (
    <>
      <TextField name="find" label={g.form.find} optional value={sought} onChange={setSought} size="medium" />
      <CheckboxGroup
        name="participants"
        legend={g.form.people}
        hint={`${g.form.peopleHint} ${g.form.chosen(values.participants.length)}.`}
        optional
        layout="columns"
        value={values.participants}
        onChange={(participants) => put({ participants })}
        options={shown.map(([value, label]) => ({ value, label }))}
        error={wordsFor(problems, "participants")}
      />
    </>
  );
}
