/** Words of a result: the page, the differences, and what goes into the minutes. */
import { capital, inWords, listed, longDay, number } from "../dates";
import { language, texts } from "../i18n";

const oneDecimal = new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const tenths = (value: number): string => oneDecimal.format(value / 10);
const percent = (value: number): string => (language === "da" ? `${value}\u00a0%` : `${value}%`);

export const r = texts({
  da: {
    tenths,
    percent,
    title: (place: string) => `De 7 spørgsmål hos ${place}`,
    current: "Resultat",
    departments: "Afdelinger",
    waves: "Målinger",
    lead: (names: readonly string[]) => `${capital(inWords(names.length))} målinger: ${listed(names)}.`,
    leadOne: (name: string | null, when: string) => (name ? `Måling ${name}, ${when}.` : `Måling i ${when}.`),
    leadHidden: (name: string | null, when: string | null) =>
      `Måling${name ? ` ${name}` : ""}${when ? `, ${when}` : ""}.`,
    scale: (low: string, high: string) => `Skalaen går fra 1, ${low}, til 7, ${high}.`,
    phase: { before: "før", during: "under", after: "efter" },
    phaseTitle: { before: "Før", during: "Under", after: "Efter" },

    together: "Alle 7 samlet",
    from: (before: string, after: string) => `Fra ${before} til ${after}`,
    isAverage: (from: string) => `${from} er gennemsnittet `,
    higher: (value: string) => `${value} højere`,
    lower: (value: string) => `${value} lavere`,
    barely: (higher: boolean) => (higher ? "en anelse højere" : "en anelse lavere"),
    none: "ingen forskel",
    probably: (low: string, high: string) => `. Forskellen ligger formentlig mellem ${low} og ${high}.`,
    thereIs: (from: string) => `${from} er der `,
    noDifference: "ingen tydelig forskel",
    between: (low: string, high: string) => `. Gennemsnittet kan være alt fra ${low} til ${high}.`,
    notCompared: (from: string, why: string) => `${from} kan vi ikke sammenligne, for ${why}.`,
    reason: {
      hidden: "den ene måling vises ikke",
      instrument: "spørgsmålene havde ikke den samme ordlyd",
      changed: "det var ikke de samme afsnit, der hørte til",
      few: "det kræver, at begge målinger vises med antal svar",
      alike: "alle svarede ens, og så kan usikkerheden ikke regnes ud",
    },
    averageIs: "Gennemsnittet er ",
    itProbably: (low: string, high: string) => `. Det ligger formentlig mellem ${low} og ${high}.`,
    chartNote: "Prikken er gennemsnittet. Det lyse bånd viser usikkerheden (95 %).",
    meansOnly:
      "Mindst 5 har svaret. Her vises kun gennemsnit, for flere tal kunne røbe, hvad nogle få har svaret.",
    atLeastFive: "Mindst 5",
    of: (answered: number, heads: number) => `${number(answered)} af ${number(heads)}`,
    answered: (words: string) => `${words} svarede`,
    column: {
      wave: "Måling",
      answered: "Svarede",
      mean: "Gennemsnit",
      between: "Formentlig mellem",
      index: "Indeks 0-100",
      statement: "Spørgsmål",
      low: "Uenig",
      middle: "Hverken eller",
      high: "Enig",
    },
    and: (low: string, high: string) => `${low} og ${high}`,
    noNumber: "–",
    captionWaves: "Alle 7 samlet, måling for måling",

    statements: (when: string) => `Spørgsmål for spørgsmål, ${when}`,
    statementsLead: "Rækkefølgen er den samme som i spørgeskemaet. Tallet til højre er gennemsnittet.",
    statementsMeans: "Rækkefølgen er den samme som i spørgeskemaet.",
    low: "Uenig (1-3)",
    middle: "Hverken eller (4)",
    high: "Enig (5-7)",
    sameAsTable: "Samme tal som tabel",
    mean: "Gennemsnit",
    export: "Eksportér til Excel",
    exportCsv: "Eksportér som CSV",
    copy: "Kopiér til referatet",

    hidden:
      "Vises ikke. Enten har færre end 5 svaret her, eller også kunne tallet røbe en mindre gruppes svar. I kan bruge de syv spørgsmål på et møde i stedet.",
    answersWith: {
      part: (section: string, unit: string) =>
        `I denne måling svarer ${section} som en del af ${unit}. Resultatet står samlet der.`,
      with: (section: string, unit: string) =>
        `I denne måling svarer ${section} sammen med ${unit}. Resultatet står samlet der.`,
      see: (unit: string) => `Se resultatet for ${unit}`,
    },
    talkAnyway: "Samtalen kan I godt tage",
    talkAnywayText:
      "Læg de 7 spørgsmål på bordet som kort, og tal om dem, I bliver nysgerrige på. Ingen svar bliver skrevet ned i Trinvis.",
    useCards: "Brug kortene på et møde",
    printCards: "Print dialogkort",

    notYet: (day: string) => `Resultatet vises for dig fra ${longDay(day)}.`,
    notYetNoDay: "Resultatet vises ikke for dig endnu.",
    notYetWhy: "Datoerne blev lagt fast, før målingen åbnede, og står på svarsedlerne.",

    talk: "Tal om det, før I tolker det",
    questions: [
      "Hvad genkender I fra hverdagen?",
      "Hvad undrer jer?",
      "Hvad vil I gerne høre hinanden fortælle mere om?",
    ],
    planTalk: "Planlæg dialogmødet",
    seeTalk: (day: string) => `Dialogmødet ${day}`,
    trust: "Sådan passer vi på svarene",

    minutesFirst: (place: string, when: string, answered: string | null) =>
      `De 7 spørgsmål hos ${place}, ${when}: ${answered ? `${answered} svarede` : "mindst 5 svarede"}.`,
    minutesMean: (mean: string) =>
      `Gennemsnittet af alle 7 er ${mean} på en skala fra 1 (helt uenig) til 7 (helt enig).`,
    minutesTalk: (day: string | null) =>
      `${day ? `På dialogmødet ${longDay(day)} taler vi` : "Vi taler"} om, hvad vi genkender, hvad der undrer os, og hvad vi gerne vil høre mere om.`,
  },
  en: {
    tenths,
    percent,
    title: (place: string) => `The 7 questions at ${place}`,
    current: "Result",
    departments: "Departments",
    waves: "Surveys",
    lead: (names: readonly string[]) => `${capital(inWords(names.length))} surveys: ${listed(names)}.`,
    leadOne: (name: string | null, when: string) =>
      name ? `Survey ${name}, ${when}.` : `Survey in ${when}.`,
    leadHidden: (name: string | null, when: string | null) =>
      `Survey${name ? ` ${name}` : ""}${when ? `, ${when}` : ""}.`,
    scale: (low: string, high: string) => `The scale runs from 1, ${low}, to 7, ${high}.`,
    phase: { before: "before", during: "during", after: "after" },
    phaseTitle: { before: "Before", during: "During", after: "After" },

    together: "All 7 together",
    from: (before: string, after: string) => `From “${before}” to “${after}”`,
    isAverage: (from: string) => `${from} the average is `,
    higher: (value: string) => `${value} higher`,
    lower: (value: string) => `${value} lower`,
    barely: (higher: boolean) => (higher ? "slightly higher" : "slightly lower"),
    none: "no difference",
    probably: (low: string, high: string) => `. The difference probably lies between ${low} and ${high}.`,
    thereIs: (from: string) => `${from} there is `,
    noDifference: "no clear difference",
    between: (low: string, high: string) => `. The average may be anything from ${low} to ${high}.`,
    notCompared: (from: string, why: string) => `${from} we cannot compare, because ${why}.`,
    reason: {
      hidden: "one of the surveys is not shown",
      instrument: "the questions were not worded alike",
      changed: "the sections that belonged to it were not the same",
      few: "both surveys would have to be shown with the number of answers",
      alike: "everybody answered alike, and then the uncertainty cannot be worked out",
    },
    averageIs: "The average is ",
    itProbably: (low: string, high: string) => `. It probably lies between ${low} and ${high}.`,
    chartNote: "The dot is the average. The pale band shows the uncertainty (95%).",
    meansOnly:
      "At least 5 have answered. Only averages are shown here, as more numbers could give away what a few answered.",
    atLeastFive: "At least 5",
    of: (answered: number, heads: number) => `${number(answered)} of ${number(heads)}`,
    answered: (words: string) => `${words} answered`,
    column: {
      wave: "Survey",
      answered: "Answered",
      mean: "Average",
      between: "Probably between",
      index: "Index 0-100",
      statement: "Question",
      low: "Disagree",
      middle: "Neither",
      high: "Agree",
    },
    and: (low: string, high: string) => `${low} and ${high}`,
    noNumber: "–",
    captionWaves: "All 7 together, survey by survey",

    statements: (when: string) => `Question by question, ${when}`,
    statementsLead: "The order is that of the questionnaire. The number on the right is the average.",
    statementsMeans: "The order is that of the questionnaire.",
    low: "Disagree (1-3)",
    middle: "Neither (4)",
    high: "Agree (5-7)",
    sameAsTable: "The same numbers as a table",
    mean: "Average",
    export: "Export to Excel",
    exportCsv: "Export as CSV",
    copy: "Copy for the minutes",

    hidden:
      "Not shown. Either fewer than 5 have answered here, or the number could give away a smaller group's answers. You can use the seven questions at a meeting instead.",
    answersWith: {
      part: (section: string, unit: string) =>
        `In this survey ${section} answers as a part of ${unit}. The result stands there, for all together.`,
      with: (section: string, unit: string) =>
        `In this survey ${section} answers together with ${unit}. The result stands there, for all together.`,
      see: (unit: string) => `See the result of ${unit}`,
    },
    talkAnyway: "You can still have the talk",
    talkAnywayText:
      "Put the 7 questions on the table as cards, and talk about those you become curious about. No answers are written down in Trinvis.",
    useCards: "Use the cards at a meeting",
    printCards: "Print dialogue cards",

    notYet: (day: string) => `The result is shown to you from ${longDay(day)}.`,
    notYetNoDay: "The result is not shown to you yet.",
    notYetWhy: "The dates were settled before the survey opened, and stand on the answer slips.",

    talk: "Talk about it before you interpret it",
    questions: [
      "What do you recognise from everyday work?",
      "What surprises you?",
      "What would you like to hear one another say more about?",
    ],
    planTalk: "Plan the dialogue meeting",
    seeTalk: (day: string) => `The dialogue meeting on ${day}`,
    trust: "How we look after the answers",

    minutesFirst: (place: string, when: string, answered: string | null) =>
      `The 7 questions at ${place}, ${when}: ${answered ? `${answered} answered` : "at least 5 answered"}.`,
    minutesMean: (mean: string) =>
      `The average of all 7 is ${mean} on a scale from 1 (strongly disagree) to 7 (strongly agree).`,
    minutesTalk: (day: string | null) =>
      `${day ? `At the dialogue meeting on ${longDay(day)} we` : "We"} talk about what we recognise, what surprises us, and what we would like to hear more about.`,
  },
});
