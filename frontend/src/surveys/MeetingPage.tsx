/** The cards at a meeting: one at a time in large type, on a projector or a phone. Nothing is answered here. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Await } from "../Await";
import { may, useMe } from "../api/session";
import { CARDS, type Content, useContent, useStatements } from "../content/parts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { Button } from "../ui/Button";
import { useFilters } from "../ui/Filters";
import { Page } from "../ui/Page";
import { More, Section } from "../ui/Section";
import { UsedForm } from "./dialogueParts";
import { d } from "./dialogueTexts";
import "./results.scss";

interface Card {
  key: string;
  pile: string;
  words: string;
  ask: string;
}

/** The statements, then the note's sentences about what one dares. */
function useCards(content: Content): Card[] {
  const { dialogue, about } = content;
  const statements = new Map(useStatements(content).map(({ key, text }) => [key, text]));
  const others = dialogue.sentences;
  const points = about.perspectives.find(({ key }) => key === others?.perspective)?.points ?? [];
  return [
    ...dialogue.cards.map(({ statement, ask }) => ({
      key: statement,
      pile: d.questions,
      words: inLanguage(statements.get(statement) ?? ask),
      ask: inLanguage(ask),
    })),
    ...points.map((one, index) => ({
      key: one.da,
      pile: inLanguage(others?.title ?? one),
      words: inLanguage(one),
      ask: inLanguage(others?.asks[index] ?? one),
    })),
  ];
}

export function MeetingPage() {
  return <Await query={useContent()}>{(content) => <Meeting content={content} />}</Await>;
}

function Meeting({ content }: { content: Content }) {
  const me = useMe().data;
  return (
    <Page
      title={d.title}
      compact
      crumbs={[
        { href: to.about, label: d.about },
        { href: CARDS, label: d.cards },
      ]}
      meta={d.lead}
    >
      <Deck cards={useCards(content)} />
      <div className="section section--tight">
        <More label={d.how}>
          <div className="prose">
            <ol>
              {content.dialogue.how.map((one) => (
                <li key={one.da}>{inLanguage(one)}</li>
              ))}
            </ol>
          </div>
        </More>
      </div>
      {me && may(me, "record") && (
        <Section title={d.used} lead={d.usedText}>
          <UsedForm me={me} />
        </Section>
      )}
    </Page>
  );
}

const FIRST = { kort: "1" };

function Deck({ cards }: { cards: readonly Card[] }) {
  const [{ kort }, setFilter] = useFilters(FIRST);
  const deck = useRef<HTMLElement>(null);
  const index = Math.min(Math.max(Number.parseInt(kort, 10) || 1, 1), cards.length) - 1;
  const last = index === cards.length - 1;
  const show = useCallback((n: number) => setFilter("kort", String(n + 1)), [setFilter]);
  const step = useCallback(
    (by: number) => show(Math.min(Math.max(index + by, 0), cards.length - 1)),
    [show, index, cards.length],
  );
  useArrows(deck, step);
  const card = cards[index];
  if (!card) return null;
  return (
    <section className="deck" aria-label={d.deck} ref={deck} tabIndex={-1}>
      <div className="deck__card" aria-live="polite">
        <p className="deck__place">{d.place(index + 1, cards.length, card.pile)}</p>
        <p className="deck__words">{card.words}</p>
        <p className="deck__ask">{card.ask}</p>
      </div>
      <div className="deck__acts no-print">
        {/* Stays where it is on the first card, so that the focus is not lost. */}
        <Button onClick={() => step(-1)} busy={index === 0}>
          {d.before}
        </Button>
        <Button kind="filled" onClick={() => (last ? show(0) : step(1))}>
          {last ? d.again : d.next}
        </Button>
        <FullScreen of={deck} />
      </div>
      <p className="meta deck__arrows no-print">{d.arrows}</p>
    </section>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };

/** Arrow keys while the focus is inside; what a presenter's clicker sends while it fills the screen. */
function useArrows(group: React.RefObject<HTMLElement | null>, step: (by: number) => void) {
  useEffect(() => {
    const element = group.current;
    const pressed = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key.startsWith("Page") && document.fullscreenElement !== element) return;
      event.preventDefault();
      step(by);
    };
    element?.addEventListener("keydown", pressed);
    return () => element?.removeEventListener("keydown", pressed);
  }, [group, step]);
}

function FullScreen({ of }: { of: React.RefObject<HTMLElement | null> }) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = async () => {
    if (full) return document.exitFullscreen();
    await of.current?.requestFullscreen();
    of.current?.focus();
  };
  return (
    <Button kind="quiet" className="deck__full" onClick={() => void toggle()}>
      {full ? d.leave : d.full}
    </Button>
  );
}
