/** Bed HR om hjælp: the department says what would help, HR says who comes and when. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { f } from "./formTexts";
import { type Department, type Support, useDepartment, useSupport, useTakeInSupport } from "./reading";
import { EMPTY, SupportWish, WishFields } from "./SupportWish";

export function SupportPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useDepartment(id)}>
      {(department) => <Help key={department.id} department={department} />}
    </Await>
  );
}

function Help({ department }: { department: Department }) {
  const follows = department.walks === "follows" ? department.walking : null;
  const answers = department.can.includes("support") && !department.can.includes("ask_help");
  return (
    <Page
      title={answers ? f.help.titleForHr(department.name) : f.help.title}
      lead={answers ? f.help.leadForHr : f.help.lead}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
      width="text"
    >
      {follows ? (
        <>
          <p>{f.help.follows(follows.name)}</p>
          <ButtonRow>
            <LinkButton href={to.help(follows.id)}>{follows.name}</LinkButton>
          </ButtonRow>
        </>
      ) : (
        <Own department={department} />
      )}
    </Page>
  );
}

function Own({ department }: { department: Department }) {
  return (
    <Await query={useSupport(department.id)} part>
      {({ items }) => <Wishes department={department} items={items} />}
    </Await>
  );
}

function Wishes({ department, items }: { department: Department; items: readonly Support[] }) {
  const here = items.filter((one) => one.department.id === department.id);
  const open = here.filter(({ state }) => state === "wanted" || state === "agreed");
  const former = here.filter(({ state }) => state === "done" || state === "withdrawn");
  const asks = department.walks === "walks" && department.can.includes("ask_help");
  const waits = open.some(({ state }) => state === "wanted");
  return (
    <>
      {open.map((wish) => (
        <Section key={wish.id} title={asks ? f.help.now : f.help.nowForHr} size={3} tight>
          <SupportWish wish={wish} />
        </Section>
      ))}
      {asks && !waits && <AskForm department={department} />}
      {!asks && open.length === 0 && <p>{department.can.includes("support") ? f.help.nobody : f.help.who}</p>}
      {former.length > 0 && (
        <Section title={f.help.former} size={3} ruled>
          <Rows>
            {former.map((wish) => (
              <Row
                key={wish.id}
                title={wish.wish}
                meta={
                  wish.ended_on &&
                  (wish.state === "done" ? f.help.ended : f.help.withdrawn)(longDay(wish.ended_on))
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

function AskForm({ department }: { department: Department }) {
  const me = useSignedIn();
  const attempt = useAttempt();
  const takeIn = useTakeInSupport();
  const draft = useDraft(me.person.id, `help:${department.id}`, EMPTY);
  const save = useSave(
    (values: typeof EMPTY) => {
      const body = { ...values, department_id: department.id };
      return ask(api.POST("/api/support-requests", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: () => {
        draft.saved();
        takeIn();
      },
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const missing = !draft.values.wish.trim();
        save.run(draft.values, missing ? [{ field: "wish", words: f.help.wishNeeded }] : []);
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      <WishFields values={draft.values} put={draft.put} error={wordsFor(save.problems, "wish")} />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.help.send}
        </Button>
      </ButtonRow>
    </form>
  );
}
