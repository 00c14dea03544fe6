/** Words of signing in. */
import { texts } from "../i18n";

export const t = texts({
  da: {
    title: "Psykologisk tryghed, ét trin ad gangen",
    tab: "Log ind",
    lead: "Se, hvor I er, hvad I prøver, og hvornår I følger op.",
    work: "Log ind med din arbejdskonto",
    code: "Har du fået en svarkode?",
    codeText: "Så skal du ikke logge ind. Scan den.",
    read: "Vil du bare læse om det?",
    readBefore: "Redskaberne kan læses uden login: ",
    readLink: "Redskaber og erfaringer",
    demo: "Prøv Trinvis som",
    demoLead: "Demo. Personer og tal er opdigtede.",
    none: "Der er ingen måde at logge ind på lige nu. Kontakt HR.",
  },
  en: {
    title: "Psychological safety, one step at a time",
    tab: "Sign in",
    lead: "See where you are, what you are trying, and when you follow up.",
    work: "Sign in with your work account",
    code: "Have you been given an answer code?",
    codeText: "Then you need not sign in. Scan it.",
    read: "Do you only want to read about it?",
    readBefore: "The tools can be read without signing in: ",
    readLink: "Tools and experiences",
    demo: "Try Trinvis as",
    demoLead: "Demo. Persons and figures are invented.",
    none: "There is no way of signing in right now. Contact HR.",
  },
});
