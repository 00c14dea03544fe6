/**
 * The frame of a page's content: title in the tab and as h1, breadcrumb, lead, actions.
 *   <Page title="Lungemedicinsk sengeafsnit" crumbs={[{ href: to.departments, label: "Afdelinger" }]}
 *         meta="Første runde, begyndt 3. marts 2026." actions={<Button kind="filled">Følg op</Button>}>
 * over: a small line above the title (the date on Forside); lead: 20 px; meta: 16 px, muted; badge: beside
 * meta; `current`: last crumb where it differs from the title; width: "normal" 1120, "wide" 1200, "text" 704;
 * compact: a short page for a phone (Følg op).
 * <Columns aside={...}> puts a narrow column to the right, below on a phone.
 */
import { type ReactNode, useEffect } from "react";
import { Link } from "wouter";
import { useArrival } from "./arrival";
import { useArrived } from "./arriving";
import { classes } from "./classes";
import { t } from "./texts";

export interface Crumb {
  href: string;
  label: string;
}

interface PageProps {
  title: string;
  over?: ReactNode;
  crumbs?: Crumb[];
  current?: string;
  lead?: ReactNode;
  meta?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  width?: "normal" | "wide" | "text";
  compact?: boolean;
  children?: ReactNode;
}

export function Page(props: PageProps) {
  const { title, over, crumbs, current, lead, meta, badge, actions, width, compact, children } = props;
  const heading = useArrival<HTMLHeadingElement>();
  const arrived = useArrived();
  useEffect(() => {
    document.title = `${title} - Trinvis`;
  }, [title]);
  return (
    <div
      className={classes(
        "page",
        width && `page--${width}`,
        compact && "page--compact",
        !arrived && "page--arriving",
      )}
    >
      {crumbs && <Breadcrumb crumbs={crumbs} current={current ?? title} />}
      <div className="page__head">
        <div className="page__words">
          {over && <p className="page__over">{over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
          {(meta || badge) && (
            <div className="page__meta">
              {badge}
              {meta && <p>{meta}</p>}
            </div>
          )}
        </div>
        {actions && <div className="page__actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

function Breadcrumb({ crumbs, current }: { crumbs: Crumb[]; current: string }) {
  return (
    <nav className="breadcrumb no-print" aria-label={t.breadcrumb}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}

/** Main column and a narrow one beside it; `wide`: 336 px (Afdeling) instead of 304. */
export function Columns({
  children,
  aside,
  wide,
}: {
  children: ReactNode;
  aside: ReactNode;
  wide?: boolean;
}) {
  return (
    <div className={classes("columns", wide && "columns--wide")}>
      <div className="columns__main">{children}</div>
      <div className="columns__aside">{aside}</div>
    </div>
  );
}
