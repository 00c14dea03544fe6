/** Pieces of the answer page that only show what they are given. */
import { readCode } from "./code";
import { make } from "./make";
import type { Words } from "./words";

/** What stands in the way of sending: an error of the reader's, or something that passes. */
export type Fault = "" | "code" | "mistyped" | "nothing" | "unusable" | "busy" | "offline";

const SVG = "http://www.w3.org/2000/svg";

function drawn(tag: string, attributes: Record<string, string>, ...children: Element[]): Element {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function brand(): HTMLElement {
  const steps = drawn("path", { d: "M2 26h8.5v-8h8v-8h9.5" });
  const sun = drawn("circle", { cx: "23.5", cy: "4", r: "3.5" });
  return make(
    "span",
    { class: "brand" },
    drawn("svg", { viewBox: "-1 -2 32 32", "aria-hidden": "true" }, steps, sun),
    "Trinvis",
  );
}

/** What is promised, and one tap away what is not. */
export function trust(t: Words): HTMLElement {
  const limits = [t.limit1, t.limit2, t.limit3, t.limit4];
  return make(
    "section",
    { class: "trust", "aria-label": t.trust },
    make("h2", {}, t.trust),
    make("p", {}, t.trust1),
    make("p", {}, t.trust2),
    make(
      "details",
      {},
      make("summary", {}, t.limits),
      make("ul", {}, ...limits.map((line) => make("li", {}, line))),
      make("p", {}, make("a", { href: "/tillid", target: "_blank", rel: "noopener" }, t.more)),
    ),
  );
}

const isAboutCode = (fault: Fault): boolean => fault === "code" || fault === "mistyped";

/** Where the code is typed that did not come with the address. */
export function codeField(
  t: Words,
  typed: string,
  fault: Fault,
  change: (typed: string) => void,
): HTMLElement {
  const field = make("input", {
    id: "kode",
    type: "text",
    inputmode: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    maxlength: "40",
    "aria-describedby": isAboutCode(fault) ? "kode-hint fejl" : "kode-hint",
    "aria-invalid": isAboutCode(fault) ? "true" : "false",
    input: () => change(field.value),
  });
  field.value = typed;
  return make(
    "div",
    { class: "code" },
    make("label", { for: "kode" }, t.code),
    make("p", { id: "kode-hint", class: "small" }, t.codeHint),
    field,
  );
}

/** What stands in the way, to be given the focus; null as long as nothing does. */
export function faultBox(t: Words, fault: Fault, again: () => void): HTMLElement | null {
  if (fault === "") return null;
  if (fault === "offline") {
    return make(
      "div",
      { class: "fault", role: "status", tabindex: "-1" },
      make("h2", {}, t.offline),
      make("p", {}, t.offlineText),
      make("button", { type: "button", class: "plain", click: again }, t.again),
    );
  }
  const told = {
    code: t.noCode,
    mistyped: t.mistyped,
    nothing: t.nothing,
    unusable: t.unusable,
    busy: t.busy,
  };
  const toField = (event: Event) => {
    // By hand: the address stays as it is, and Back has nothing to go back to.
    event.preventDefault();
    document.getElementById("kode")?.focus();
  };
  return make(
    "div",
    { class: "fault", role: "alert", tabindex: "-1" },
    isAboutCode(fault) || fault === "nothing" ? make("h2", {}, t.wrong) : null,
    make(
      "p",
      { id: "fejl" },
      isAboutCode(fault) ? make("a", { href: "#kode", click: toField }, told[fault]) : told[fault],
    ),
  );
}

/** What is wrong with a code as it was typed. */
export const faultOf = (code: string): Fault => {
  if (readCode(code) !== null) return "";
  return code.trim() === "" ? "code" : "mistyped";
};
