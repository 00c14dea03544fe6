/** Words of the administration's front page and of the tree. */
import { longDay } from "../dates";
import { texts } from "../i18n";

export const o = texts({
  da: {
    administration: "Administration",
    administrationLead:
      "Her holdes organisationen ved lige: afdelinger, personer og det, der skal ske fra en dato.",
    organisation: "Organisation",
    organisationText: "Centre, afdelinger, afsnit og stabe. Opret, flyt, læg sammen, del og luk.",
    people: "Personer",
    peopleText: "Hvem der har hvilken rolle, fra hvornår og til hvornår, og hvem der er stedfortræder.",
    imports: "Import",
    importsText: "Læs en fil med afdelinger eller personer. Du ser alt, før noget bliver ændret.",
    history: "Historik",
    historyText: "Hvem der har ændret hvad i organisationen, hos personer og roller.",
    lead: "Hele træet i organisationens egen rækkefølge.",
    search: "Find på navn eller kode",
    kind: "Slags",
    walks: "Trin",
    all: "alle",
    kinds: { centre: "Center", department: "Afdeling", section: "Afsnit", staff: "Stab" },
    ways: { walks: "Går selv trinnene", follows: "Følger", outside: "Går ikke trinnene" },
    follows: (name: string) => `Følger ${name}`,
    closed: "Vis lukkede",
    closedOn: (day: string) => `Lukket ${longDay(day)}`,
    from: (day: string) => `Fra ${longDay(day)}`,
    heads: (n: number) => (n === 1 ? "1 ansat" : `${n} ansatte`),
    code: (code: string) => `Kode ${code}`,
    count: (n: number) => (n === 1 ? "1 enhed" : `${n} enheder`),
    foundOf: (n: number) => (n === 1 ? "1 passer. Vælg den her" : `${n} passer. Vælg her`),
    none: "Ingen enhed passer til det, du søger",
    noneText: "Prøv med en del af navnet, eller begynd på koden.",
    showAll: "Vis hele træet",
    empty: "Organisationen er tom",
    emptyText: "Læs en fil med hele organisationen.",
    add: "Opret",
    unfold: (name: string, n: number) => `Vis ${n} under ${name}`,
    fold: (name: string) => `Skjul det under ${name}`,
  },
  en: {
    administration: "Administration",
    administrationLead:
      "Here the organisation is kept up to date: departments, people, and what is to happen from a date.",
    organisation: "Organisation",
    organisationText: "Centres, departments, sections and staff. Add, move, merge, split and close.",
    people: "People",
    peopleText: "Who has which role, from when and until when, and who is deputy.",
    imports: "Import",
    importsText: "Read a file of departments or people. You see everything before anything is changed.",
    history: "History",
    historyText: "Who has changed what in the organisation, in people and roles.",
    lead: "The whole tree in the organisation's own order.",
    search: "Find by name or code",
    kind: "Kind",
    walks: "Steps",
    all: "all",
    kinds: { centre: "Centre", department: "Department", section: "Section", staff: "Staff" },
    ways: { walks: "Walks the steps itself", follows: "Follows", outside: "Does not walk the steps" },
    follows: (name: string) => `Follows ${name}`,
    closed: "Show closed",
    closedOn: (day: string) => `Closed ${longDay(day)}`,
    from: (day: string) => `From ${longDay(day)}`,
    heads: (n: number) => (n === 1 ? "1 employee" : `${n} employees`),
    code: (code: string) => `Code ${code}`,
    count: (n: number) => (n === 1 ? "1 unit" : `${n} units`),
    foundOf: (n: number) => (n === 1 ? "1 fits. Choose it here" : `${n} fit. Choose here`),
    none: "No unit fits your search",
    noneText: "Try a part of the name, or begin with the code.",
    showAll: "Show the whole tree",
    empty: "The organisation is empty",
    emptyText: "Read a file of the whole organisation.",
    add: "Add",
    unfold: (name: string, n: number) => `Show ${n} beneath ${name}`,
    fold: (name: string) => `Hide what is beneath ${name}`,
  },
});

/** "Afdeling", "Afsnit": a kind as the API names it, in words. */
export const kindWords = (kind: string): string => (o.kinds as Record<string, string>)[kind] ?? kind;

/** Whether and how a node walks the steps; a section that follows names whom. */
export function wayWords(walks: string, above?: string): string {
  if (walks === "follows" && above) return o.follows(above);
  return (o.ways as Record<string, string>)[walks] ?? walks;
}
