/**
 * Lists of records and of facts.
 *   <Rows><Row title="Fælles morgenmøde" href={to.trial(id)} text="Ti minutter ..." meta="Tovholder: ..."
 *      side={<Badge state="running" />} /></Rows>      side: right on a wide screen, above/below on a phone
 *   <Facts items={[{ label: "Fra og til", value: "4. til 29. maj 2026" }]} columns />
 *   <FactList items={[...]} />                        one under the other with hairlines ("Det kan HMU se")
 *   <LinkRows items={[{ href, label: "Måling", icon: "chart" }]} />
 *   <TimeLine items={[{ key, when: "1. juni", what: "Afprøvet" }]} />   "Vejen hertil"
 */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import { Heading } from "./Section";

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ReactNode;
  href?: string;
  text?: ReactNode;
  meta?: ReactNode;
  side?: ReactNode;
  /** On a phone the side stands above the title (a badge) instead of below the text. */
  sideFirst?: boolean;
  /** 20 px titles, as on Forside. */
  large?: boolean;
  actions?: ReactNode;
  level?: 2 | 3 | 4;
}

export function Row({ title, href, text, meta, side, sideFirst, large, actions, level = 3 }: RowProps) {
  return (
    <li className={classes("row", sideFirst && "row--side-first", large && "row--large")}>
      <div className="row__words">
        <Heading level={level} size={large ? 3 : 4}>
          {href ? (
            <Link href={href} className="title-link">
              {title}
            </Link>
          ) : (
            title
          )}
        </Heading>
        {text && <p className="row__text">{text}</p>}
        {meta && <p className="row__meta">{meta}</p>}
      </div>
      {side && <div className="row__side">{side}</div>}
      {actions && <div className="row__actions no-print">{actions}</div>}
    </li>
  );
}

export interface Fact {
  label: ReactNode;
  value: ReactNode;
  key?: string;
}

const keyOf = (fact: Fact, index: number): string => fact.key ?? `${index}`;

/** Label over value; `columns`: two beside each other; `large`: values in 20 px (the three sentences). */
export function Facts({
  items,
  columns,
  large,
}: {
  items: readonly Fact[];
  columns?: boolean;
  large?: boolean;
}) {
  return (
    <dl className={classes("facts", columns && "facts--columns", large && "facts--large")}>
      {items.map((fact, index) => (
        <div key={keyOf(fact, index)}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function FactList({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {items.map((fact, index) => (
        <div key={keyOf(fact, index)}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function LinkRows({ items }: { items: readonly { href: string; label: string; icon: IconName }[] }) {
  return (
    <ul className="link-rows no-print">
      {items.map((item) => (
        <li key={item.href}>
          <Link href={item.href}>
            <Icon name={item.icon} />
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function TimeLine({ items }: { items: readonly { key: string; when: string; what: ReactNode }[] }) {
  return (
    <ul className="time-line">
      {items.map((item) => (
        <li key={item.key}>
          <span className="time-line__when">{item.when}</span>
          <span>{item.what}</span>
        </li>
      ))}
    </ul>
  );
}
