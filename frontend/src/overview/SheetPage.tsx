/** *Ark til tavlen*: A4, to be printed and written on. */
import { useParams } from "wouter";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { longDay } from "../dates";
import { to } from "../paths";
import { Button, TextLink } from "../ui/Button";
import { Logo } from "../ui/Icon";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { BoardDates, BoardSteps, BoardTrials, useBoardLink } from "./board";
import { t } from "./boardTexts";

const LINES = [1, 2, 3, 4];
/** What fits beside the lines, so that three trials and their dates stay on one A4. */
const DATES = 3;

export function SheetPage() {
  const { id } = useParams<{ id: string }>();
  return <Await query={useBoardLink(id)}>{(link) => <Shown id={id} link={link} />}</Await>;
}

function Shown({ id, link }: { id: string; link: Schemas["BoardLinkOut"] }) {
  const { board } = link;
  return (
    <>
      <div className="no-print">
        <Page
          title={t.sheet}
          crumbs={[
            { href: to.departments, label: t.departments },
            { href: to.department(id), label: board.name },
            { href: to.boardLink(id), label: t.linkTitle },
          ]}
          lead={t.sheetText}
          actions={
            <Button kind="filled" icon="print" onClick={() => print()}>
              {t.toPrint}
            </Button>
          }
        >
          {link.url === null && (
            <p>
              {t.noCode} <TextLink href={to.boardLink(id)}>{t.toLink}</TextLink>
            </p>
          )}
        </Page>
      </div>
      <article className="sheet">
        <div className="sheet__head">
          <div>
            <p className="sheet__brand">
              <Logo /> Trinvis
            </p>
            <h2 className="sheet__name">{board.name}</h2>
            <p className="lead">{t.lead}</p>
          </div>
          {link.url && (
            <p className="sheet__code">
              <img src={`/api/departments/${id}/board/qr.svg`} alt={t.qr} />
              {t.seeMore}
            </p>
          )}
        </div>
        <BoardSteps board={board} />
        <BoardTrials board={board} tally />
        <div className="sheet__two">
          <BoardDates board={{ ...board, dates: board.dates.slice(0, DATES) }} />
          <Section title={t.noticed} ruled>
            <ul className="sheet__lines" aria-hidden="true">
              {LINES.map((line) => (
                <li key={line} />
              ))}
            </ul>
          </Section>
        </div>
        <p className="sheet__foot">
          <span>{t.printed(longDay(board.today))}</span>
          <span>{t.onlyShared}</span>
        </p>
      </article>
    </>
  );
}
