/**
 * The cycles of a trial action as tabs that are links: each cycle has its own address.
 *   <CycleTabs items={[{ key: id, href: to.trial(id), label: "Cyklus 1", detail: "Evalueret: justeret" },
 *      { key: "next", label: "Cyklus 3", detail: "Bliver til, hvis I justerer" }]} current={id} />
 * And the family tree: trunk = own cycles, branches = borrowed by, `pending` = not yet there.
 *   <FamilyTree items={[{ key, title: "Cyklus 1", detail: "...", state: "evaluated", branches: [...] }]} />
 */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Shape, type TrialState, trialStateWord } from "./Badge";
import { classes } from "./classes";
import { t } from "./texts";

interface Cycle {
  key: string;
  href?: string;
  label: string;
  detail?: string;
}

export function CycleTabs({ items, current }: { items: readonly Cycle[]; current: string }) {
  return (
    <nav className="cycles" aria-label={t.cycles}>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <CycleTab item={item} current={item.key === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CycleTab({ item, current }: { item: Cycle; current: boolean }) {
  const words = (
    <>
      <span className="cycle__label">{item.label}</span>
      {item.detail && <span className="cycle__detail">{item.detail}</span>}
    </>
  );
  if (!item.href) return <span className="cycle">{words}</span>;
  return (
    <Link
      href={item.href}
      className={classes("cycle", current && "cycle--current")}
      aria-current={current ? "page" : undefined}
    >
      {words}
    </Link>
  );
}

export interface Branch {
  key: string;
  title: ReactNode;
  href?: string;
  detail?: ReactNode;
  state: TrialState;
}

export interface Trunk extends Branch {
  current?: boolean;
  /** Not there yet: drawn dashed. */
  pending?: boolean;
  branches?: readonly Branch[];
}

export function FamilyTree({ items }: { items: readonly Trunk[] }) {
  return (
    <ol className="tree" aria-label={t.familyTree}>
      {items.map((item, index) => (
        <li
          key={item.key}
          className={classes(
            "tree__item",
            item.pending && "tree__item--pending",
            items[index + 1]?.pending && "tree__item--before-pending",
          )}
          aria-current={item.current ? "true" : undefined}
        >
          <Knot branch={item} hideState={item.pending} />
          {item.branches && item.branches.length > 0 && (
            <ul className="tree__branches">
              {item.branches.map((branch) => (
                <li key={branch.key} className="tree__branch">
                  <Knot branch={branch} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Knot({ branch, hideState }: { branch: Branch; hideState?: boolean }) {
  return (
    <div className="knot">
      <Shape state={hideState ? "draft" : branch.state} size={16} />
      <div>
        <p className="knot__title">
          {branch.href ? (
            <Link href={branch.href} className="title-link">
              {branch.title}
            </Link>
          ) : (
            branch.title
          )}
          {!hideState && <span className="visually-hidden">, {trialStateWord(branch.state)}</span>}
        </p>
        {branch.detail && <p className="knot__detail">{branch.detail}</p>}
      </div>
    </div>
  );
}
