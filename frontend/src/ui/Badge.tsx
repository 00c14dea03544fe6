/**
 * State of a trial action: a shape and a word, never a colour alone. <Badge state="running" />
 * <Shape state="..."/> is the shape alone (family tree). <Tag> is a plain word in a badge.
 */
import type { ReactNode } from "react";
import { t } from "./texts";

export type TrialState = "draft" | "planned" | "running" | "tried" | "evaluated" | "cancelled";

export const trialStateWord = (state: TrialState): string => t.trial[state];

export function Badge({ state }: { state: TrialState }) {
  return (
    <span className={`badge badge--${state}`}>
      <Shape state={state} />
      {t.trial[state]}
    </span>
  );
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className="badge badge--plain">{children}</span>;
}

/** `size` in px; drawn on a field of 14. */
export function Shape({ state, size = 14 }: { state: TrialState; size?: number }) {
  return (
    <svg
      className={`shape shape--${state}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {state === "evaluated" ? (
        <>
          <circle className="shape__full" cx="7" cy="7" r="6.5" />
          <path className="shape__tick" d="M4.2 7.3l2 2 3.6-4.2" />
        </>
      ) : (
        <circle className="shape__ring" cx="7" cy="7" r="5.8" />
      )}
      {state === "running" && <path className="shape__full" d="M7 1.2a5.8 5.8 0 010 11.6z" />}
      {state === "tried" && <circle className="shape__full" cx="7" cy="7" r="3.2" />}
      {state === "cancelled" && <path className="shape__stroke" d="M3.5 10.5l7-7" />}
    </svg>
  );
}
