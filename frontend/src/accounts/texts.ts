/** Words of signing in and of a department's people. */
import { texts } from "../i18n";

export const t = texts({
  da: {
    title: "Psykologisk tryghed, ét trin ad gangen",
    tab: "Log ind",
    lead: "Se, hvor I er, hvad I prøver, og hvornår I følger op.",
    work: "Log ind med din arbejdskonto",
    read: "Vil du bare læse om det?",
    readBefore: "Redskaberne kan læses uden login: ",
    readLink: "Redskaber og erfaringer",
    demo: "Prøv Trinvis som",
    demoLead: "Demo. Personer og tal er opdigtede.",
    none: "Der er ingen måde at logge ind på lige nu. Kontakt HR.",
    people: "Personer og roller",
    peopleLead: (department: string) =>
      `Dem, der har en rolle i arbejdet med psykologisk tryghed i ${department}.`,
    departments: "Afdelinger",
    name: "Navn",
    roles: "Roller",
    until: (day: string) => `til ${day}`,
    nobody: "Ingen har en rolle her endnu",
    nobodyText: "Roller kommer fra hospitalets import. Spørg HR eller administratoren.",
  },
  en: {
    title: "Psychological safety, one step at a time",
    tab: "Sign in",
    lead: "See where you are, what you are trying, and when you follow up.",
    work: "Sign in with your work account",
    read: "Do you only want to read about it?",
    readBefore: "The tools can be read without signing in: ",
    readLink: "Tools and experiences",
    demo: "Try Trinvis as",
    demoLead: "Demo. Persons and figures are invented.",
    none: "There is no way of signing in right now. Contact HR.",
    people: "People and roles",
    peopleLead: (department: string) =>
      `Those with a part in the work on psychological safety in ${department}.`,
    departments: "Departments",
    name: "Name",
    roles: "Roles",
    until: (day: string) => `until ${day}`,
    nobody: "Nobody has a role here yet",
    nobodyText: "Roles come from the hospital's import. Ask HR or the administrator.",
  },
});
