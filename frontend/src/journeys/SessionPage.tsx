/** A session: what it was about, and what can be done with it now. */
import { lazy, Suspense, useState } from "react";
import { useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { capital, longDay } from "../dates";
import { Tell } from "../experiences/parts";
import { to } from "../paths";
import { useSave } from "../save";
import { t as frame } from "../shell/texts";
import { Arriving } from "../ui/arriving";
import { Tag } from "../ui/Badge";
import { Button, ButtonRow, TextLink } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Columns, Page } from "../ui/Page";
import { type Fact, FactList } from "../ui/Rows";
import { Section } from "../ui/Section";
import { coverWords, forumWords } from "./missing/parts";
import { type Session, useDepartment, useSession } from "./reading";
import { AboutStep1 } from "./SessionFields";
import { CallOff, SessionForm } from "./SessionMoves";
import { s } from "./sessionTexts";
import { t } from "./texts";
import { sessionTitle } from "./words";

/** Below what one came for: fetched beside it. */
const SessionFiles = lazy(async () => ({ default: (await import("./SessionFiles")).SessionFiles }));

type Content = Schemas["ContentOut"];

export function SessionPage() {
  const { id = "" } = useParams<{ id: string }>();
  const content = useContent();
  return (
    <Await query={useSession(id)}>
      {(session) => (
        <Await query={content}>
          {(pack) => <SessionView key={session.id} session={session} content={pack} />}
        </Await>
      )}
    </Await>
  );
}

interface ViewProps {
  session: Session;
  content: Content;
}

/** Which form is open stands in the address, so that it can be linked to and Back closes it. */
type Shown = "ret" | "holdt" | "aflys" | "";

function SessionView({ session, content }: ViewProps) {
  const me = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = (search.get("vis") ?? "") as Shown;
  const show = (form: Shown) => setSearch(form ? { vis: form } : {}, { replace: form === "" });
  const home = session.places[0]?.department;
  const department = useDepartment(home?.id ?? "").data;
  const done = () => {
    // An opened note is closed again: after a change it may read otherwise.
    setOpened(null);
    show("");
  };
  const form = { session, content, opened, onDone: done };
  const late = session.state === "planned" && session.day < me.today;
  return (
    <Page
      title={sessionTitle(session, content)}
      crumbs={home && [{ href: to.department(home.id), label: home.name }]}
      badge={<Tag>{t.session.state[session.state]}</Tag>}
      meta={late ? t.session.overdue(longDay(session.day)) : capital(longDay(session.day))}
    >
      <Columns wide aside={<AboutStep1 content={content} />}>
        {shown === "ret" && session.can.includes("edit") ? (
          <SessionForm {...form} department={department} act="edit" />
        ) : shown === "holdt" && session.can.includes("hold") ? (
          <SessionForm {...form} department={department} act="hold" />
        ) : shown === "aflys" && session.can.includes("cancel") ? (
          <CallOff session={session} onDone={() => show("")} />
        ) : (
          <>
            <Told session={session} content={content} opened={opened} onOpened={setOpened} />
            <Suspense fallback={<Arriving />}>
              <SessionFiles session={session} />
            </Suspense>
            <Moves session={session} onShow={show} />
            {session.state === "held" && home && department?.can.includes("draft") && (
              <Tell department={home.id} origin="session" id={session.id} />
            )}
            <p className="section section--tight no-print">
              <TextLink href={to.recordHistory(session.id)}>{frame.history}</TextLink>
            </p>
          </>
        )}
      </Columns>
    </Page>
  );
}

function Moves({ session, onShow }: { session: Session; onShow: (form: Shown) => void }) {
  const { can, state } = session;
  if (!can.some((move) => move !== "open_note")) return null;
  return (
    <div className="no-print">
      <ButtonRow>
        {can.includes("hold") && (
          <Button kind="filled" onClick={() => onShow("holdt")}>
            {s.hold}
          </Button>
        )}
        {can.includes("edit") && <Button onClick={() => onShow("ret")}>{s.edit}</Button>}
        {can.includes("cancel") && (
          <Button kind="link" onClick={() => onShow("aflys")}>
            {state === "held" ? s.callOffHeld : s.callOff}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}

interface ToldProps extends ViewProps {
  opened: string | null;
  onOpened: (note: string | null) => void;
}

function Told({ session, content, opened, onOpened }: ToldProps) {
  const held = session.state === "held";
  const note = session.note ?? opened;
  const facts: (Fact | null)[] = [
    { label: s.where, value: forumWords(session.forum, content) },
    session.covers.length > 0
      ? { label: s.content, value: capital(coverWords(session.covers, content)) }
      : null,
    session.participants === null ? null : { label: s.people, value: session.participants },
    session.led_by ? { label: held ? s.leaderHeld : s.leader, value: session.led_by.name } : null,
    { label: s.step, value: <Places session={session} /> },
    session.reason ? { label: s.whyCancelled, value: session.reason } : null,
    note ? { label: session.audience === "candid" ? s.noteCandid : s.noteShared, value: note } : null,
  ];
  return (
    <>
      <FactList items={facts.filter((fact): fact is Fact => fact !== null)} />
      {session.can.includes("open_note") && opened === null && (
        <OpenNote id={session.id} onOpened={onOpened} />
      )}
    </>
  );
}

function Places({ session }: { session: Session }) {
  return (
    <>
      {session.places.map(({ department }, index) => (
        <span key={department.id}>
          {index > 0 && ", "}
          <TextLink href={to.department(department.id)}>{department.name}</TextLink>
        </span>
      ))}
      {session.elsewhere > 0 && ` ${t.session.elsewhere(session.elsewhere)}`}
    </>
  );
}

function OpenNote({ id, onOpened }: { id: string; onOpened: (note: string | null) => void }) {
  const open = useSave(
    () =>
      ask(
        api.POST("/api/journeys/sessions/{session_id}/open-note", { params: { path: { session_id: id } } }),
      ),
    { onSaved: ({ note }) => onOpened(note) },
  );
  return (
    <Section tight title={s.noteCandid} size={4}>
      <ErrorSummary problems={open.problems} />
      <p className="meta">{s.openHint}</p>
      <Button kind="quiet" busy={open.busy} onClick={() => open.run(undefined)}>
        {s.openNote}
      </Button>
    </Section>
  );
}
