/** One statement: eight native radios in one group, so that "Ved ikke" clears the number. */
import { make } from "./make";
import type { Words } from "./words";

/** `chosen`: 1 to 7, 0 for "Ved ikke", null for nothing yet. */
export function question(
  t: Words,
  number: number,
  text: string,
  chosen: number | null,
  choose: (value: number) => void,
): HTMLElement {
  const name = `q${number}`;
  const told = make("p", { class: "told", "aria-live": "polite" });
  const tell = (value: number | null) => {
    told.textContent = value === null ? "" : t.yours(value === 0 ? t.unknownAnswer : String(value));
  };
  const radio = (value: number, label: string): HTMLInputElement => {
    const input = make("input", {
      type: "radio",
      name,
      id: `${name}-${value}`,
      value: String(value),
      autocomplete: "off",
      "aria-label": label,
      change: () => {
        tell(value);
        choose(value);
      },
    });
    input.checked = chosen === value;
    return input;
  };
  const cells = [1, 2, 3, 4, 5, 6, 7].map((value) => {
    const label = value === 1 ? t.lowName : value === 7 ? t.highName : String(value);
    return make("label", { class: "cell" }, radio(value, label), make("span", {}, String(value)));
  });
  tell(chosen);
  return make(
    "fieldset",
    { class: "question" },
    make(
      "legend",
      {},
      make("span", { class: "count" }, t.question(number)),
      make("span", { class: "statement" }, text),
    ),
    make("p", { class: "ends", "aria-hidden": "true" }, make("span", {}, t.low), make("span", {}, t.high)),
    make("div", { class: "cells" }, ...cells),
    make(
      "div",
      { class: "below" },
      make("label", { class: "unknown" }, radio(0, t.unknown), make("span", {}, t.unknown)),
      told,
    ),
  );
}
