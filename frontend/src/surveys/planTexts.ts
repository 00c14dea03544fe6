/** Words of planning a wave. */
import { longDay } from "../dates";
import { texts } from "../i18n";

export const p = texts({
  da: {
    title: "Planlæg en måling",
    editTitle: "Ret planen for målingen",
    lead: "Den koster to minutter pr. medarbejder. Ingen kan se, hvem der har svaret hvad.",
    editLead:
      "Når planen ændres, skal den besluttes og bekræftes igen, og svarsedler, der er skrevet ud, virker ikke mere.",
    editDraft: "Den er stadig en kladde. Ret den, til I er enige om den.",
    choose: "Hvilke afdelinger er med?",
    chooseLead: "Alle svarer i de samme uger. Hver afdeling får sit eget resultat, hvis mindst 5 svarer.",
    chooseOne: "Vælg mindst én afdeling.",
    next: "Videre",
    nobody: "Du kan ikke planlægge en måling",
    nobodyText: "Det gør afdelingsledelsen for sin egen afdeling, og HR for flere på én gang.",
    toDepartments: "Se afdelingerne",
    instrument: {
      title: "HR vælger først, hvordan de 7 spørgsmål skal stå",
      mine: "Der er to udgaver. Hele hospitalet bruger den samme, og den ligger fast, når den første måling åbner.",
      theirs: "Hele hospitalet bruger den samme udgave. Spørg HR, om de vil vælge den.",
      choose: "Vælg udgaven",
    },
    which: "Hvornår i forløbet?",
    whichAll: "Hvornår i forløbet er de fleste?",
    single: "Nogle er et andet sted i forløbet",
    units: (name: string) => `Hvordan svarer ${name}?`,
    one: "Som én afdeling",
    oneText: (heads: string) => `${heads} svarer samlet. Det giver størst chance for, at noget kan vises.`,
    apart: "Også hvert afsnit for sig",
    apartText: (names: string) => `${names} er store nok til at svare for sig.`,
    sections: "Hvem svarer for sig?",
    rest: (name: string) => `Hvem svarer ${name} med?`,
    restHint: "Få mennesker svarer sammen med andre, så ingen kan gætte, hvad de har svaret.",
    days: "Datoerne",
    daysLead: "De ligger fast, når målingen åbner, og står på svarsedlen.",
    opens: "Åbner",
    opensHint: "Den åbner af sig selv. Sæt tid af til at dele svarsedlerne ud.",
    closes: "Sidste dag at svare",
    closesHint: "To uger plejer at være nok. Dagen efter ser afdelingsledelse og TRIO resultatet.",
    dialogue: "Dialogmødet",
    dialogueHint: "Senest fire uger efter. Fra den dag ser alle i afdelingen resultatet.",
    hmu: "HMU ser det",
    hmuHint: "Tidligst tre måneder efter: hospitalet, centrene og spændet mellem afdelingerne, uden navne.",
    single_: "HMU har besluttet at se de enkelte afdelinger",
    singleText: "Sæt kun hak, hvis det er besluttet. Det står på siden, før nogen svarer.",
    shown: "Det vises sandsynligvis",
    shownIf: "Hvis halvdelen svarer. Under 5 svar vises intet, og fra 10 svar vises også fordelingen.",
    inTheWay: "Det her står i vejen",
    obstacle: {
      wave_open: (name: string) =>
        `${name} er allerede med i en måling. Vent, til den er lukket, eller annullér den.`,
      too_close: (name: string, day: unknown) =>
        `${name} har lige svaret. Der skal gå otte uger: vælg ${dayOf(day)} eller senere.`,
      unit_too_small: (name: string, heads: unknown) =>
        `${name} er kun ${heads} og kan ikke svare for sig. Der skal være 16: lad dem svare sammen med andre.`,
      other: "Noget i planen passer ikke. Genindlæs siden, og prøv igen.",
      see: "Se den måling",
    },
    wrong: {
      not_ahead: "Vælg en dag fra i morgen og frem.",
      too_short: (day: unknown) => `Der skal være tid til at svare. Vælg ${dayOf(day)} eller senere.`,
      too_long_open: (day: unknown) => `Den kan højst være åben i otte uger. Vælg senest ${dayOf(day)}.`,
      quiet_week: (week: unknown) => `Uge ${week} er en ferieuge. Vælg en dag uden for den.`,
      not_soon_after: (least: unknown, most: unknown) =>
        `Vælg en dag fra ${dayOf(least)} til ${dayOf(most)}.`,
      too_early: (day: unknown) => `HMU ser det tidligst ${dayOf(day)}.`,
    },
    losing:
      "Går serverens nøgle tabt, før målingen lukker, kan svarene aldrig læses, og målingen må tages om.",
    keep: "Gem som kladde",
    keepText: (who: string) =>
      `Bagefter beslutter ${who} den på et møde, og en fra TRIO eller LMU bekræfter. Ingen får besked endnu.`,
    save: "Gem planen",
    cancel: "Fortryd",
    fields: { phases: "Hvornår i forløbet", units: "Hvem der svarer sammen" },
    asOne: "Som én afdeling",
    yes: "Ja",
    no: "Nej",
    notHere: "Planen kan ikke rettes",
    notHereText: "Den ligger fast, når målingen er åbnet, og det er kun ledelsen eller HR, der retter den.",
    toWave: "Se målingen",
  },
  en: {
    title: "Plan a survey",
    editTitle: "Change the plan of the survey",
    lead: "It takes each employee two minutes. Nobody can see who answered what.",
    editLead:
      "When the plan changes it must be decided and confirmed again, and slips that were printed no longer work.",
    editDraft: "It is still a draft. Change it until you agree on it.",
    choose: "Which departments take part?",
    chooseLead: "All answer in the same weeks. Each department gets its own result if at least 5 answer.",
    chooseOne: "Choose at least one department.",
    next: "Continue",
    nobody: "You cannot plan a survey",
    nobodyText: "The management does that for its own department, and HR for several at once.",
    toDepartments: "See the departments",
    instrument: {
      title: "First HR chooses how the 7 questions are worded",
      mine: "There are two versions. The whole hospital uses the same, and it stays once the first survey has opened.",
      theirs: "The whole hospital uses the same version. Ask HR to choose it.",
      choose: "Choose the version",
    },
    which: "Where in the course of things?",
    whichAll: "Where in the course of things are most of them?",
    single: "Some are somewhere else",
    units: (name: string) => `How does ${name} answer?`,
    one: "As one department",
    oneText: (heads: string) =>
      `${heads} answer together. That makes it most likely that something is shown.`,
    apart: "Sections by themselves too",
    apartText: (names: string) => `${names} are large enough to answer by themselves.`,
    sections: "Who answers by themselves?",
    rest: (name: string) => `With whom does this group answer: ${name}?`,
    restHint: "A few people answer together with others, so that nobody can guess what they answered.",
    days: "The dates",
    daysLead: "They are fixed when the survey opens, and stand on the slip.",
    opens: "Opens",
    opensHint: "It opens by itself. Allow for time to hand out the slips.",
    closes: "Last day to answer",
    closesHint: "Two weeks are usually enough. The day after, management and TRIO see the result.",
    dialogue: "The dialogue meeting",
    dialogueHint:
      "Four weeks later at the latest. From that day everybody in the department sees the result.",
    hmu: "HMU sees it",
    hmuHint:
      "Three months later at the earliest: the hospital, the centres and the range between departments, without names.",
    single_: "HMU has decided to see single departments",
    singleText: "Tick it only if that was decided. It stands on the page before anybody answers.",
    shown: "What will probably be shown",
    shownIf: "If half of you answer. Below 5 answers nothing is shown, from 10 on the spread too.",
    inTheWay: "This is in the way",
    obstacle: {
      wave_open: (name: string) =>
        `${name} already takes part in a survey. Wait until it has closed, or annul it.`,
      too_close: (name: string, day: unknown) =>
        `${name} has just answered. Eight weeks must pass: choose ${dayOf(day)} or later.`,
      unit_too_small: (name: string, heads: unknown) =>
        `${name} are only ${heads} and cannot answer by themselves. It takes 16: let them answer with others.`,
      other: "Something in the plan does not fit. Reload the page and try again.",
      see: "See that survey",
    },
    wrong: {
      not_ahead: "Choose a day from tomorrow on.",
      too_short: (day: unknown) => `There must be time to answer. Choose ${dayOf(day)} or later.`,
      too_long_open: (day: unknown) =>
        `It can be open for eight weeks at most. Choose ${dayOf(day)} or earlier.`,
      quiet_week: (week: unknown) => `Week ${week} is a holiday week. Choose a day outside it.`,
      not_soon_after: (least: unknown, most: unknown) =>
        `Choose a day from ${dayOf(least)} to ${dayOf(most)}.`,
      too_early: (day: unknown) => `HMU sees it on ${dayOf(day)} at the earliest.`,
    },
    losing:
      "If the server's key is lost before the survey closes, the answers can never be read and the survey must be repeated.",
    keep: "Keep as a draft",
    keepText: (who: string) =>
      `Afterwards ${who} decides on it at a meeting, and somebody of TRIO or LMU confirms. Nobody is told yet.`,
    save: "Save the plan",
    cancel: "Cancel",
    fields: { phases: "Where in the course of things", units: "Who answers together" },
    asOne: "As one department",
    yes: "Yes",
    no: "No",
    notHere: "The plan cannot be changed",
    notHereText: "It is fixed once the survey has opened, and only the management or HR changes it.",
    toWave: "See the survey",
  },
});

function dayOf(value: unknown): string {
  return typeof value === "string" ? longDay(value) : "";
}
