/** Words of a new leader's first page. */
import { texts } from "../i18n";

export const w = texts({
  da: {
    title: (name: string) => `Velkommen, ${name}`,
    next: (day: string) => `Her er I, dette er lovet, det næste er ${day}.`,
    noNext: "Her er I, og dette er lovet. Der er ingen ny dato endnu.",
    here: "Her er I",
    promised: "Dette er lovet",
    promisedText: "Det, der har en dato og ikke er gjort endnu, og hvem der holder i det.",
    nothing: "Intet er lovet lige nu",
    nothingText: "Når I aftaler eller prøver noget, står det her med tovholder og dato.",
    unowned: (count: string, one: boolean) =>
      one ? "Én ting står uden tovholder." : `${count} ting står uden tovholder.`,
    giveOn: "Se, hvem der kan tage over",
    hrText: (name: string) => `${name} er jeres kontakt i HR.`,
    hrAny: "HR kan være med på et møde, lede en drøftelse eller bare tænke højt med dig.",
    write: (name: string) => `Skriv til ${name}`,
    ask: "Bed HR om hjælp",
    colleagues: "Dem, du har ved siden af dig",
    toPeople: "Personer og roller",
    read: "Hvad er psykologisk tryghed?",
    cards: "Dialogkort til et møde",
    notes: "Noter fra før dig",
    notesText: (day: string) =>
      `Noter ”Kun for os” fra før ${day} blev skrevet til dem, der var her da, og du kan ikke læse dem. Fælles noter kan du læse.`,
    awayText: "Når du har set det, lægges siden væk. Det hele står også på afdelingens side.",
    toDepartment: "Afdelingens side",
  },
  en: {
    title: (name: string) => `Welcome, ${name}`,
    next: (day: string) => `Here is where you are, this is promised, and next is ${day}.`,
    noNext: "Here is where you are, and this is promised. There is no new date yet.",
    here: "Where you are",
    promised: "What is promised",
    promisedText: "What has a date and is not done yet, and who holds on to it.",
    nothing: "Nothing is promised right now",
    nothingText: "When you agree or try something, it stands here with an owner and a date.",
    unowned: (count: string, one: boolean) =>
      one ? "One thing stands without an owner." : `${count} things stand without an owner.`,
    giveOn: "See who can take over",
    hrText: (name: string) => `${name} is your contact in HR.`,
    hrAny: "HR can join a meeting, lead a discussion or just think aloud with you.",
    write: (name: string) => `Write to ${name}`,
    ask: "Ask HR for help",
    colleagues: "Those you have beside you",
    toPeople: "People and roles",
    read: "What is psychological safety?",
    cards: "Dialogue cards for a meeting",
    notes: "Notes from before you",
    notesText: (day: string) =>
      `Notes “Only for us” from before ${day} were written for those who were here then, and you cannot read them. Shared notes you can read.`,
    awayText: "When you have seen it, the page is put away. All of it stands on the department's page too.",
    toDepartment: "The department's page",
  },
});
