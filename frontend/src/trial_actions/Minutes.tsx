/** Three finished sentences about the trial for the minutes: what is tried, what is expected or learned, how it stands. */
import { longDay } from "../dates";
import { texts } from "../i18n";
import { CopyButton } from "../ui/Sharing";
import type { Trial } from "./reading";

const t = texts({
  da: {
    copy: "Kopiér til referatet",
    tries: (place: string, change: string) => `${place} prøver: ${change}.`,
    expects: (prediction: string, measure: string | null) =>
      measure
        ? `Forventningen er: ${prediction}. Det kan ses ved: ${measure}.`
        : `Forventningen er: ${prediction}.`,
    learned: (learning: string) => `Det lærte afdelingen: ${learning}.`,
    draft: "Prøvehandlingen er en kladde.",
    planned: (day: string | null) =>
      day ? `Prøvehandlingen begynder ${day}.` : "Prøvehandlingen er planlagt.",
    running: (day: string | null) =>
      day ? `Prøvehandlingen er i gang til ${day}.` : "Prøvehandlingen er i gang.",
    tried: (day: string | null) =>
      day
        ? `Prøvehandlingen er afprøvet og bliver evalueret ${day}.`
        : "Prøvehandlingen er afprøvet og skal evalueres.",
    cancelled: "Prøvehandlingen er aflyst.",
    decision: {
      adopt: "Afdelingen beholder det.",
      adapt: "Afdelingen justerer og prøver igen.",
      abandon: "Afdelingen stopper her, og det lærte den noget af.",
    },
  },
  en: {
    copy: "Copy for the minutes",
    tries: (place: string, change: string) => `${place} tries: ${change}.`,
    expects: (prediction: string, measure: string | null) =>
      measure
        ? `What is expected: ${prediction}. It can be seen by: ${measure}.`
        : `What is expected: ${prediction}.`,
    learned: (learning: string) => `What the department learned: ${learning}.`,
    draft: "The trial action is a draft.",
    planned: (day: string | null) =>
      day ? `The trial action begins ${day}.` : "The trial action is planned.",
    running: (day: string | null) =>
      day ? `The trial action runs until ${day}.` : "The trial action is running.",
    tried: (day: string | null) =>
      day
        ? `The trial action was carried out and will be evaluated ${day}.`
        : "The trial action was carried out and is to be evaluated.",
    cancelled: "The trial action was called off.",
    decision: {
      adopt: "The department keeps it.",
      adapt: "The department adjusts and tries again.",
      abandon: "The department stops here, and learned from it.",
    },
  },
});

const bare = (text: string) =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "");
const told = (day: string | null) => day && longDay(day);

export function minutesOf(trial: Trial): string {
  const sentences = [t.tries(trial.department.name, bare(trial.change))];
  if (trial.learning) sentences.push(t.learned(bare(trial.learning)));
  else if (trial.prediction) {
    sentences.push(t.expects(bare(trial.prediction), trial.measure && bare(trial.measure)));
  }
  sentences.push(standing(trial));
  return sentences.join(" ");
}

function standing(trial: Trial): string {
  switch (trial.state) {
    case "planned":
      return t.planned(told(trial.starts_on));
    case "running":
      return t.running(told(trial.ends_on));
    case "tried":
      return t.tried(told(trial.evaluate_on));
    case "evaluated":
      return trial.decision ? t.decision[trial.decision] : "";
    default:
      return t[trial.state];
  }
}

export function Minutes({ trial }: { trial: Trial }) {
  return <CopyButton text={minutesOf(trial)}>{t.copy}</CopyButton>;
}
