/** The waves of a department, or all that one reads: what is under way, what was, the one next step. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { may, useSignedIn } from "../api/session";
import { CARDS, useContent, useStatements } from "../content/parts";
import { span } from "../dates";
import { inLanguage, texts } from "../i18n";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { Page } from "../ui/Page";
import { Row, Rows } from "../ui/Rows";
import { SaveList } from "../ui/SaveList";
import { Panel, Section } from "../ui/Section";
import { Dialogues } from "./dialogueParts";
import { stateWords } from "./said";
import { savedColumns } from "./savedColumns";
import { useDepartment, useInstrument, useWaves, type WaveLine } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

const t = texts({
  da: {
    title: (name: string) => `Målinger i ${name}`,
    lead: "De 7 spørgsmål før, under og efter. Sammen viser de, om noget er blevet anderledes.",
    all: "De målinger, du kan se. En måling kan dække én afdeling eller flere på én gang.",
    plan: "Planlæg en måling",
    next: "Planlæg den næste",
    several: "Planlæg en måling",
    now: "Lige nu",
    before: "Tidligere",
    see: "Se målingen",
    empty: "Her er ikke målt endnu",
    emptyText:
      "En måling er de 7 spørgsmål, besvaret anonymt på to minutter. I svarer, før I prøver noget af, mens I gør det, og efter. Under 5 svar vises intet.",
    cardsTitle: "Eller tal om dem i stedet",
    cardsText:
      "Er I få, eller vil I hellere tale sammen, så brug de syv spørgsmål som kort på et møde. Intet svar bliver gemt.",
    who: "Afdelingsledelsen eller HR planlægger en måling.",
    questions: "De 7 spørgsmål",
    wording: "Hvordan de 7 spørgsmål skal stå",
    allLink: "Alle målinger",
    result: "Se resultatet",
    over: (n: number, days: string) => `${w.several(n)}, ${days}`,
    together: (n: number, days: string) =>
      `${days}, sammen med ${n === 1 ? "en anden afdeling" : `${n} andre afdelinger`}`,
  },
  en: {
    title: (name: string) => `Surveys in ${name}`,
    lead: "The 7 questions before, during and after. Together they show whether something has changed.",
    all: "The surveys that you can see. One covers a department, or several at once.",
    plan: "Plan a survey",
    next: "Plan the next one",
    several: "Plan a survey",
    now: "Right now",
    before: "Earlier",
    see: "See the survey",
    empty: "Nothing has been asked here yet",
    emptyText:
      "A survey is the 7 questions, answered anonymously in two minutes. You answer before you try something, while you do, and after. Below 5 answers nothing is shown.",
    cardsTitle: "Or talk about them instead",
    cardsText:
      "If you are few, or would rather talk, use the seven questions as cards at a meeting. No answer is stored.",
    who: "The management or HR plans a survey.",
    questions: "The 7 questions",
    wording: "How the 7 questions are worded",
    allLink: "All surveys",
    result: "See the result",
    over: (n: number, days: string) => `${w.several(n)}, ${days}`,
    together: (n: number, days: string) =>
      `${days}, together with ${n === 1 ? "another department" : `${n} other departments`}`,
  },
});

export function WavesPage() {
  const { id } = useParams<{ id?: string }>();
  return id ? <Of key={id} id={id} /> : <All />;
}

function Of({ id }: { id: string }) {
  const waves = useWaves(id);
  return (
    <Await query={useDepartment(id)}>
      {(here) => (
        <Page
          title={t.title(here.name)}
          crumbs={[
            { href: to.departments, label: w.departments },
            { href: to.department(here.id), label: here.name },
          ]}
          current={w.waves}
          lead={t.lead}
          width="text"
        >
          <Await query={waves} part>
            {({ items }) => (
              <List
                items={items}
                plan={here.can.includes("plan_wave") ? to.newWave([here.id]) : null}
                of={here.id}
              />
            )}
          </Await>
          <Dialogues department={here.id} />
        </Page>
      )}
    </Await>
  );
}

function All() {
  const me = useSignedIn();
  return (
    <Page title={w.waves} lead={t.all} width="text">
      <Await query={useWaves()} part>
        {({ items }) => <List items={items} plan={may(me, "plan_wave") ? to.newWave() : null} />}
      </Await>
      <Wording />
    </Page>
  );
}

function Wording() {
  const instrument = useInstrument().data;
  return instrument?.can.includes("choose") ? (
    <Section>
      <TextLink href={to.instrument}>{t.wording}</TextLink>
    </Section>
  ) : null;
}

interface ListProps {
  items: readonly WaveLine[];
  plan: string | null;
  of?: string;
}

const isOver = ({ state, counted }: WaveLine): boolean =>
  state === "annulled" || (state === "closed" && counted);

function List({ items, plan, of }: ListProps) {
  const over = items.filter(isOver);
  const now = items.filter((one) => !isOver(one));
  if (items.length === 0) return <Nothing plan={plan} />;
  return (
    <>
      {now.length > 0 && (
        <Section title={t.now} tight ruled>
          <Rows>
            {now.map((wave) => (
              <WaveRow key={wave.id} wave={wave} of={of} />
            ))}
          </Rows>
        </Section>
      )}
      {plan && (now.length === 0 || !of) && (
        <Section tight>
          <LinkButton kind={now.length === 0 ? "filled" : "outline"} href={plan}>
            {of ? t.next : t.several}
          </LinkButton>
        </Section>
      )}
      {over.length > 0 && (
        <Section title={t.before} ruled>
          <Rows>
            {over.map((wave) => (
              <WaveRow key={wave.id} wave={wave} of={of} />
            ))}
          </Rows>
        </Section>
      )}
      <SaveList title={w.waves} rows={items} columns={savedColumns} />
      {of && (
        <ul className="plain-list section section--tight wave-links">
          <li>
            <TextLink href={CARDS}>{w.cards}</TextLink>
          </li>
          <li>
            <TextLink href={to.waves()}>{t.allLink}</TextLink>
          </li>
        </ul>
      )}
    </>
  );
}

function WaveRow({ wave, of }: { wave: WaveLine; of: string | undefined }) {
  const days = span(wave.opens_on, wave.closes_on);
  return (
    <Row
      title={of && wave.phase ? w.phased[wave.phase] : w.named(wave.place.name)}
      href={to.wave(wave.id)}
      text={stateWords(wave)}
      meta={
        wave.departments === 1
          ? days
          : of
            ? t.together(wave.departments - 1, days)
            : t.over(wave.departments, days)
      }
      actions={
        of && wave.counted ? (
          <LinkButton kind="quiet" href={to.result(wave.id, of)}>
            {t.result}
          </LinkButton>
        ) : null
      }
    />
  );
}

function Nothing({ plan }: { plan: string | null }) {
  const content = useContent().data;
  const statements = useStatements(content);
  return (
    <>
      <Section title={t.empty} tight>
        <p className="measure soft">{t.emptyText}</p>
        {plan ? (
          <p className="section__act">
            <LinkButton kind="filled" href={plan}>
              {t.plan}
            </LinkButton>
          </p>
        ) : (
          <p className="measure soft">{t.who}</p>
        )}
      </Section>
      {statements.length > 0 && (
        <Section title={t.questions} size={3}>
          <ol className="statements">
            {statements.map((one) => (
              <li key={one.key}>{inLanguage(one.text)}</li>
            ))}
          </ol>
        </Section>
      )}
      <Section tight>
        <Panel tone="quiet" title={t.cardsTitle}>
          <p>{t.cardsText}</p>
          <p>
            <TextLink href={CARDS}>{w.cards}</TextLink>
          </p>
        </Panel>
      </Section>
    </>
  );
}
