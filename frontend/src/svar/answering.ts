/** The answer page's states, one after the other, drawn anew into one place. */
import { scanner } from "./camera";
import { readCode } from "./code";
import { make } from "./make";
import { brand, codeField, type Fault, faultBox, faultOf, trust } from "./parts";
import { question } from "./question";
import { fetchQuestions, type Questionnaire, sendAnswers } from "./send";
import { dayIn, type Language, type Words, words } from "./words";

/** On the tablet: how long thanks stay, and how long an abandoned page waits. */
const THANKS = 20_000;
const ABANDONED = 90_000;
const RETRY = 10_000;

export class Answering {
  private language: Language = "da";
  private answers: (number | null)[] = [];
  private questions: Questionnaire | null = null;
  private fault: Fault = "";
  /** Where the code is asked for among the questions: not, before them, or where its refusal is told. */
  private asks: "" | "above" | "below" = "";
  private sending = false;
  private timer = 0;
  private idle = 0;
  private draw: () => void = () => undefined;

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
    this.show(() => this.fill(make("p", { role: "status" }, this.t.loading)));
    try {
      this.questions = await fetchQuestions(this.wave);
    } catch {
      const again = this.button(this.t.reload, () => this.begin());
      this.show(() => this.message(this.t.trouble, [], again));
      return;
    }
    this.restart();
  }

  /** From the beginning, with nothing left of whoever was here before. */
  private restart(): void {
    this.forget();
    if (this.tablet) this.code = "";
    this.answers = new Array(7).fill(null);
    this.asks = this.tablet || readCode(this.code) ? "" : "above";
    const { questions } = this;
    if (!questions) this.show(() => this.message(this.t.gone, [this.t.goneText]));
    else if (questions.state === "before") this.show(() => this.before(questions));
    else if (questions.state === "over") this.show(() => this.over(questions));
    else if (this.tablet) this.show(() => this.tabletStart());
    else this.show(() => this.form(questions));
    scrollTo(0, 0);
  }

  private forget(): void {
    clearTimeout(this.timer);
    clearTimeout(this.idle);
    this.answers = [];
    this.fault = "";
    this.sending = false;
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
    const other = make(
      "button",
      {
        type: "button",
        class: "plain",
        lang: this.language === "da" ? "en" : "da",
        click: () => this.turn(),
      },
      this.t.other,
    );
    this.place.replaceChildren(make("header", {}, brand(), other), make("main", {}, ...children));
  }

  private turn(): void {
    this.language = this.language === "da" ? "en" : "da";
    this.show(this.draw);
    this.place.querySelector<HTMLElement>("header button")?.focus();
  }

  private button(words: string, act: () => void): HTMLElement {
    return make("button", { type: "button", class: "send", click: act }, words);
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
    const when = dialogue_on ? [this.t.seenBy(dayIn(this.language, dialogue_on))] : [];
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
      trust(t),
      this.asking(
        () => void this.send(),
        this.asks === "above" ? this.codeField() : null,
        make("p", { class: "think" }, t.think),
        ...questions.statements.map(({ text }, index) =>
          question(t, index + 1, text[language], this.answers[index] ?? null, (value) => {
            this.answers[index] = value;
          }),
        ),
        this.faultBox(),
        this.asks === "below" ? this.codeField() : null,
        make("button", { type: "submit", class: "send" }, this.sending ? t.sending : t.send),
        make("p", { class: "small" }, t.final),
      ),
      this.tablet ? this.leave() : null,
    );
  }

  private asking(act: () => void, ...children: (Node | null)[]): HTMLElement {
    const submit = (event: Event) => {
      event.preventDefault();
      act();
    };
    return make("form", { novalidate: true, autocomplete: "off", submit }, ...children);
  }

  private codeField(): HTMLElement {
    return codeField(this.t, this.code, this.fault, (typed) => {
      this.code = typed;
    });
  }

  private faultBox(): HTMLElement | null {
    return faultBox(this.t, this.fault, () => void this.send());
  }

  private leave(): HTMLElement {
    return make("button", { type: "button", class: "plain", click: () => this.restart() }, this.t.leave);
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
    if (this.answers.every((answer) => answer === null)) return this.stop("nothing");
    const code = readCode(this.code);
    if (code === null) return this.stop(faultOf(this.code));
    this.sending = true;
    this.nameSend(this.t.sending);
    const outcome = await sendAnswers(
      this.wave,
      code,
      this.answers.map((answer) => answer || null),
    );
    this.sending = false;
    if (outcome === "sent") this.thanks();
    else if (outcome === "closed") this.tooLate();
    else if (outcome === "offline") this.offline();
    else this.refused(outcome);
  }

  private nameSend(words: string): void {
    const button = this.place.querySelector("button[type=submit]");
    if (button) button.textContent = words;
  }

  private refused(fault: Fault): void {
    if (fault !== "busy") {
      this.asks = "below";
      this.code = "";
    }
    this.stop(fault);
  }

  /** The answers wait in the page. Said once: who corrects an answer meanwhile is not interrupted. */
  private offline(): void {
    if (this.fault === "offline") this.nameSend(this.t.send);
    else if (this.tablet) {
      clearTimeout(this.idle);
      this.fault = "offline";
      this.show(() => this.tabletOffline());
    } else this.stop("offline");
    this.timer = window.setTimeout(() => void this.send(), RETRY);
  }

  private tooLate(): void {
    if (this.questions) this.questions = { ...this.questions, state: "over" };
    this.restart();
  }

  /** Nothing of the answer is left in the page. */
  private thanks(): void {
    this.forget();
    this.code = "";
    const day = this.questions?.dialogue_on;
    this.show(() => {
      const when = day ? [this.t.seenBy(dayIn(this.language, day))] : [];
      const next = this.tablet ? [this.button(this.t.next, () => this.restart())] : [];
      const text = this.tablet ? this.t.tabletThanks : this.t.thanksText;
      this.message(this.t.thanks, [text, ...when], ...next);
    });
    scrollTo(0, 0);
    if (this.tablet) this.timer = window.setTimeout(() => this.restart(), THANKS);
  }

  // ---- the tablet

  /** Somebody is here: the page waits again. What is on its way without network is not given up. */
  private stay(): void {
    clearTimeout(this.idle);
    const begun = this.code !== "" || this.answers.some((answer) => answer !== null);
    if (begun && this.fault !== "offline") {
      this.idle = window.setTimeout(() => this.restart(), ABANDONED);
    }
  }

  private tabletStart(): void {
    const { t } = this;
    const begin = () => {
      const fault = faultOf(this.code);
      if (fault) return this.stop(fault);
      this.fault = "";
      this.stay();
      const { questions } = this;
      if (questions) this.show(() => this.form(questions));
      scrollTo(0, 0);
      this.place.querySelector<HTMLElement>("h1")?.focus();
    };
    this.fill(
      make("h1", { tabindex: "-1" }, t.tablet),
      make("p", {}, t.tabletText),
      this.asking(
        begin,
        this.codeField(),
        this.faultBox(),
        make("button", { type: "submit", class: "send" }, t.begin),
      ),
      scanner(t, (found) => {
        this.code = found;
        begin();
      }),
      make(
        "p",
        { class: "small" },
        make("a", { href: "/tillid", target: "_blank", rel: "noopener" }, t.more),
      ),
    );
  }

  /** The next person in the break room sees that something waits, not what. */
  private tabletOffline(): void {
    const { t } = this;
    const again = this.button(t.again, () => void this.send());
    this.message(t.offline, [t.tabletOffline], again, this.leave());
  }
}
