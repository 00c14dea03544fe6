/** Words of a wave as HMU sees it. */
import { inWords, longDay, shortDay } from "../dates";
import { texts } from "../i18n";

export const h = texts({
  da: {
    title: "De 7 spørgsmål i HMU",
    current: "Måling",
    overview: "HMU-overblik",
    lead: (place: string, closed: string | null) =>
      closed ? `Måling i ${place}, lukket ${longDay(closed)}.` : `Måling i ${place}.`,
    what: "HMU ser hospitalet, centrene og spændet mellem afdelingerne uden navne.",
    whatSingle: "HMU har besluttet også at se de enkelte afdelinger.",
    notYet: (day: string) => `HMU ser resultatet fra ${longDay(day)}.`,
    notYetWhy:
      "Afdelingerne får tid til selv at tale om det først. Datoen blev lagt fast, før målingen åbnede.",
    places: "Gennemsnit",
    span: (n: number, low: string, high: string) => ({
      before: `Blandt de ${n <= 12 ? inWords(n) : n} afdelinger, der kan vises, ligger gennemsnittet mellem `,
      strong: `${low} og ${high}`,
      after: ".",
    }),
    spanRow: "Afdelingerne",
    spanEnds: (low: string, high: string) => `${low} til ${high}`,
    spanNote: "Fra laveste til højeste, uden navne",
    noSpan: "Der er ikke afdelinger nok, der kan vises, til et spænd uden navne.",
    chartNote: "Prikken er gennemsnittet. Båndet ud for afdelingerne går fra det laveste til det højeste.",
    column: { place: "Sted", mean: "Gennemsnit", answered: "Svarede" },
    hidden: "Vises ikke",
    caption: "Samme tal som tabel",
    listTitle: "De 7 spørgsmål",
    line: (place: string, day: string) => `Måling i ${place}, lukket ${longDay(day)}`,
    later: (place: string, day: string, today: string) =>
      `Måling i ${place}: HMU ser resultatet fra ${shortDay(day, today)}`,
  },
  en: {
    title: "The 7 questions at HMU",
    current: "Survey",
    overview: "HMU overview",
    lead: (place: string, closed: string | null) =>
      closed ? `Survey in ${place}, closed on ${longDay(closed)}.` : `Survey in ${place}.`,
    what: "HMU sees the hospital, the centres and the range of the departments without names.",
    whatSingle: "HMU has decided to see the single departments too.",
    notYet: (day: string) => `HMU sees the result from ${longDay(day)}.`,
    notYetWhy:
      "The departments get time to talk about it themselves first. The date was settled before the survey opened.",
    places: "Average",
    span: (n: number, low: string, high: string) => ({
      before: `Among the ${n <= 12 ? inWords(n) : n} departments that can be shown, the average lies between `,
      strong: `${low} and ${high}`,
      after: ".",
    }),
    spanRow: "The departments",
    spanEnds: (low: string, high: string) => `${low} to ${high}`,
    spanNote: "From lowest to highest, without names",
    noSpan: "Too few departments can be shown for a range without names.",
    chartNote: "The dot is the average. The band beside the departments runs from the lowest to the highest.",
    column: { place: "Place", mean: "Average", answered: "Answered" },
    hidden: "Not shown",
    caption: "The same numbers as a table",
    listTitle: "The 7 questions",
    line: (place: string, day: string) => `Survey in ${place}, closed on ${longDay(day)}`,
    later: (place: string, day: string, today: string) =>
      `Survey in ${place}: HMU sees the result from ${shortDay(day, today)}`,
  },
});
