/** Leaders who began within a year, ticked once the programme for new leaders was held with them. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { addDays, longDay } from "../dates";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { FilterBar, Toggle, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { aDay, type ListColumn, SaveList } from "../ui/SaveList";
import { PrintButton } from "../ui/Sharing";
import { at } from "./addresses";
import { g } from "./gatheringTexts";
import { t } from "./texts";
import { type NewLeader, useNewLeaders } from "./tracksReading";
import { w } from "./tracksTexts";

const DEFAULTS = { mangler: "" };
const n = w.newLeaders;

export function NewLeadersPage() {
  const [filters] = useFilters(DEFAULTS);
  return <Await query={useNewLeaders(filters.mangler === "1")}>{(list) => <Shown list={list} />}</Await>;
}

function Shown({ list }: { list: Schemas["NewLeaders"] }) {
  const [filters, setFilter] = useFilters(DEFAULTS);
  const waiting = filters.mangler === "1";
  return (
    <Page title={n.title} lead={n.lead} crumbs={[{ href: to.tracks, label: g.tracks }]}>
      <FilterBar
        count={n.count(list.items.length)}
        actions={
          <>
            <SaveList title={n.title} rows={list.items} columns={SAVED} />
            <PrintButton />
          </>
        }
      >
        <Toggle pressed={waiting} onChange={(on) => setFilter("mangler", on ? "1" : "")}>
          {n.waiting}
        </Toggle>
      </FilterBar>
      {list.items.length === 0 ? (
        <Empty
          title={waiting ? n.emptyWaiting : n.empty}
          level={2}
          {...(waiting ? { action: <LinkButton href={at.newLeaders}>{n.all}</LinkButton> } : {})}
        />
      ) : (
        <Rows label={n.caption}>
          {list.items.map((one) => (
            <Leader key={one.role_id} one={one} />
          ))}
        </Rows>
      )}
    </Page>
  );
}

const SAVED: ListColumn<NewLeader>[] = [
  { title: n.who, cell: ({ person }) => person.name },
  { title: n.role, cell: ({ title, role }) => title ?? n.roles[role] },
  { title: n.department, cell: ({ department }) => department.name },
  { title: n.since, cell: ({ since }) => aDay(since) },
  { title: n.programme, cell: ({ held_on }) => aDay(held_on) },
];

function Leader({ one }: { one: NewLeader }) {
  const [asking, setAsking] = useState(false);
  const undo = useTick(() =>
    ask(
      api.POST("/api/tracks/leaders/{role_id}/not-introduced", {
        params: { path: { role_id: one.role_id } },
      }),
    ),
  );
  const about = [one.title ?? n.roles[one.role], one.department.name, `${n.since} ${longDay(one.since)}`];
  return (
    <Row
      title={one.person.name}
      level={2}
      meta={about.join(" · ")}
      {...(one.held_on ? { text: n.held(longDay(one.held_on)) } : {})}
      actions={
        one.held_on ? (
          <>
            <ErrorSummary problems={undo.problems} />
            <Button
              kind="link"
              busy={undo.busy}
              onClick={() => undo.run()}
              aria-label={n.undoFor(one.person.name)}
            >
              {n.undo}
            </Button>
          </>
        ) : asking ? (
          <Tick one={one} onDone={() => setAsking(false)} />
        ) : (
          <Button kind="quiet" onClick={() => setAsking(true)} aria-label={n.tick(one.person.name)}>
            {n.had}
          </Button>
        )
      }
    />
  );
}

function useTick<Values = void>(act: (values: Values) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient();
  return useSave(act, {
    onSaved: () => {
      onDone?.();
      for (const queryKey of [["new-leaders"], ["tracks"]]) void queries.invalidateQueries({ queryKey });
    },
  });
}

function Tick({ one, onDone }: { one: NewLeader; onDone: () => void }) {
  const me = useSignedIn();
  const [day, setDay] = useState(me.today);
  const field = `held_on-${one.role_id}`;
  const save = useTick(
    (held_on: string) =>
      ask(
        api.POST("/api/tracks/leaders/{role_id}/introduced", {
          params: { path: { role_id: one.role_id } },
          body: { held_on },
        }),
      ),
    onDone,
  );
  return (
    <form
      className="form"
      noValidate
      aria-label={n.tick(one.person.name)}
      onSubmit={(event) => {
        event.preventDefault();
        const words = dayProblem(day, { max: me.today });
        save.run(day, words ? [{ field, words }] : []);
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DateField
        name={field}
        label={n.when}
        value={day}
        onChange={setDay}
        now={me.today}
        quick={[
          { label: t.one.today, day: me.today },
          { label: t.one.yesterday, day: addDays(me.today, -1) },
        ]}
        error={wordsFor(save.problems, field)}
      />
      <ButtonRow>
        <Button type="submit" busy={save.busy}>
          {n.save}
        </Button>
        <Button kind="link" onClick={onDone}>
          {n.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
