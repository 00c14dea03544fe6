/** Words of making answer slips. */
import { longDay, number } from "../dates";
import { texts } from "../i18n";

const slips = {
  da: (n: number) => (n === 1 ? "1 seddel" : `${number(n)} sedler`),
  en: (n: number) => (n === 1 ? "1 slip" : `${number(n)} slips`),
};

export const s = texts({
  da: {
    title: "Lav svarsedler",
    current: "Svarsedler",
    lead: "En seddel til hver. Ingen ved, hvem der trækker hvilken, og en kode kan kun bruges én gang.",
    which: "Hvem er sedlerne til?",
    unit: (heads: string, printed: number) =>
      printed > 0 ? `${heads}. ${slips.da(printed)} er skrevet ud.` : `${heads}. Ingen sedler endnu.`,
    count: "Hvor mange?",
    most: (n: number) => `Højst ${number(n)}: én til hver ansat.`,
    mostLeft: (n: number) => `Højst ${number(n)}, for resten er skrevet ud.`,
    wrongCount: (n: number) => `Skriv et tal fra 1 til ${number(n)}.`,
    none: "Alle sedler er skrevet ud. Der kan ikke laves flere end én til hver.",
    voids: (n: number, unit: string) =>
      `Laver du nye, virker de ${slips.da(n)} til ${unit}, der er skrevet ud, ikke mere. Saml dem ind først.`,
    keeps: "De sedler, der er skrevet ud, virker stadig.",
    box: "Klip dem, fold dem, og læg dem i en kasse. AMiR eller TR passer på kassen. Skriv ikke navn på sedlerne.",
    once: "Koderne vises kun nu. De ligger ikke i Trinvis, så de kan ikke hentes igen.",
    pdf: "Hent som PDF",
    view: "Vis dem her",
    made: (n: number, unit: string) => `${slips.da(n)} til ${unit} er klar`,
    inFile:
      "Filen er hentet til din computer. Skriv den ud, og slet den bagefter: den, der har filen, kan svare med koderne.",
    again: "Hent filen igen",
    inView: "Skriv dem ud nu. Når du forlader siden, er koderne væk, og du må lave nye.",
    print: "Skriv sedlerne ud",
    leave: "Koderne på siden er væk, når du forlader den. Er sedlerne skrevet ud?",
    more: "Lav sedler til andre",
    toWave: "Tilbage til målingen",
    notNow: "Der kan ikke laves svarsedler her lige nu",
    notNowText: "HR eller TRIO laver dem, når målingen er besluttet og bekræftet, og indtil den lukker.",
    file: "svarsedler",
    slip: {
      cut: "Klip, fold og læg i en kasse. Lad hver enkelt trække selv.",
      noNames: "Skriv ikke navn på sedlerne. AMiR eller TR passer på kassen.",
      promise: "7 spørgsmål, 2 minutter",
      nobody: "Ingen ved, hvilken du trak.",
      until: (day: string) => `Svar senest ${longDay(day)}`,
      type: (address: string) => `Scan, eller gå til ${address} og skriv:`,
      qr: "QR-kode til svarsiden",
      seen: (first: string, all: string, hmu: string | null) =>
        `Afdelingsledelse og TRIO ser resultatet den ${longDay(first)}, alle i afdelingen senest ${longDay(all)}${hmu ? `, HMU tidligst ${longDay(hmu)}.` : ". HMU ser det ikke."}`,
      all: "Svarsedler",
    },
  },
  en: {
    title: "Make answer slips",
    current: "Answer slips",
    lead: "A slip for each. Nobody knows who draws which, and a code can be used once only.",
    which: "For whom are the slips?",
    unit: (heads: string, printed: number) =>
      printed > 0 ? `${heads}. ${slips.en(printed)} are printed.` : `${heads}. No slips yet.`,
    count: "How many?",
    most: (n: number) => `At most ${number(n)}: one for each employee.`,
    mostLeft: (n: number) => `At most ${number(n)}, as the others are printed.`,
    wrongCount: (n: number) => `Write a number from 1 to ${number(n)}.`,
    none: "All slips are printed. There cannot be more than one for each.",
    voids: (n: number, unit: string) =>
      `If you make new ones, the ${slips.en(n)} for ${unit} that were printed no longer work. Collect them first.`,
    keeps: "The slips that are printed still work.",
    box: "Cut them, fold them and put them in a box. AMiR or TR keeps the box. Write no names on the slips.",
    once: "The codes are shown now only. Trinvis does not keep them, so they cannot be fetched again.",
    pdf: "Get them as a PDF",
    view: "Show them here",
    made: (n: number, unit: string) => `${slips.en(n)} for ${unit} are ready`,
    inFile:
      "The file is on your computer. Print it and delete it afterwards: whoever has the file can answer with the codes.",
    again: "Get the file again",
    inView: "Print them now. When you leave the page the codes are gone, and you must make new ones.",
    print: "Print the slips",
    leave: "The codes on the page are gone when you leave it. Are the slips printed?",
    more: "Make slips for others",
    toWave: "Back to the survey",
    notNow: "Slips cannot be made here right now",
    notNowText: "HR or TRIO makes them once the survey is decided and confirmed, until it closes.",
    file: "answer-slips",
    slip: {
      cut: "Cut, fold and put them in a box. Let everybody draw one.",
      noNames: "Write no names on the slips. AMiR or TR keeps the box.",
      promise: "7 questions, 2 minutes",
      nobody: "Nobody knows which you drew.",
      until: (day: string) => `Answer by ${longDay(day)}`,
      type: (address: string) => `Scan, or go to ${address} and type:`,
      qr: "QR code to the answer page",
      seen: (first: string, all: string, hmu: string | null) =>
        `The department's leaders and TRIO see the result on ${longDay(first)}, everybody in the department by ${longDay(all)}${hmu ? `, HMU ${longDay(hmu)} at the earliest.` : ". HMU does not see it."}`,
      all: "Answer slips",
    },
  },
});
