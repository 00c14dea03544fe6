/** *Ark til tavlen*: one A4, to be printed and written on, however much there is. */
import { useParams } from "wouter";
import { Await } from "../Await";
import type { Schemas } from "../api/client";
import { longDay } from "../dates";
import { to } from "../paths";
import { Button, TextLink } from "../ui/Button";
import { Logo } from "../ui/Icon";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { type Board, BoardDates, BoardPractices, BoardSteps, BoardTrials, useBoardLink } from "./board";
import { t } from "./boardTexts";
import { fitting } from "./fitting";

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
        <Rest board={board} page={link.url !== null} />
        <p className="sheet__foot">
          <span>{t.printed(longDay(board.today))}</span>
          <span>{t.onlyShared}</span>
        </p>
      </article>
    </>
  );
}

/** What there is room for; of the rest how much there is, and where. `page`: the board page is on. */
function Rest({ board, page }: { board: Board; page: boolean }) {
  const room = fitting(board);
  const more = (all: number, shown: number) => (all > shown ? t.more(all - shown, page) : undefined);
  const { trials, dates, practices } = board;
  const noticed = (
    <Section title={t.noticed} ruled>
      <ul className="sheet__lines" aria-hidden="true">
        {Array.from({ length: room.lines }, (_, line) => line).map((line) => (
          <li key={line} />
        ))}
      </ul>
    </Section>
  );
  const days = (
    <BoardDates
      board={{ ...board, dates: dates.slice(0, room.dates) }}
      more={more(dates.length, room.dates)}
    />
  );
  return (
    <>
      <BoardTrials
        board={{ ...board, trials: trials.slice(0, room.trials) }}
        more={more(trials.length, room.trials)}
        tally
      />
      <div className="sheet__two">
        {days}
        {practices.length === 0 ? (
          noticed
        ) : (
          <BoardPractices
            board={{ ...board, practices: practices.slice(0, room.practices) }}
            more={more(practices.length, room.practices)}
          />
        )}
      </div>
      {practices.length > 0 && noticed}
    </>
  );
}
