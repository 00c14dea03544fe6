/** Events by day, newest first, a sentence each; under it what stood there before. */

import { useSignedIn } from "../../api/session";
import { capital, clock, weekdayLong, weekdayShort } from "../../dates";
import { TextLink } from "../../ui/Button";
import { Former } from "./Former";
import "./history.scss";
import { h } from "./texts";
import { byDay, gathered, type Happened, hrefOf, type Line, type Named, sentence } from "./words";

export interface Look {
  /** The department whose page it is: its name need not stand at every line. */
  department?: string;
  /** One's own list: "Du" instead of a name. */
  own?: boolean;
  /** A record's page: it is named in the heading. */
  record?: boolean;
}

interface Props extends Look {
  events: readonly Happened[];
  named: Named;
}

export function HistoryList({ events, named, ...look }: Props) {
  const { today } = useSignedIn();
  const title = (day: string) =>
    capital(day.slice(0, 4) === today.slice(0, 4) ? weekdayShort(day) : weekdayLong(day));
  return (
    <>
      {byDay(gathered(events)).map(({ day, lines }) => (
        <section className="history-day" key={day} aria-labelledby={`day-${day}`}>
          <h2 className="history-day__title" id={`day-${day}`}>
            {title(day)}
          </h2>
          <ul className="history-day__events">
            {lines.map((line) => (
              <OneLine key={line.event.id} line={line} named={named} look={look} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function OneLine({ line, named, look }: { line: Line; named: Named; look: Look }) {
  const { event } = line;
  const { today } = useSignedIn();
  const href = look.record ? null : hrefOf(event);
  const where = line.departments.filter(({ id }) => id !== look.department).map(({ name }) => name);
  const pieces = sentence(event, { named, today, own: look.own, record: look.record });
  return (
    <li className="event">
      <span className="event__at">{clock(event.at)}</span>
      <div>
        <p>
          {pieces.map((piece) =>
            piece.link && href ? (
              <TextLink key={piece.words} href={href}>
                {piece.words}
              </TextLink>
            ) : (
              piece.words
            ),
          )}
        </p>
        {where.length > 0 && event.kind !== "department" && <p className="meta">{where.join(", ")}</p>}
        {event.former.length > 0 && <Former event={event} acts={look.record ?? false} />}
      </div>
    </li>
  );
}

/** Words for how many are shown. */
export const countOf = (events: readonly Happened[], more: boolean): string =>
  h.count(gathered(events).length, more);
