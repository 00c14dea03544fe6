/** Tell what was learned from a trial, a session, a course or a round: a draft that the department reads. */
import { useLocation, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { bodyOf, EMPTY, ExperienceFields, type Values, wrongIn } from "./ExperienceFields";
import { type Source, useSource, useTakeIn } from "./reading";
import { t } from "./texts";

export function NewExperiencePage() {
  const [search] = useSearchParams();
  const get = (name: string) => search.get(name) ?? "";
  const query = useSource(get("afdeling"), get("fra"), get("id"));
  return <Await query={query}>{(source) => <New key={source.origin_id} source={source} />}</Await>;
}

function New({ source }: { source: Source }) {
  const { department, experience, ready } = source;
  const crumbs = [{ href: to.department(department.id), label: department.name }];
  if (experience) {
    return (
      <Page title={t.form.toOther} lead={experience.title} crumbs={crumbs} width="text">
        <p className="section section--tight">
          <LinkButton kind="filled" href={to.experience(experience.id)}>
            {t.form.toOtherAct}
          </LinkButton>
        </p>
      </Page>
    );
  }
  if (!ready) {
    return (
      <Page title={t.form.notReady} lead={t.form.notReadyText} crumbs={crumbs} width="text">
        <p className="section section--tight">
          <LinkButton href={to.department(department.id)}>{t.form.back}</LinkButton>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={t.form.newTitle}
      lead={t.form.lead}
      meta={t.form.about(aboutWords(source))}
      crumbs={crumbs}
      width="text"
    >
      <Form source={source} />
    </Page>
  );
}

function aboutWords({ title, number, on, origin }: Source): string {
  const what = title ?? (number ? t.form.round(number) : t.from[origin].toLowerCase());
  return on ? `${what}, ${longDay(on)}` : what;
}

function Form({ source }: { source: Source }) {
  const me = useSignedIn();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const [, go] = useLocation();
  const { department, origin, origin_id } = source;
  const initial: Values = { ...EMPTY, ...(source.text as Partial<Values>) };
  const draft = useDraft<Values>(me.person.id, `experience-new:${department.id}:${origin_id}`, initial);
  const save = useSave(
    (values: Values) => {
      const body = { ...bodyOf(values), department_id: department.id, origin, origin_id };
      return ask(api.POST("/api/experiences", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (made) => {
        draft.saved();
        takeIn(made);
        go(to.experience(made.id), { replace: true });
      },
    },
  );
  return (
    <Section tight>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values, wrongIn(draft.values));
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        <ExperienceFields draft={draft} problems={save.problems} />
        <ButtonRow>
          <Button kind="filled" type="submit" busy={save.busy}>
            {t.form.save}
          </Button>
          <LinkButton kind="link" href={to.department(department.id)}>
            {t.form.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </Section>
  );
}
