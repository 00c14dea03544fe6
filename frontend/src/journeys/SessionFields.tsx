/** The fields of a session, and beside them what step 1 is about. */
import type { Schemas } from "../api/client";
import type { Problem } from "../api/refusals";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { CheckboxGroup } from "../ui/Choice";
import { DateField } from "../ui/DateField";
import { wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, SelectField, TextField } from "../ui/Field";
import { NoteField } from "../ui/NoteField";
import { Panel } from "../ui/Section";
import { Agenda } from "./parts";
import { usePeople } from "./reading";
import { type Kind, quickDays, type SessionForm } from "./sessionForm";
import { s } from "./sessionTexts";

type Content = Schemas["ContentOut"];

interface FieldsProps {
  kind: Kind;
  form: SessionForm;
  put: (some: Partial<SessionForm>) => void;
  problems: readonly Problem[];
  content: Content;
  /** The department whose people may lead it. */
  department: string;
  today: string;
  me: string;
  /** Whether the actor reads, and so may write, notes *Kun for os*. */
  candid: boolean;
  /** The note is *Kun for os* and not opened: it is no field here. */
  sealed?: boolean;
}

export function SessionFields(props: FieldsProps) {
  const { kind, form, put, problems, content, department, today, me, candid, sealed } = props;
  const people = usePeople(department).data?.items ?? [];
  const set =
    <K extends keyof SessionForm>(name: K) =>
    (value: SessionForm[K]) =>
      put({ [name]: value });
  const held = kind === "held";
  const parts = content.steps.find(({ number }) => number === 1)?.parts ?? [];
  return (
    <>
      <DateField
        name="day"
        label={held ? s.dayHeld : s.day}
        value={form.day}
        onChange={set("day")}
        now={today}
        quick={quickDays(kind, today)}
        error={wordsFor(problems, "day")}
      />
      <SelectField
        name="forum"
        label={s.forum}
        value={form.forum}
        onChange={set("forum")}
        empty={s.chooseForum}
        options={content.forums.map(({ key, text }) => ({ value: key, label: inLanguage(text) }))}
        error={wordsFor(problems, "forum")}
      />
      <CheckboxGroup
        name="covers"
        legend={held ? s.coversHeld : s.covers}
        hint={s.coversHint}
        value={form.covers}
        onChange={set("covers")}
        options={parts.map(({ key, label }) => ({ value: key, label: inLanguage(label) }))}
        error={wordsFor(problems, "covers")}
      />
      {held && (
        <TextField
          name="participants"
          label={s.participants}
          optional
          size="short"
          inputMode="numeric"
          value={form.participants}
          onChange={set("participants")}
          error={wordsFor(problems, "participants")}
        />
      )}
      <PersonSelect
        name="led_by"
        label={held ? s.ledByHeld : s.ledBy}
        optional
        people={people}
        me={me}
        value={form.led_by}
        onChange={set("led_by")}
        error={wordsFor(problems, "led_by")}
      />
      <TextField
        name="title"
        label={s.title}
        optional
        maxLength={200}
        value={form.title}
        onChange={set("title")}
        error={wordsFor(problems, "title")}
      />
      {sealed ? (
        <p className="meta">{s.sealed}</p>
      ) : (
        <NoteField
          name="note"
          label={s.note}
          optional
          maxLength={4000}
          value={form.note}
          onChange={set("note")}
          audience={form.audience}
          {...(candid ? { onAudience: set("audience") } : {})}
          error={wordsFor(problems, "note") ?? wordsFor(problems, "audience")}
        />
      )}
    </>
  );
}

/** Definition, the five factors and an agenda: what one needs at hand for the talk. */
export function AboutStep1({ content }: { content: Content }) {
  return (
    <>
      <Panel tone="frame" title={s.about}>
        <p className="quote">{inLanguage(content.about.definition)}</p>
        <h3 className="h4">{s.factors}</h3>
        <ul>
          {content.factors.map((factor) => (
            <li key={factor.key}>
              <TextLink href={to.about}>{inLanguage(factor.title)}</TextLink>
            </li>
          ))}
        </ul>
      </Panel>
      <Agenda content={content} />
    </>
  );
}
