/** The answer page's states, one after the other, drawn anew into one place. */
import { scanner } from "./camera";
import { readCode } from "./code";
import { make } from "./make";
import { question } from "./question";
import { fetchQuestions, type Questionnaire, sendAnswers } from "./send";
import { dayIn, type Language, type Words, words } from "./words";

/** On the tablet: how long thanks stay, and how long an abandoned page waits. */
const THANKS = 20_000;
const ABANDONED = 90_000;
const RETRY = 10_000;

type Fault = "" | "code" | "mistyped" | "nothing" | "unusable" | "busy" | "offline";

export class Answering {
  private language: Language = "da";
  private answers: (number | null)[] = [];
  private questions: Questionnaire | null = null;
  private fault: Fault = "";
  private sending = false;
  private timer = 0;
  private idle = 0;
  private draw: () => void = () => this.waiting();

  constructor(
    private readonly place: HTMLElement,
    private readonly wave: string | null,
    private code: string,
    private readonly tablet: boolean,
  ) {
    addEventListener("online", () => this.fault === "offline" && void this.send());
    if (tablet) {
      for (const sign of ["pointerdown", "keydown", "input"]) addEventListener(sign, () => this.stay());
    }
  }

  async begin(): Promise<void> {
    this.show(() => this.waiting());
    try {
      this.questions = await fetchQuestions(this.wave);
    } catch {
      this.show(() =>
        this.message(
          this.t.trouble,
          [],
          this.button(this.t.reload, () => this.begin()),
        ),
      );
      return;
    }
    this.restart();
  }

  /** From the beginning, with nothing left of whoever was here before. */
  private restart(): void {
    clearTimeout(this.timer);
    clearTimeout(this.idle);
    this.answers = new Array(7).fill(null);
    this.fault = "";
    this.sending = false;
    if (this.tablet) this.code = "";
    const { questions } = this;
    if (!questions) this.show(() => this.message(this.t.gone, [this.t.goneText]));
    else if (questions.state === "before") this.show(() => this.before(questions));
    else if (questions.state === "over") this.show(() => this.over(questions));
    else if (this.tablet) this.show(() => this.tabletStart());
    else this.show(() => this.form(questions));
  }

  private get t(): Words {
    return words[this.language];
  }

  private show(draw: () => void): void {
    this.draw = draw;
    document.documentElement.lang = this.language;
    document.title = this.t.title;
    draw();
  }

  private fill(...children: (Node | null)[]): void {
    const header = make(
      "header",
      {},
      make("span", { class: "brand" }, "Trinvis"),
      make(
        "button",
        {
          type: "button",
          class: "plain",
          lang: this.language === "da" ? "en" : "da",
          click: () => this.turn(),
        },
        this.t.other,
      ),
    );
    const main = make("main", {}, ...children);
    this.place.replaceChildren(header, main);
  }

  private turn(): void {
    this.language = this.language === "da" ? "en" : "da";
    this.show(this.draw);
  }

  private button(words: string, act: () => void): HTMLElement {
    return make("button", { type: "button", class: "send", click: act }, words);
  }

  private waiting(): void {
    this.fill(make("p", { role: "status" }, this.t.loading));
  }

  private message(title: string, lines: string[], ...more: Node[]): void {
    const heading = make("h1", { tabindex: "-1" }, title);
    this.fill(heading, ...lines.map((line) => make("p", {}, line)), ...more);
    heading.focus();
  }

  private before({ opens_on }: Questionnaire): void {
    this.message(this.t.before, opens_on ? [this.t.beforeText(dayIn(this.language, opens_on))] : []);
  }

  private over({ dialogue_on }: Questionnaire): void {
    const when = dialogue_on ? [this.t.overWhen(dayIn(this.language, dialogue_on))] : [];
    this.message(this.t.over, [this.t.overText, ...when]);
  }

  // ---- the questions

  private form(questions: Questionnaire): void {
    const { t, language } = this;
    const about = [
      questions.place ? `${questions.place}.` : "",
      t.two,
      questions.closes_on ? t.until(dayIn(language, questions.closes_on)) : "",
    ];
    this.fill(
      make("h1", { tabindex: "-1" }, t.heading),
      make("p", { class: "about" }, about.filter(Boolean).join(" ")),
      this.trust(),
      make("p", { class: "think" }, t.think),
      make(
        "form",
        {
          novalidate: true,
          autocomplete: "off",
          submit: (event: Event) => {
            event.preventDefault();
            void this.send();
          },
        },
        ...questions.statements.map(({ text }, index) =>
          question(t, index + 1, text[language], this.answers[index] ?? null, (value) => {
            this.answers[index] = value;
          }),
        ),
        this.needsCode() ? this.codeField() : null,
        this.faultBox(),
        make("button", { type: "submit", class: "send" }, this.sending ? t.sending : t.send),
        make("p", { class: "small" }, t.final),
        this.tablet
          ? make("button", { type: "button", class: "plain", click: () => this.restart() }, t.leave)
          : null,
      ),
    );
  }

