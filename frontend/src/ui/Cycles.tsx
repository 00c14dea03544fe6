/**
 * The cycles of a trial action as tabs that are links: each cycle has its own address.
 *   <CycleTabs items={[{ key: id, href: to.trial(id), label: "Cyklus 1", detail: "Evalueret: justeret" },
 *      { key: "next", label: "Cyklus 3", detail: "Bliver til, hvis I justerer" }]} current={id} />
 * And the family tree: trunk = own cycles, branches = borrowed by, `pending` = not yet there.
 *   <FamilyTree items={[{ key, title: "Cyklus 1", detail: "...", state: "evaluated", branches: [...] }]} />
 */
import { type ReactNode, useEffect, useRef } from "react";
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
  const row = useRef<HTMLElement>(null);
  // On a phone the row is wider than the screen: the cycle one reads is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cycle is another place in the row.
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - row.current.offsetLeft - 16;
  }, [current]);
  return (
    <nav className="cycles" aria-label={t.cycles} ref={row}>
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
    <ol className="family" aria-label={t.familyTree}>
      {items.map((item, index) => (
        <li
          key={item.key}
          className={classes(
            "family__item",
            item.pending && "family__item--pending",
            items[index + 1]?.pending && "family__item--before-pending",
          )}
          aria-current={item.current ? "true" : undefined}
        >
          <Knot branch={item} hideState={item.pending} />
          {item.branches && item.branches.length > 0 && (
            <ul className="family__branches">
              {item.branches.map((branch) => (
                <li key={branch.key} className="family__branch">
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
