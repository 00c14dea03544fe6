/** One experience: what was done and learned, how it was tried, who tried it since. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { named, useContent } from "../content/parts";
import { capital, shortDay } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Tag, trialStateWord } from "../ui/Badge";
import { Button, ButtonRow, LinkButton, TextLink } from "../ui/Button";
import { type Branch, FamilyTree } from "../ui/Cycles";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Columns, Page } from "../ui/Page";
import { type Fact, FactList, Facts } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { type Experience, useExperience, useTakeIn } from "./reading";
import { t } from "./texts";

export function ExperiencePage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useExperience(id)}>{(found) => <One key={found.id} experience={found} />}</Await>;
}

/** Whoever may work on it or belongs there is one of "us"; HR and LMU only read the department's plan. */
function useOurs({ can, department }: Experience): boolean {
  const me = useSignedIn();
  return can.includes("edit") || me.home?.id === department.id;
}

function One({ experience }: { experience: Experience }) {
  const { title, department, state, origin, shared_on, plan } = experience;
  const own = useOurs(experience);
  return (
    <Page
      title={title}
      crumbs={[{ href: to.experiences(), label: t.title }]}
      current={t.one}
      badge={state === "shared" ? undefined : <Tag>{t.state[state]}</Tag>}
      meta={[`${department.name}.`, `${t.from[origin]}.`, shared_on ? t.sharedOn(shortDay(shared_on)) : ""]
        .filter(Boolean)
        .join(" ")}
    >
      <Columns
        wide
        aside={
          <>
            <Standing experience={experience} />
            <Tried experience={experience} />
            {experience.origin_id && (
              <p className="section section--tight no-print">
                <TextLink href={to.recordHistory(experience.id)}>{t.page.history}</TextLink>
              </p>
            )}
          </>
        }
      >
        <Section tight>
          <Facts large items={told(experience, own)} />
        </Section>
        {plan && <Plan experience={experience} plan={plan} own={own} />}
        <About experience={experience} />
      </Columns>
    </Page>
  );
}

function told({ did, learned, advice }: Experience, own: boolean): Fact[] {
  const w = t.page;
  const text = (words: string) => (words ? <span className="prose">{words}</span> : w.notYet);
  return [
    { label: own ? w.ourDid : w.did, value: text(did) },
    { label: own ? w.ourLearned : w.learned, value: text(learned) },
    ...(advice ? [{ label: own ? w.ourAdvice : w.advice, value: text(advice) }] : []),
  ];
}

interface PlanProps {
  experience: Experience;
  plan: NonNullable<Experience["plan"]>;
  own: boolean;
}

function Plan({ experience, plan, own }: PlanProps) {
  const came = experience.decision && t.page.came[experience.decision];
  const items = (["change", "prediction", "measure"] as const)
    .filter((name) => plan[name])
    .map((name) => ({ label: t.page[name], value: plan[name] }));
  return (
    <Section title={t.page.plan} lead={own ? undefined : came || undefined}>
      <Facts items={items} />
    </Section>
  );
}

