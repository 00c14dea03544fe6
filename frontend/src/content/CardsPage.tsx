/** The statements as cards for a talk: on the screen, or printed and cut out. Nothing is answered here. */
import { Await } from "../Await";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { Button, LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import "./content.scss";
import { type Content, useContent, useStatements } from "./parts";
import { t } from "./texts";

export function CardsPage() {
  return <Await query={useContent()}>{(content) => <Cards content={content} />}</Await>;
}

function Cards({ content }: { content: Content }) {
  const { dialogue } = content;
  const statements = new Map(useStatements(content).map((each) => [each.key, each.text]));
  return (
    <Page
      title={inLanguage(dialogue.title)}
      crumbs={[
        { href: to.library, label: t.library },
        { href: to.about, label: t.about },
      ]}
      lead={inLanguage(dialogue.intro)}
      actions={
        <>
          <LinkButton href={to.cardsAtMeeting}>{t.atMeeting}</LinkButton>
          <Button kind="filled" icon="print" onClick={() => print()}>
            {t.toPrintedCards}
          </Button>
        </>
      }
    >
      <Section title={t.howCards} tight>
        <div className="prose">
          <ol>
            {dialogue.how.map((one) => (
              <li key={one.da}>{inLanguage(one)}</li>
            ))}
          </ol>
        </div>
      </Section>
      <Section title={t.cards}>
        <ol className="cards">
          {dialogue.cards.map((card, index) => (
            <li key={card.statement} className="card">
              <p className="meta">{t.cardOf(index + 1, dialogue.cards.length)}</p>
              <p className="card__statement">{inLanguage(statements.get(card.statement) ?? card.ask)}</p>
              <p className="card__ask">{inLanguage(card.ask)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
