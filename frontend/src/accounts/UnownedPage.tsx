/** Uden tovholder: what has nobody to hold on to it at a department, with a choice on each line. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { capital, inWords } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine, Empty, SavedLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { aDay, type ListColumn, SaveList } from "../ui/SaveList";
import { Section } from "../ui/Section";
import { h } from "./handoverTexts";
import { useTitles } from "./places";
import { type Department, type Owned, useDepartment, useTakeIn, useUnowned } from "./reading";
import { type Chosen, given, keyOf, refusedAt, WorkLines } from "./WorkLines";

export function UnownedPage() {
  const { id = "" } = useParams<{ id: string }>();
  const unowned = useUnowned(id);
  return (
    <Await query={useDepartment(id)}>
      {(here) => <Await query={unowned}>{({ items }) => <Shown here={here} items={items} />}</Await>}
    </Await>
  );
}

interface ShownProps {
  here: Department;
  items: readonly Owned[];
}

function Shown({ here, items }: ShownProps) {
  const one = items.length === 1;
  return (
    <Page
      title={h.unownedTitle}
      lead={items.length > 0 && h.unownedLead(capital(inWords(items.length)), one)}
      crumbs={[{ href: to.department(here.id), label: here.name }]}
      width="text"
    >
      <Section tight>
        <Give here={here} items={items} />
      </Section>
      <Saved here={here} items={items} />
    </Page>
  );
}

function Saved({ here, items }: ShownProps) {
  const titles = useTitles();
  const columns: ListColumn<Owned>[] = [
    { title: h.saved.what, cell: titles },
    { title: h.saved.kind, cell: ({ kind }) => capital(h.kind[kind] ?? kind) },
    { title: h.saved.due, cell: ({ due }) => aDay(due) },
    { title: h.saved.before, cell: ({ owner }) => owner?.name ?? null },
    { title: h.saved.department, cell: ({ department }) => department.name },
  ];
  return <SaveList title={`${h.unownedTitle} ${here.name}`} rows={items} columns={columns} />;
}

function Give({ here, items }: ShownProps) {
  const me = useSignedIn();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const draft = useDraft<{ chosen: Chosen }>(me.person.id, `unowned:${here.id}`, { chosen: {} });
  const lines = given(items, draft.values.chosen);
  const save = useSave(
    (to: Schemas["GiveIn"][]) => {
      const body = { department_id: here.id, from_id: null, to };
      return ask(api.POST("/api/handovers", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: () => {
        draft.discard({ chosen: {} });
        takeIn();
      },
      words: (refusal) => {
        takeIn();
        return refusedAt(refusal, lines, keyOf);
      },
    },
  );
  const first = items[0];
  if (!first) {
    return (
      <Empty
        title={h.allOwned}
        level={2}
        action={<LinkButton href={to.department(here.id)}>{h.toDepartment}</LinkButton>}
      >
        {save.savedAt ? h.told : h.allOwnedText}
      </Empty>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(lines, lines.length > 0 ? [] : [{ field: keyOf(first), words: h.chooseOne }]);
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      <WorkLines
        items={items}
        here={here.id}
        former
        level={2}
        choice={{ chosen: draft.values.chosen, onChoose: draft.set("chosen"), problems: save.problems }}
      />
      <p className="soft taking__after">{h.told}</p>
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button kind="filled" type="submit" busy={save.busy}>
          {h.give}
        </Button>
      </ButtonRow>
    </form>
  );
}
