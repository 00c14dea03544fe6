/** What is to be made: for which meeting, as which item, as of which day, in which language. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { language } from "../i18n";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SelectField, TextField } from "../ui/Field";
import { type Kind, meetingQuery } from "./reading";
import { t } from "./texts";

interface Props {
  place: Schemas["DepartmentRef"];
  meetings: readonly Schemas["MeetingBrief"][];
  meeting: string;
  kind: string;
  /** Papers are shown above: their files come first now. */
  quiet: boolean;
  onMade: (report: string) => void;
}

const KINDS: readonly Kind[] = ["papers", "yearly", "experiences"];

export function PapersForm({ place, meetings, meeting, kind, quiet, onMade }: Props) {
  const me = useSignedIn();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const open = meetings.filter((one) => one.state !== "cancelled");
  const next = [...open].reverse().find((one) => one.on >= me.today);
  const [v, setValues] = useState({
    kind: KINDS.find((one) => one === kind) ?? "papers",
    meeting_id: open.find((one) => one.id === meeting)?.id ?? next?.id ?? "",
    item_id: "",
    as_of: me.today,
    since: "",
    year: me.today.slice(0, 4),
    language,
  });
  const set = (name: keyof typeof v) => (value: string) =>
    setValues((before) => ({
      ...before,
      [name]: value,
      ...(name === "meeting_id" ? { item_id: "", as_of: asOfOf(value, open, me.today) } : {}),
    }));
  const items = useQuery(meetingQuery(v.meeting_id)).data?.items ?? [];
  const papers = v.kind === "papers";
  const save = useSave(
    () => {
      const body = {
        kind: v.kind,
        department_id: place.id,
        language: v.language,
        as_of: v.as_of,
        ...(v.since && v.kind !== "yearly" ? { since: v.since } : {}),
        ...(papers && v.meeting_id ? { meeting_id: v.meeting_id } : {}),
        ...(papers && v.item_id ? { item_id: v.item_id } : {}),
        ...(v.kind === "yearly" ? { year: Number(v.year) } : {}),
      };
      return ask(api.POST("/api/reports", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (report) => {
        queries.setQueryData(["report", report.id], report);
        queries.invalidateQueries({ queryKey: ["reports"] });
        onMade(report.id);
        scrollTo({ top: 0 });
      },
    },
  );
  const check = (): Problem[] => {
    const found: Problem[] = [];
    const asOf = dayProblem(v.as_of, { max: me.today });
    if (asOf) found.push({ field: "as_of", words: asOf });
    const since = v.since ? dayProblem(v.since, { max: me.today }) : null;
    if (since) found.push({ field: "since", words: since });
    else if (v.since && !asOf && v.since >= v.as_of) found.push({ field: "since", words: t.sinceLate });
    return found;
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(undefined, check());
      }}
    >
      <ErrorSummary problems={save.problems} />
      <RadioCards
        name="kind"
        legend={t.kind}
        value={v.kind}
        onChange={set("kind")}
        options={KINDS.map((one) => ({ value: one, label: t.kinds[one], detail: t.kindDetails[one] }))}
      />
      {papers && open.length > 0 && (
        <SelectField
          name="meeting_id"
          label={t.meeting}
          empty={t.noMeeting}
          value={v.meeting_id}
          onChange={set("meeting_id")}
          options={open.map((one) => ({ value: one.id, label: t.meetingDay(longDay(one.on)) }))}
          error={wordsFor(save.problems, "meeting_id")}
        />
      )}
      {papers && v.meeting_id && items.length > 0 && (
        <SelectField
          name="item_id"
          label={t.item}
          empty={t.noItem}
          value={v.item_id}
          onChange={set("item_id")}
          options={items.map((one) => ({ value: one.id, label: t.itemNumber(one.position, one.title) }))}
          error={wordsFor(save.problems, "item_id")}
        />
      )}
      {v.kind === "yearly" && (
        <TextField
          name="year"
          label={t.year}
          value={v.year}
          onChange={set("year")}
          inputMode="numeric"
          error={wordsFor(save.problems, "year")}
        />
      )}
      <DateField
        name="as_of"
        label={t.asOf}
        hint={t.asOfHint}
        value={v.as_of}
        onChange={set("as_of")}
        now={me.today}
        error={wordsFor(save.problems, "as_of")}
      />
      {v.kind !== "yearly" && (
        <DateField
          name="since"
          label={t.since}
          hint={papers ? t.sinceHint : t.sinceHintAll}
          optional
          value={v.since}
          onChange={set("since")}
          now={me.today}
          error={wordsFor(save.problems, "since")}
        />
      )}
      <RadioCards
        name="language"
        legend={t.language}
        layout="inline"
        value={v.language}
        onChange={set("language")}
        options={(["da", "en"] as const).map((one) => ({ value: one, label: t.languages[one] }))}
      />
      <ButtonRow>
        <Button kind={quiet ? "outline" : "filled"} type="submit" busy={save.busy}>
          {t.make}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Papers of a meeting that is over speak of its day at the latest. */
function asOfOf(id: string, meetings: readonly Schemas["MeetingBrief"][], today: string): string {
  const chosen = meetings.find((one) => one.id === id);
  return chosen && chosen.on < today ? (chosen.papers_as_of ?? chosen.on) : today;
}
