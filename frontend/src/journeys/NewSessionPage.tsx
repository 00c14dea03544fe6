/** A session planned, or written in after it was held; for one department or, with HR, for several. */
import { useLocation, useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { listed } from "../dates";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { CheckboxGroup, RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { More } from "../ui/Section";
import { type Department, useDepartment, useDepartments, useTakeIn } from "./reading";
import { AboutStep1, SessionFields } from "./SessionFields";
import {
  bodyOf,
  type Kind,
  newSession,
  refusedWords,
  type SessionForm,
  useSessionDraft,
  wrongIn,
} from "./sessionForm";
import { s } from "./sessionTexts";

type Content = Schemas["ContentOut"];
type Values = SessionForm & { others: string[] };

export function NewSessionPage() {
  const { id = "" } = useParams<{ id: string }>();
  const content = useContent();
  return (
    <Await query={useDepartment(id)}>
      {(department) =>
        department.walks === "walks" && department.can.includes("hold_sessions") ? (
          <Await query={content}>
            {(pack) => <NewSession key={department.id} department={department} content={pack} />}
          </Await>
        ) : (
          <NotHere department={department} />
        )
      }
    </Await>
  );
}

function NotHere({ department }: { department: Department }) {
  const { walks, walking } = department;
  const other = walks === "follows" ? walking : null;
  const words = other ? s.follows(department.name, other.name) : walks === "walks" ? s.notAllowed : s.outside;
  return (
    <Page title={s.newTitle} lead={words} width="text">
      <p className="section section--tight">
        {other ? (
          <LinkButton href={to.newSession(other.id)}>{s.goThere(other.name)}</LinkButton>
        ) : (
          <LinkButton href={to.department(department.id)}>{department.name}</LinkButton>
        )}
      </p>
    </Page>
  );
}

function NewSession({ department, content }: { department: Department; content: Content }) {
  const me = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const kind: Kind = search.get("state") === "held" ? "held" : "planned";
  const ticked = (search.get("med") ?? "").split(",").filter((id) => id && id !== department.id);
  const began: Values = { ...newSession(kind, me.today), others: ticked };
  // Other departments, another session: what was typed for those is not taken for these.
  const draft = useSessionDraft(me.person.id, `session-new:${[department.id, ...ticked].join()}`, began);
  const save = useCreation(department.id, kind, draft.saved);
  const { values } = draft;
  const names = useNames(values.others);
  return (
    <Page
      title={s.newTitle}
      lead={s.newLead}
      meta={names.length > 0 ? s.together(listed([department.name, ...names])) : undefined}
      crumbs={[{ href: to.department(department.id), label: department.name }]}
    >
      <Columns wide aside={<AboutStep1 content={content} />}>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.run(values, wrongIn(values, kind, me.today));
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          <RadioCards<Kind>
            name="state"
            legend={s.which}
            layout="columns"
            value={kind}
            onChange={(state) => {
              if (values.day <= me.today) draft.put({ day: state === "held" ? me.today : "" });
              setSearch({ state, ...(ticked.length > 0 ? { med: ticked.join() } : {}) }, { replace: true });
            }}
            options={[
              { value: "planned", label: s.plan },
              { value: "held", label: s.record },
            ]}
          />
          <SessionFields
            {...{ kind, content, form: values, problems: save.problems, today: me.today, me: me.person.id }}
            put={draft.put}
            department={department.id}
            candid={department.can.includes("read_candid")}
          />
          {department.can.includes("support") && (
            <Others
              own={department.id}
              value={values.others}
              onChange={draft.set("others")}
              error={wordsFor(save.problems, "department_ids")}
            />
          )}
          <ButtonRow>
            <Button kind="filled" type="submit" busy={save.busy}>
              {kind === "held" ? s.saveHeld : s.savePlan}
            </Button>
            <LinkButton kind="link" href={to.department(department.id)}>
              {s.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Columns>
    </Page>
  );
}

function useCreation(department: string, kind: Kind, saved: () => void) {
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  return useSave(
    ({ others, ...form }: Values) => {
      const body = { ...bodyOf(form), state: kind, department_ids: [department, ...others] };
      return ask(api.POST("/api/journeys/sessions", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (session) => {
        saved();
        takeIn("session", session);
        navigate(to.session(session.id));
      },
      words: refusedWords,
    },
  );
}

/** The departments' names, in the organisation's order. */
function useNames(ids: readonly string[]): string[] {
  const tree = useDepartments(ids.length > 0).data?.items ?? [];
  return tree.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

interface OthersProps {
  own: string;
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}

/** HR holds one session for several departments: each of them gets it in its own step 1. */
function Others({ own, value, onChange, error }: OthersProps) {
  const departments = useDepartments().data?.items ?? [];
  const walking = departments.filter(({ id, walks }) => walks === "walks" && id !== own);
  return (
    <More label={s.several} open={value.length > 0}>
      <CheckboxGroup
        name="department_ids"
        legend={s.severalLegend}
        hint={s.severalHint}
        layout="inline"
        value={value}
        onChange={onChange}
        options={walking.map(({ id, name }) => ({ value: id, label: name }))}
        error={error}
      />
    </More>
  );
}
