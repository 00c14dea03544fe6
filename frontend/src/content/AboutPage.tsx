/** What psychological safety is, as the note says it: to read before step 1, to print for the meeting. */
import { Await } from "../Await";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { Button, LinkButton } from "../ui/Button";
import { Columns, Page } from "../ui/Page";
import { Section } from "../ui/Section";
import "./content.scss";
import { CARDS, type Content, useContent, useStatements } from "./parts";
import { t } from "./texts";

export function AboutPage() {
  return <Await query={useContent()}>{(content) => <About content={content} />}</Await>;
}

function About({ content }: { content: Content }) {
  const { about, note } = content;
  return (
    <Page
      title={t.about}
      crumbs={[{ href: to.library, label: t.library }]}
      lead={inLanguage(about.mandate)}
      actions={
        <Button kind="quiet" icon="print" onClick={() => print()}>
          {t.print}
        </Button>
      }
    >
      <Columns aside={<Contents content={content} />}>
        <Section title={t.definition} id="definition">
          <blockquote className="definition">{inLanguage(about.definition)}</blockquote>
        </Section>
        <Purposes content={content} />
        <Contrasts content={content} />
        <Factors content={content} />
        <Perspectives content={content} />
        <Steps content={content} />
        <Statements content={content} />
        <p className="meta section section--tight measure">
          {t.source(inLanguage(note.title))} {inLanguage(about.background)}
        </p>
      </Columns>
    </Page>
  );
}

type Part = { content: Content };

function Contents({ content }: Part) {
  const parts = [
    ["definition", t.definition],
    ["formaal", t.purposes],
    ["er-og-er-ikke", t.contrasts],
    ["faktorer", t.factors(content.factors.length)],
    ["perspektiver", t.perspectives],
    ["trin", t.steps],
    ["spoergsmaal", t.statements(useStatements(content).length)],
  ];
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 className="h3" id="contents">
        {t.onThisPage}
      </h2>
      <ul className="plain">
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Purposes({ content }: Part) {
  return (
    <Section title={t.purposes} id="formaal" lead={inLanguage(content.about.purposes_together)}>
      <ul className="topics">
        {content.about.purposes.map((purpose) => (
          <li key={purpose.key}>
            <h3>{inLanguage(purpose.title)}</h3>
            <p>{purpose.text.verbatim ? t.quoted(inLanguage(purpose.text)) : inLanguage(purpose.text)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Contrasts({ content }: Part) {
  return (
    <Section title={t.contrasts} id="er-og-er-ikke">
      <table className="contrasts">
        <caption className="visually-hidden">{t.contrasts}</caption>
        <thead>
          <tr>
            <th scope="col">{t.is}</th>
            <th scope="col">{t.isNot}</th>
          </tr>
        </thead>
        <tbody>
          {content.about.contrasts.map((row) => (
            <tr key={row.is_items[0]?.da}>
              <Items texts={row.is_items} />
              <Items texts={row.is_not_items} />
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Items({ texts }: { texts: Content["about"]["contrasts"][number]["is_items"] }) {
  return (
    <td>
      <ul className="plain">
        {texts.map((text) => (
          <li key={text.da}>{inLanguage(text)}</li>
        ))}
      </ul>
    </td>
  );
}

function Factors({ content }: Part) {
  return (
    <>
      <Section title={t.factors(content.factors.length)} id="faktorer">
        <Topics topics={content.factors} numbered />
      </Section>
      <Section title={t.dimensionsLabel} level={3} tight>
        <Topics topics={content.dimensions} />
      </Section>
    </>
  );
}

function Topics({ topics, numbered }: { topics: Content["factors"]; numbered?: boolean }) {
  return (
    <ol className="topics">
      {topics.map((topic, index) => (
        <li key={topic.key}>
          <h3>
            {numbered && `${index + 1}. `}
            {inLanguage(topic.title)}
          </h3>
          <p>{inLanguage(topic.text)}</p>
        </li>
      ))}
    </ol>
  );
}

function Perspectives({ content }: Part) {
  return (
    <Section title={t.perspectives} id="perspektiver">
      <ul className="topics">
        {content.about.perspectives.map((perspective) => (
          <li key={perspective.key}>
            <h3>{inLanguage(perspective.title)}</h3>
            <div>
              <p>{inLanguage(perspective.text)}</p>
              <p className="topics__lead">{inLanguage(perspective.lead)}</p>
              <ul>
                {perspective.points.map((point) => (
                  <li key={point.da}>{inLanguage(point)}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Steps({ content }: Part) {
  return (
    <Section title={t.steps} id="trin">
      <ol className="topics">
        {content.steps.map((step) => (
          <li key={step.number}>
            <h3>
              {step.number}. {inLanguage(step.name)}
            </h3>
            <div>
              <p>{inLanguage(step.question)}</p>
              <ul>
                {step.parts.map((part) => (
                  <li key={part.key}>{inLanguage(part.label)}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Statements({ content }: Part) {
  const statements = useStatements(content);
  return (
    <Section
      title={t.statements(statements.length)}
      id="spoergsmaal"
      lead={t.statementsLead}
      actions={
        <LinkButton href={CARDS} icon="print">
          {t.toPrintedCards}
        </LinkButton>
      }
    >
      <ol className="statements">
        {statements.map((statement) => (
          <li key={statement.key}>{inLanguage(statement.text)}</li>
        ))}
      </ol>
    </Section>
  );
}
