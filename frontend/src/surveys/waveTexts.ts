/** Words that several pages of waves share: what a wave is called, where it stands, what will be shown. */
import { listed, longDay, number } from "../dates";
import { texts } from "../i18n";

export const w = texts({
  da: {
    wave: "Måling",
    waves: "Målinger",
    seven: "De 7 spørgsmål",
    departments: "Afdelinger",
    named: (place: string) => `Måling i ${place}`,
    phase: { before: "Før", during: "Under", after: "Efter" },
    phaseText: {
      before: "Før I begynder, eller mens I er på trin 1.",
      during: "Mens I prøver noget af.",
      after: "Når I vil se, om noget er blevet anderledes.",
    },
    phased: { before: "Måling før", during: "Måling under", after: "Måling efter" },
    committee: { hmu: "HMU", lmu: "LMU" },
    several: (n: number) => `${n} afdelinger`,
    people: (n: number) => (n === 1 ? "1 ansat" : `${number(n)} ansatte`),
    state: {
      draft: (who: string) => `Kladde. ${who} har ikke besluttet den endnu.`,
      decided: "Besluttet. Den mangler at blive bekræftet.",
      confirmed: (day: string) => `Åbner ${day}.`,
      open: (day: string) => `Åben til og med ${day}.`,
      counting: "Svarene tælles op.",
      closed: (day: string) => `Lukkede ${day}.`,
      annulled: "Annulleret.",
    },
    prospect: {
      detail: (names: string) => `${names} vises sandsynligvis, også med hvordan svarene fordeler sig.`,
      means: (names: string) => `${names} vises sandsynligvis, men kun som gennemsnit.`,
      apart: (sections: string, one: boolean, whole: string) =>
        one
          ? `${sections} vises sandsynligvis for sig, og ${whole} vises samlet.`
          : `${sections} vises sandsynligvis hver for sig, og ${whole} vises samlet.`,
      notApart: (sections: string) => `${sections} vises næppe for sig.`,
      hidden: (heads: string, name: string) =>
        `Med ${heads} er det usikkert, om noget kan vises for ${name}: brug kortene i stedet.`,
      above: (names: string) => `${names} får også et samlet resultat.`,
      if: "Hvis halvdelen svarer:",
    },
    cards: "Brug dialogkortene",
    tablet: "Svarside til en skærm i pauserummet",
    trust: "Sådan er du beskyttet, når du svarer",
    forWhom: "Hvem svarer sammen",
    with: (unit: string) => `Svarer med ${unit}`,
    rest: (department: string) => `Resten af ${department}`,
    direct: (department: string) => `Ansatte i ${department} uden fast afsnit`,
    whoSees: "Hvem ser hvad hvornår",
    sees: {
      first: "Afdelingsledelse og TRIO",
      all: "Alle i afdelingen",
      hmu: "HMU",
      from: (day: string) => `Fra ${longDay(day)}`,
      dialogue: (day: string) => `Senest på dialogmødet ${longDay(day)}`,
      hmuOnly: (day: string) =>
        `Fra ${longDay(day)}: hospitalet, centrene og spændet mellem afdelingerne, uden navne`,
      hmuSingle: (day: string) => `Fra ${longDay(day)}: også de enkelte afdelinger. Det har HMU besluttet`,
      hmuNot: "Ser det ikke, for målingen er kun i én afdeling",
    },
    and: (names: readonly string[]) => listed(names),
  },
  en: {
    wave: "Survey",
    waves: "Surveys",
    seven: "The 7 questions",
    departments: "Departments",
    named: (place: string) => `Survey in ${place}`,
    phase: { before: "Before", during: "During", after: "After" },
    phaseText: {
      before: "Before you begin, or while you are at step 1.",
      during: "While you are trying something.",
      after: "When you want to see whether something has changed.",
    },
    phased: { before: "Survey before", during: "Survey during", after: "Survey after" },
    committee: { hmu: "HMU", lmu: "LMU" },
    several: (n: number) => `${n} departments`,
    people: (n: number) => (n === 1 ? "1 employee" : `${number(n)} employees`),
    state: {
      draft: (who: string) => `A draft. ${who} has not decided on it yet.`,
      decided: "Decided. It is not confirmed yet.",
      confirmed: (day: string) => `Opens on ${day}.`,
      open: (day: string) => `Open until ${day}.`,
      counting: "The answers are being counted.",
      closed: (day: string) => `Closed on ${day}.`,
      annulled: "Annulled.",
    },
    prospect: {
      detail: (names: string) => `${names} will probably be shown, with how the answers are spread too.`,
      means: (names: string) => `${names} will probably be shown, but as averages only.`,
      apart: (sections: string, one: boolean, whole: string) =>
        one
          ? `${sections} will probably be shown by itself, and ${whole} as a whole.`
          : `${sections} will probably be shown each by itself, and ${whole} as a whole.`,
      notApart: (sections: string) => `${sections} will hardly be shown separately.`,
      hidden: (heads: string, name: string) =>
        `With ${heads} it is uncertain whether anything can be shown for ${name}: use the cards instead.`,
      above: (names: string) => `${names} get a result as a whole too.`,
      if: "If half of you answer:",
    },
    cards: "Use the dialogue cards",
    tablet: "Answer page for a screen in the break room",
    trust: "How you are protected when you answer",
    forWhom: "Who answers together",
    with: (unit: string) => `Answers with ${unit}`,
    rest: (department: string) => `The rest of ${department}`,
    direct: (department: string) => `People in ${department} without a section of their own`,
    whoSees: "Who sees what and when",
    sees: {
      first: "Management and TRIO",
      all: "Everybody in the department",
      hmu: "HMU",
      from: (day: string) => `From ${longDay(day)}`,
      dialogue: (day: string) => `At the dialogue meeting on ${longDay(day)} at the latest`,
      hmuOnly: (day: string) =>
        `From ${longDay(day)}: the hospital, the centres and the range between departments, without names`,
      hmuSingle: (day: string) => `From ${longDay(day)}: single departments too, as HMU has decided`,
      hmuNot: "Does not see it, as the survey is in one department only",
    },
    and: (names: readonly string[]) => listed(names),
  },
});