  private trust(): HTMLElement {
    const { t } = this;
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
        make("ul", {}, ...[t.limit1, t.limit2, t.limit3, t.limit4].map((line) => make("li", {}, line))),
        make("p", {}, make("a", { href: "/tillid", target: "_blank", rel: "noopener" }, t.more)),
      ),
    );
  }

  private needsCode(): boolean {
    return readCode(this.code) === null || this.fault === "unusable" || this.fault === "mistyped";
  }

  private codeField(): HTMLElement {
    const { t } = this;
    const wrong = this.fault === "code" || this.fault === "mistyped";
    const field = make("input", {
      id: "kode",
      type: "text",
      inputmode: "text",
      autocomplete: "off",
      autocapitalize: "characters",
      spellcheck: "false",
      maxlength: "40",
      "aria-describedby": "kode-hint",
      "aria-invalid": wrong ? "true" : "false",
      input: (event: Event) => {
        this.code = (event.target as HTMLInputElement).value;
      },
    });
    field.value = this.fault === "unusable" ? "" : this.code;
    return make(
      "div",
      { class: "code" },
      make("label", { for: "kode" }, t.code),
      make("p", { id: "kode-hint", class: "small" }, t.codeHint),
      field,
    );
  }

  /** What stands in the way, in focus; empty as long as nothing does. */
  private faultBox(): HTMLElement | null {
    const { t, fault } = this;
    if (fault === "") return null;
    if (fault === "offline") {
      return make(
        "div",
        { class: "fault", role: "status", tabindex: "-1" },
        make("h2", {}, t.offline),
        make("p", {}, t.offlineText),
        make("button", { type: "button", class: "plain", click: () => void this.send() }, t.again),
      );
    }
    const told = {
      code: t.noCode,
      mistyped: t.mistyped,
      nothing: t.nothing,
      unusable: t.unusable,
      busy: t.busy,
    };
    return make(
      "div",
      { class: "fault", role: "alert", tabindex: "-1" },
      fault === "unusable" ? null : make("h2", {}, t.wrong),
      make(
        "p",
        {},
        fault === "code" || fault === "mistyped" ? make("a", { href: "#kode" }, told[fault]) : told[fault],
      ),
    );
  }

  private stop(fault: Fault): void {
    this.fault = fault;
    this.sending = false;
    this.show(this.draw);
    this.place.querySelector<HTMLElement>(".fault")?.focus();
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    clearTimeout(this.timer);
    const code = readCode(this.code);
    if (this.answers.every((answer) => answer === null)) return this.stop("nothing");
    if (code === null) return this.stop(this.code.trim() === "" ? "code" : "mistyped");
    this.sending = true;
    const button = this.place.querySelector<HTMLButtonElement>("button[type=submit]");
    if (button) button.textContent = this.t.sending;
    const outcome = await sendAnswers(
      this.wave,
      code,
      this.answers.map((answer) => answer || null),
    );
    this.sending = false;
    if (outcome === "sent") return this.thanks();
    if (outcome === "closed")
      return this.questions ? this.show(() => this.message(this.t.over, [this.t.overText])) : undefined;
    this.stop(outcome);
    if (outcome === "offline") this.timer = window.setTimeout(() => void this.send(), RETRY);
  }

  /** Nothing of the answer is left in the page. */
  private thanks(): void {
    this.answers = [];
    this.code = "";
    this.fault = "";
    const day = this.questions?.dialogue_on;
    this.show(() => {
      const when = day ? [this.t.thanksWhen(dayIn(this.language, day))] : [];
      const next = this.tablet ? [this.button(this.t.next, () => this.restart())] : [];
      this.message(this.t.thanks, [this.t.thanksText, ...when], ...next);
    });
    if (this.tablet) {
      clearTimeout(this.idle);
      this.timer = window.setTimeout(() => this.restart(), THANKS);
    }
  }

  // ---- the tablet

  /** Somebody is here: the page waits again. */
  private stay(): void {
    clearTimeout(this.idle);
    if (this.code || this.answers.some((answer) => answer !== null)) {
      this.idle = window.setTimeout(() => this.restart(), ABANDONED);
    }
  }

  private tabletStart(): void {
    const { t } = this;
    const begin = () => {
      if (readCode(this.code) === null) return this.stop(this.code.trim() === "" ? "code" : "mistyped");
      this.fault = "";
      const { questions } = this;
      if (questions) this.show(() => this.form(questions));
      this.place.querySelector<HTMLElement>("h1")?.focus();
    };
    this.fill(
      make("h1", { tabindex: "-1" }, t.tablet),
      make("p", {}, t.tabletText),
      make(
        "form",
        {
          novalidate: true,
          autocomplete: "off",
          submit: (event: Event) => {
            event.preventDefault();
            begin();
          },
        },
        this.codeField(),
        this.faultBox(),
        make("button", { type: "submit", class: "send" }, t.begin),
      ),
      scanner(t, (found) => {
        this.code = found;
        begin();
      }),
    );
  }
}
