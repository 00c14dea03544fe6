/**
 * Lists in which the date is the left rhythm.
 *   <DueList>
 *     <DueRow date="2026-06-02" when="Skulle være fulgt op i tirsdags" title="Hvordan går det med ...?"
 *       detail="Lungemedicinsk sengeafsnit." warm actions={<LinkButton kind="filled" ...>} />
 *   </DueList>                                     Forside: large dates; the oldest alone is `warm`
 *   <DateRows>
 *     <DateRow date="2. juni" title="Når nattevagten at være med?" meta="Gør vi det, vi aftalte?" warm
 *       action={<LinkButton kind="quiet" ...>} />
 *   </DateRows>                                    Afdeling: compact; the date is already written
 */
import type { ReactNode } from "react";
import { dayParts } from "../dates";
import { classes } from "./classes";
import { Heading } from "./Section";

export function DueList({ children }: { children: ReactNode }) {
  return <ul className="due-list">{children}</ul>;
}

interface DueRowProps {
  date: string;
  when: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
  warm?: boolean;
  level?: 2 | 3;
}

export function DueRow({ date, when, title, detail, actions, warm, level = 3 }: DueRowProps) {
  const { day, month } = dayParts(date);
  return (
    <li className={classes("due", warm && "due--warm")}>
      <p className="due__date">
        <time dateTime={date}>
          <span className="due__day">{day}</span> <span className="due__month">{month}</span>
        </time>
      </p>
      <div className="due__words">
        <p className="due__when">{when}</p>
        <Heading level={level} size={3}>
          {title}
        </Heading>
        {detail && <p className="due__detail">{detail}</p>}
      </div>
      {actions && <div className="due__actions no-print">{actions}</div>}
    </li>
  );
}

export function DateRows({ children }: { children: ReactNode }) {
  return <ul className="date-rows">{children}</ul>;
}

interface DateRowProps {
  date: ReactNode;
  title: ReactNode;
  meta?: ReactNode;
  warm?: boolean;
  action?: ReactNode;
}

export function DateRow({ date, title, meta, warm, action }: DateRowProps) {
  return (
    <li className={classes("date-row", warm && "date-row--warm")}>
      <p className="date-row__date">{date}</p>
      <div className="date-row__words">
        <p>{title}</p>
        {meta && <p className="date-row__meta">{meta}</p>}
      </div>
      {action && <div className="no-print">{action}</div>}
    </li>
  );
}