function About({ experience }: { experience: Experience }) {
  const content = useContent().data;
  if (!content) return null;
  const { factors, tools } = experience;
  const used = content.tools.filter(({ key }) => tools.includes(key));
  const items: Fact[] = [
    ...(factors.length > 0
      ? [{ label: t.page.factors, value: named(content.factors, factors).join(", ") }]
      : []),
    ...(used.length > 0
      ? [
          {
            label: t.page.tools,
            value: used.map((tool, index) => (
              <span key={tool.key}>
                {index > 0 && ", "}
                <TextLink href={to.tool(tool.key)}>{inLanguage(tool.title)}</TextLink>
              </span>
            )),
          },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <Section title={t.page.about} ruled>
      <FactList items={items} />
    </Section>
  );
}

/** What can be done with it now, and what that means. */
function Standing({ experience }: { experience: Experience }) {
  const { id, state, can, missing, borrow_to, consent, consented_by } = experience;
  const reads = can.length > 0 || experience.origin_id !== null;
  const shares = can.includes("share") && missing.length === 0;
  const yes =
    consented_by && consent
      ? t.page.consentBy[consent](consented_by.name)
      : consent && t.page.consent[consent];
  return (
    <>
      {state === "shared" && borrow_to.length > 0 && (
        <Panel tone="tint" title={t.borrow.title}>
          <p>{t.borrow.lead}</p>
          <ButtonRow>
            <LinkButton kind={can.length > 0 ? "outline" : "filled"} href={to.experience(id, "proev")}>
              {t.borrow.act}
            </LinkButton>
          </ButtonRow>
        </Panel>
      )}
      {state !== "shared" && (
        <Panel tone="tint">
          <p>{state === "draft" ? t.page.draftText : t.page.withdrawnText}</p>
          {missing.length > 0 && <p>{t.page.missing(missing.map(fieldWords))}</p>}
          {shares && (
            <ButtonRow>
              <LinkButton kind="filled" href={to.experience(id, "del")}>
                {state === "draft" ? t.page.share : t.page.shareAgain}
              </LinkButton>
            </ButtonRow>
          )}
        </Panel>
      )}
      {state === "shared" && <p className="soft section section--tight">{yes}</p>}
      {reads && <Moves experience={experience} />}
    </>
  );
}

const fieldWords = (name: string): string => t.page.field[name as keyof typeof t.page.field] ?? name;

function Moves({ experience }: { experience: Experience }) {
  const takeIn = useTakeIn();
  const { id, state, can, version } = experience;
  const save = useSave(
    () =>
      ask(
        api.POST("/api/experiences/{experience_id}/withdraw", {
          params: { path: { experience_id: id }, header: ifMatch(version) },
        }),
      ),
    { onSaved: takeIn },
  );
  return (
    <div className="no-print">
      <ErrorSummary problems={save.problems} />
      <ButtonRow>
        {can.includes("edit") && <LinkButton href={to.experience(id, "ret")}>{t.page.edit}</LinkButton>}
        {can.includes("withdraw") && (
          <Button kind="link" busy={save.busy} onClick={() => save.run(undefined)}>
            {state === "draft" ? t.page.putAway : t.page.withdraw}
          </Button>
        )}
      </ButtonRow>
      {can.includes("withdraw") && state === "shared" && (
        <p className="soft section section--tight">
          {experience.closed ? t.page.closedText : t.page.withdrawText}
        </p>
      )}
      <Origin experience={experience} />
    </div>
  );
}

/** The way to what it comes from, for whoever reads it. A course is kept on HR's own page. */
function Origin({ experience: { origin, origin_id, department } }: { experience: Experience }) {
  if (!origin_id || origin === "course") return null;
  const href =
    origin === "trial_action"
      ? to.trial(origin_id)
      : origin === "session"
        ? to.session(origin_id)
        : to.rounds(department.id);
  return (
    <p className="section section--tight">
      <TextLink href={href}>{t.page.seeOrigin[origin]}</TextLink>
    </p>
  );
}

/** *Prøvet fire steder, beholdt to*, with its small family tree. */
function Tried({ experience }: { experience: Experience }) {
  const { state, tried, kept, borrowers, department, decision, plan } = experience;
  if (state === "draft") return null;
  return (
    <Section title={t.page.tree} size={3} lead={tried > 0 ? t.tried(tried, kept) : undefined}>
      {borrowers.length === 0 ? (
        <p className="soft">{t.page.treeNone}</p>
      ) : (
        <FamilyTree
          items={[
            {
              key: "own",
              title: t.page.here(department.name),
              detail: decision === "adopt" ? t.page.kept : undefined,
              state: plan ? "evaluated" : "tried",
              current: true,
              branches: borrowers.map(branch),
            },
          ]}
        />
      )}
    </Section>
  );
}

function branch(one: Experience["borrowers"][number], index: number): Branch {
  const href = one.experience_id
    ? to.experience(one.experience_id)
    : one.trial_id
      ? to.trial(one.trial_id)
      : undefined;
  const came = one.decision === "adopt" ? t.page.kept : `${capital(trialStateWord(one.state))}.`;
  return {
    key: one.trial_id ?? one.experience_id ?? String(index),
    title: one.department?.name ?? t.page.elsewhere,
    ...(href ? { href } : {}),
    detail: came,
    state: one.state,
  };
}
