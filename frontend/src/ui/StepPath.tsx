/**
 * The three steps. One drawing in three sizes; it is hidden from screen readers, the words beside it are not.
 *   <StepPath steps={[{ number: 1, title: "Præsentation og drøftelse", state: "done",
 *      status: "På plads 26. marts", detail: "To drøftelser ...", href?, mend: <>...</> }]} />
 *      horizontal, on a phone vertical; `mend` is what is missing, with the button that mends it
 *   <SmallStepPath states={["done", "done", "in_progress"]} text="Trin 3 i gang" />
 *   smallStepText(states) words the small one: "Trin 3 i gang", "Trin 3 på plads", "Ikke begyndt"
 */
import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./Icon";
import { t } from "./texts";

export type StepState = "not_started" | "in_progress" | "done";

export interface PathStep {
  number: number;
  title: ReactNode;
  state: StepState;
  /** "På plads 26. marts"; without it the state's own words. */
  status?: ReactNode;
  detail?: ReactNode;
  mend?: ReactNode;
}

export function StepPath({ steps, level = 2 }: { steps: readonly PathStep[]; level?: 2 | 3 }) {
  const Title = `h${level}` as const;
  return (
    <ol className="step-path" aria-label={t.steps}>
      {steps.map((step) => (
        <li key={step.number} className={`step step--${step.state}`}>
          <span className="step__mark" aria-hidden="true">
            {step.state === "done" ? <Icon name="check" size={24} /> : step.number}
          </span>
          <div className="step__words">
            <p className="step__count">
              {t.stepOf(step.number, steps.length)}
              <span className="visually-hidden">,</span>
            </p>
            <Title className="h3">{step.title}</Title>
            <p className="step__status">
              <span className="visually-hidden">, </span>
              {step.status ?? t.step[step.state]}
            </p>
            {step.detail && <div className="step__detail">{step.detail}</div>}
            {step.mend && <div className="step__mend">{step.mend}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export function SmallStepPath({ states, text }: { states: readonly StepState[]; text?: string }) {
  const parts = states.map((state, index) => ({ state, number: index + 1 }));
  return (
    <span className="small-path">
      <svg
        className="small-path__drawing"
        width={states.length * 28 - 12}
        height="16"
        viewBox={`0 0 ${states.length * 28 - 12} 16`}
        aria-hidden="true"
        focusable="false"
      >
        {parts.map(({ state, number }) => (
          <SmallMark key={number} state={state} at={(number - 1) * 28 + 8} last={number === parts.length} />
        ))}
      </svg>
      <span className="small-path__text">{text ?? smallStepText(states)}</span>
    </span>
  );
}

function SmallMark({ state, at, last }: { state: StepState; at: number; last: boolean }) {
  return (
    <g className={classes("small-mark", `small-mark--${state}`)}>
      {!last && <path className="small-mark__line" d={`M${at + 9} 8h10`} />}
      {state === "done" ? (
        <>
          <circle className="small-mark__full" cx={at} cy="8" r="7.5" />
          <path className="small-mark__tick" d={`M${at - 3.2} 8.3l2.3 2.3 4-4.6`} />
        </>
      ) : (
        <>
          <circle className="small-mark__ring" cx={at} cy="8" r="6.6" />
          {state === "in_progress" && (
            <path className="small-mark__half" d={`M${at} 1.4a6.6 6.6 0 010 13.2z`} />
          )}
        </>
      )}
    </g>
  );
}

/** The small path's words: the furthest step and its state. */
export function smallStepText(states: readonly StepState[]): string {
  const furthest = states.findLastIndex((state) => state !== "not_started");
  if (furthest < 0) return t.step.not_started;
  const state = t.step[states[furthest] as StepState];
  return `${t
    .stepOf(furthest + 1, 0)
    .split(" ")
    .slice(0, 2)
    .join(" ")} ${state.charAt(0).toLowerCase()}${state.slice(1)}`;
}
