/**
 * Parts of a page.
 *   <Section title="Prøvehandlinger" actions={<LinkButton kind="quiet" ...>} ruled>...</Section>
 * level: 2 (24 px) or 3 (20 px), default 2; size: another size (2 24, 3 20, 4 18, 5 16 px); ruled: hairline under the head;
 * tight: less air above; lead: muted line under the title.
 *   <Panel tone="tint" title="Klar til at blive evalueret">...</Panel>
 * tone: tint = something for you here; frame = what somebody else sees; warm = a person waits; quiet = rest.
 *   <Phase title="Studér" under="Det lærte vi" open>...</Phase>   one phase of a trial, title to the left
 *   <More label="Mere: hvad er svært i dag, faktorer, redskaber">...</More>   opened where it stands
 */
import { type ReactNode, useId } from "react";
import { classes } from "./classes";
import { t } from "./texts";

type Level = 2 | 3 | 4;
/** 24, 20, 18, 16 px. */
type Size = 2 | 3 | 4 | 5;

interface SectionProps {
  title?: ReactNode;
  level?: Level;
  size?: Size;
  lead?: ReactNode;
  actions?: ReactNode;
  ruled?: boolean;
  tight?: boolean;
  /** In the narrow column: a hairline under it. */
  divided?: boolean;
  id?: string;
  children?: ReactNode;
}

export function Section({
  title,
  level = 2,
  size,
  lead,
  actions,
  ruled,
  tight,
  divided,
  id,
  children,
}: SectionProps) {
  const name = useId();
  return (
    <section
      className={classes("section", tight && "section--tight", divided && "section--divided")}
      id={id}
      aria-labelledby={title ? name : undefined}
    >
      {title && (
        <div className={classes("section__head", ruled && "section__head--ruled")}>
          <div>
            <Heading level={level} size={size} id={name}>
              {title}
            </Heading>
            {lead && <p className="section__lead">{lead}</p>}
          </div>
          {actions && <div className="no-print">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

interface HeadingProps {
  level: Level;
  size?: Size;
  id?: string;
  children: ReactNode;
}

/** A heading whose size need not follow its level. */
export function Heading({ level, size, id, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={size && `h${size}`}>
      {children}
    </Tag>
  );
}

interface PanelProps {
  tone: "tint" | "frame" | "warm" | "quiet";
  title?: ReactNode;
  level?: Level;
  children: ReactNode;
}

export function Panel({ tone, title, level = 2, children }: PanelProps) {
  const name = useId();
  const inside = (
    <>
      {title && (
        <Heading level={level} size={3} id={name}>
          {title}
        </Heading>
      )}
      {children}
    </>
  );
  const look = `panel panel--${tone}`;
  if (!title) return <div className={look}>{inside}</div>;
  return (
    <section className={look} aria-labelledby={name}>
      {inside}
    </section>
  );
}

interface PhaseProps {
  title: string;
  under?: string;
  open?: boolean;
  children: ReactNode;
}

export function Phase({ title, under, open, children }: PhaseProps) {
  const name = useId();
  return (
    <section className={classes("phase", open && "phase--open")} aria-labelledby={name}>
      <div className="phase__title">
        <h2 id={name}>{title}</h2>
        {under && <p>{under}</p>}
      </div>
      <div className="phase__body">{children}</div>
    </section>
  );
}

interface MoreProps {
  label?: string;
  open?: boolean;
  children: ReactNode;
}

export function More({ label = t.more, open, children }: MoreProps) {
  return (
    <details className="more" open={open}>
      <summary>{label}</summary>
      <div className="more__body">{children}</div>
    </details>
  );
}
