/** Words of the list of departments. */
import { texts } from "../i18n";

export const tree = texts({
  da: {
    title: "Afdelinger",
    lead: "Alle, du kan følge, i organisationens rækkefølge.",
    search: "Find en afdeling",
    walks: "Går selv",
    follows: "Følger afdelingen",
    kinds: { centre: "Center", department: "Afdeling", section: "Afsnit", staff: "Stab" },
    none: "Ingen afdelinger passer til det, du søger",
    noneYet: "Du er ikke knyttet til en afdeling endnu",
    noneText: "Bed din leder eller HR om at få dig med.",
    count: (n: number) => (n === 1 ? "1 afdeling" : `${n} afdelinger`),
    follow: (name: string) => `Følger ${name}`,
  },
  en: {
    title: "Departments",
    lead: "All you can follow, in the organisation's order.",
    search: "Find a department",
    walks: "Walks by itself",
    follows: "Follows the department",
    kinds: { centre: "Centre", department: "Department", section: "Section", staff: "Staff" },
    none: "No departments fit your search",
    noneYet: "You do not belong to a department yet",
    noneText: "Ask your leader or HR to add you.",
    count: (n: number) => (n === 1 ? "1 department" : `${n} departments`),
    follow: (name: string) => `Follows ${name}`,
  },
});
