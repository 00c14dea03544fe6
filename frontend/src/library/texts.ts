/** Words of the search. */

import { quoted } from "../dates";
import { texts } from "../i18n";

export const t = texts({
  da: {
    title: "Søg",
    field: "Hvad leder du efter?",
    hint: "En afdeling, en prøvehandling, en erfaring, en person, et redskab eller materiale. Du kan nøjes med begyndelsen af et ord.",
    guestHint: "Et redskab eller materiale. Du kan nøjes med begyndelsen af et ord.",
    guest: "Log ind for også at søge i afdelinger, prøvehandlinger og personer.",
    signIn: "Log ind",
    kinds: {
      department: "Afdelinger",
      trial_action: "Prøvehandlinger",
      experience: "Erfaringer",
      person: "Personer",
      tool: "Redskaber",
      material: "Materiale",
    },
    nodes: { centre: "Center", department: "Afdeling", section: "Afsnit", staff: "Stab" },
    closed: (day: string) => `Lukket ${day}`,
    all: (n: number) => `Vis alle ${n}`,
    allOf: (what: string) => ` ${what}`,
    back: "Vis alt, vi fandt",
    crowded: (n: string) =>
      `Mere end ${n} passer. Her står dem, der begynder med det, du skrev. Skriv lidt mere, så bliver der færre.`,
    crowdedNone: (n: string) => `Mere end ${n} passer. Skriv lidt mere, så bliver der færre.`,
    found: (n: number, what: string) => `${n} ${what.toLowerCase()}`,
    foundMany: (n: string, what: string) => `over ${n} ${what.toLowerCase()}`,
    said: (all: string) => `Vi fandt ${all}.`,
    none: (q: string) => `Vi fandt ikke ${quoted(q)}`,
    noneText: "Prøv med færre bogstaver, eller kun med ét af ordene.",
    noneGuest: "Prøv med færre bogstaver. Uden at logge ind søger du kun i redskaber og materiale.",
  },
  en: {
    title: "Search",
    field: "What are you looking for?",
    hint: "A department, a trial action, an experience, a person, a tool or material. The beginning of a word will do.",
    guestHint: "A tool or material. The beginning of a word will do.",
    guest: "Sign in to search departments, trial actions and people too.",
    signIn: "Sign in",
    kinds: {
      department: "Departments",
      trial_action: "Trial actions",
      experience: "Experiences",
      person: "People",
      tool: "Tools",
      material: "Material",
    },
    nodes: { centre: "Centre", department: "Department", section: "Section", staff: "Staff" },
    closed: (day: string) => `Closed ${day}`,
    all: (n: number) => `Show all ${n}`,
    allOf: (what: string) => ` ${what}`,
    back: "Show everything we found",
    crowded: (n: string) =>
      `More than ${n} match. These are the ones that begin with what you wrote. Write a little more and there will be fewer.`,
    crowdedNone: (n: string) => `More than ${n} match. Write a little more and there will be fewer.`,
    found: (n: number, what: string) => `${n} ${what.toLowerCase()}`,
    foundMany: (n: string, what: string) => `over ${n} ${what.toLowerCase()}`,
    said: (all: string) => `We found ${all}.`,
    none: (q: string) => `We did not find ${quoted(q)}`,
    noneText: "Try fewer letters, or only one of the words.",
    noneGuest: "Try fewer letters. Without signing in you search tools and material only.",
  },
});
