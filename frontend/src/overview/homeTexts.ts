/** Words of the front page. */
import { inWords } from "../dates";
import { texts } from "../i18n";

const many = (count: number, one: string, more: string) => `${inWords(count)} ${count === 1 ? one : more}`;
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const home = texts({
  da: {
    title: "Forside",
    hello: (greeting: string, name: string) => `${greeting}, ${name}`,
    nothing: "Ingenting venter på dig lige nu.",
    waiting: (count: number) =>
      count === 1
        ? "Én ting venter. Den tager et minut."
        : `${upper(inWords(count))} ting venter. Tag den øverste først.`,
    coming: (count: number) =>
      count === 1
        ? "Intet venter. Én ting kommer snart."
        : `Intet venter. ${upper(inWords(count))} ting kommer snart.`,
    now: "Det venter nu",
    ahead: "Det næste",
    departments: "Dine afdelinger",
    mine: "Det har du lovet",
    trials: "Prøvehandlinger, du er tovholder for",
    agreements: "Aftaler",
    hmu: "Det kan HMU se",
    hmuText: "HMU ser trin, prøvehandlinger og datoer for jeres afdeling. De læser ingen noter.",
    hmuTexts: "HMU ser trin, prøvehandlinger og datoer for jeres afdelinger. De læser ingen noter.",
    idea: "Har du en idé?",
    ideaText: "Foreslå en prøvehandling. Den behøver ikke være færdigtænkt.",
    suggest: "Foreslå en prøvehandling",
    all: (count: number) => `Se alle ${count} afdelinger`,
    hmuLead: "Se, hvor afdelingerne er, og hvad der er nyt.",
    toOverview: "Åbn HMU-overblikket",
    toAdministration: "Åbn administrationen",
    admin: "Hold organisationen, personerne og deres roller ved lige.",
    other: "Følg op på noget andet",
    agreed: (day: string) => `Aftalt til ${day}`,
    nothingYet: "Her kommer det, der har en dato: opfølgninger, aftaler, drøftelser og evalueringer.",
    nextDate: (day: string) => `Næste dato: ${day}`,
    running: (count: number) => `${upper(many(count, "prøvehandling", "prøvehandlinger"))} i gang`,
    notBegun: "Trin 1 begynder med den første drøftelse.",
    allDone: "Alle tre trin er på plads.",
    toComplete: (step: number) => `Intet mangler: trin ${step} kan afsluttes.`,
    due: {
      followUpWas: (when: string) => `Skulle være fulgt op ${when}`,
      agreementWas: (when: string) => `Skulle være gjort ${when}`,
      evaluateWas: (when: string) => `Skulle være evalueret ${when}`,
      evaluate: (title: string) => `Evaluér ${title}`,
      trialEnd: (title: string) => `Afprøvningen af ${title} slutter`,
      session: (department: string) => `Drøftelse i ${department}`,
      suggestion: (title: string) => `Forslag: ${title}`,
      help: (department: string) => `${department} vil gerne have hjælp`,
      evaluateText: "Afprøvningen er slut. Skriv, hvad I lærte, og beslut, hvad der så skal ske.",
      trialEndText: "Skriv, hvad der skete, mens I husker det.",
      suggestionText: "Et forslag fra en kollega venter på jer.",
      suggestedOn: (when: string) => `Foreslået ${when}`,
      askedOn: (when: string) => `Bad om hjælp ${when}`,
      act: {
        follow_up: "Følg op",
        evaluate: "Evaluér",
        trial_end: "Skriv, hvad der skete",
        agreement: "Se aftalen",
        session: "Se mødet",
        suggestion: "Læs forslaget",
        help: "Svar afdelingen",
      },
      move: "Flyt datoen",
    },
  },
  en: {
    title: "Front page",
    hello: (greeting: string, name: string) => `${greeting}, ${name}`,
    nothing: "Nothing is waiting for you right now.",
    waiting: (count: number) =>
      count === 1
        ? "One thing is waiting. It takes a minute."
        : `${upper(inWords(count))} things are waiting. Take the top one first.`,
    coming: (count: number) =>
      count === 1
        ? "Nothing is waiting. One thing is coming up."
        : `Nothing is waiting. ${upper(inWords(count))} things are coming up.`,
    now: "Waiting now",
    ahead: "Coming up",
    departments: "Your departments",
    mine: "What you have promised",
    trials: "Trial actions you own",
    agreements: "Agreements",
    hmu: "What HMU can see",
    hmuText: "HMU sees steps, trial actions and dates of your department. They read no notes.",
    hmuTexts: "HMU sees steps, trial actions and dates of your departments. They read no notes.",
    idea: "Do you have an idea?",
    ideaText: "Suggest a trial action. It need not be thought through.",
    suggest: "Suggest a trial action",
    all: (count: number) => `See all ${count} departments`,
    hmuLead: "See where the departments are, and what is new.",
    toOverview: "Open the HMU overview",
    toAdministration: "Open the administration",
    admin: "Keep the organisation, the people and their roles up to date.",
    other: "Follow up on something else",
    agreed: (day: string) => `Agreed for ${day}`,
    nothingYet: "What has a date comes here: follow-ups, agreements, discussions and evaluations.",
    nextDate: (day: string) => `Next date: ${day}`,
    running: (count: number) => `${upper(many(count, "trial action", "trial actions"))} running`,
    notBegun: "Step 1 begins with the first discussion.",
    allDone: "All three steps are in place.",
    toComplete: (step: number) => `Nothing is missing: step ${step} can be completed.`,
    due: {
      followUpWas: (when: string) => `Should have been followed up ${when}`,
      agreementWas: (when: string) => `Should have been done ${when}`,
      evaluateWas: (when: string) => `Should have been evaluated ${when}`,
      evaluate: (title: string) => `Evaluate ${title}`,
      trialEnd: (title: string) => `The trial of ${title} ends`,
      session: (department: string) => `Discussion in ${department}`,
      suggestion: (title: string) => `Suggestion: ${title}`,
      help: (department: string) => `${department} would like help`,
      evaluateText: "The trial is over. Write what you learned, and decide what happens next.",
      trialEndText: "Write what happened while you remember it.",
      suggestionText: "A suggestion from a colleague is waiting for you.",
      suggestedOn: (when: string) => `Suggested ${when}`,
      askedOn: (when: string) => `Asked for help ${when}`,
      act: {
        follow_up: "Follow up",
        evaluate: "Evaluate",
        trial_end: "Write what happened",
        agreement: "See the agreement",
        session: "See the meeting",
        suggestion: "Read the suggestion",
        help: "Answer the department",
      },
      move: "Move the date",
    },
  },
});
