/** Words of experiences on other rooms' pages. */
import { texts } from "../i18n";

export const p = texts({
  da: {
    title: "Erfaring",
    tell: "Fortæl, hvad I lærte",
    tellFor: (department: string) => `Fortæl, hvad ${department} lærte`,
    tellText: "Så kan andre bruge det. Ledelsen eller TRIO siger ja, før det deles.",
    draft: (title: string) => `Kladde: ${title}`,
    withdrawn: (title: string) => `Trukket tilbage: ${title}`,
    through: (department: string) => `Idéen kommer fra ${department}`,
    practices: "Sådan gør vi hos os",
    practicesLead: "Det, vi har prøvet og beholdt.",
    since: (day: string) => `Siden ${day}.`,
    checked: (day: string) => `Vi gjorde det stadig ${day}.`,
    adjusted: (day: string) => `Justeret ${day}.`,
    next: (day: string) => `Ses på igen ${day}.`,
    all: "Erfaringer fra andre afdelinger",
  },
  en: {
    title: "Experience",
    tell: "Tell what you learned",
    tellFor: (department: string) => `Tell what ${department} learned`,
    tellText: "Then others can use it. The management or TRIO agrees before it is shared.",
    draft: (title: string) => `Draft: ${title}`,
    withdrawn: (title: string) => `Withdrawn: ${title}`,
    through: (department: string) => `The idea comes from ${department}`,
    practices: "How we do it here",
    practicesLead: "What we have tried and kept.",
    since: (day: string) => `Since ${day}.`,
    checked: (day: string) => `We still did it ${day}.`,
    adjusted: (day: string) => `Adjusted ${day}.`,
    next: (day: string) => `Looked at again ${day}.`,
    all: "Experiences from other departments",
  },
});
