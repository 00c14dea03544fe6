/** Words of a trial action in a list: other rooms load them, so they stand apart from the pages' own. */
import { texts } from "../i18n";

export const row = texts({
  da: {
    owner: (name: string) => `Tovholder: ${name}.`,
    noOwner: "Uden tovholder.",
    suggestedBy: (name: string) => `Foreslået af ${name}.`,
    starts: (day: string) => `Begynder ${day}.`,
    ends: (day: string, evaluate: string | null) =>
      evaluate ? `Slutter ${day}, evalueres ${evaluate}.` : `Slutter ${day}.`,
    evaluates: (day: string) => `Evalueres ${day}.`,
    waits: (day: string) => `Skulle være evalueret ${day}.`,
    tried: (days: string) => `Afprøvet ${days}.`,
    taught: {
      adopt: (learning: string) => `Vi beholder det, og det lærte os noget: ${learning}`,
      adapt: (learning: string) => `Vi justerer og prøver igen: ${learning}`,
      abandon: (learning: string) => `Vi stoppede her, og det lærte os noget: ${learning}`,
    },
    decided: {
      adopt: "Vi beholdt det.",
      adapt: "Vi justerede og prøver igen.",
      abandon: "Vi stoppede her, og det lærte os noget.",
    },
    taking: (n: number) =>
      n === 1 ? "Hospitalets prøvehandling, som I er med i" : "Hospitalets prøvehandlinger, som I er med i",
    takingThem: (n: number) =>
      n === 1
        ? "Hospitalets prøvehandling, som afdelingen er med i"
        : "Hospitalets prøvehandlinger, som afdelingen er med i",
    cycle: (n: number) => `Cyklus ${n}`,
  },
  en: {
    owner: (name: string) => `Owner: ${name}.`,
    noOwner: "No owner.",
    suggestedBy: (name: string) => `Suggested by ${name}.`,
    starts: (day: string) => `Begins ${day}.`,
    ends: (day: string, evaluate: string | null) =>
      evaluate ? `Ends ${day}, evaluated ${evaluate}.` : `Ends ${day}.`,
    evaluates: (day: string) => `Evaluated ${day}.`,
    waits: (day: string) => `Should have been evaluated ${day}.`,
    tried: (days: string) => `Tried ${days}.`,
    taught: {
      adopt: (learning: string) => `We keep it, and it taught us something: ${learning}`,
      adapt: (learning: string) => `We adjust and try again: ${learning}`,
      abandon: (learning: string) => `We stopped here, and it taught us something: ${learning}`,
    },
    decided: {
      adopt: "We kept it.",
      adapt: "We adjusted it and are trying again.",
      abandon: "We stopped here, and it taught us something.",
    },
    taking: (n: number) =>
      n === 1
        ? "The hospital’s trial action that you take part in"
        : "The hospital’s trial actions that you take part in",
    takingThem: (n: number) =>
      n === 1
        ? "The hospital’s trial action that the department takes part in"
        : "The hospital’s trial actions that the department takes part in",
    cycle: (n: number) => `Cycle ${n}`,
  },
});
