/** Words of one person's page and of the administration's list of people. */
import { texts } from "../i18n";

export const a = texts({
  da: {
    administration: "Administration",
    directory: "Personer",
    directoryLead:
      "Alle, der har en rolle. Åbn en person for at give roller, rette navnet eller skrive en sidste dag.",
    department: "Afdeling",
    gone: "Også dem, der er stoppet",
    roles: "Roller",
    noRoleNow: "Ingen rolle nu",
    left: (day: string) => `Rejste ${day}`,
    leaves: (day: string) => `Rejser ${day}`,
    noMatch: "Ingen passer til det, du leder efter",
    noMatchText: "Prøv færre ord, eller fjern et filter.",
    clear: "Vis alle",
    shown: (count: number, more: boolean) =>
      more ? `De første ${count}` : count === 1 ? "1 person" : `${count} personer`,
    rolesNow: "Roller",
    rolesBefore: "Tidligere roller",
    noRoles: "Ingen roller nu",
    noRolesText: "Uden en rolle ser personen ingen afdeling.",
    nameAndEmail: "Navn og arbejdsmail",
    leaveTitle: "Rejser",
    leaveText: (name: string) =>
      `Efter den sidste dag kan ${name} ikke logge ind, og alle roller slutter. Det, der er åbent, giver I videre på næste side. Historikken bliver stående.`,
    lastWorkday: "Sidste arbejdsdag",
    leaveAct: "Skriv den sidste dag",
    leftTitle: "Den sidste dag er skrevet",
    leftText: (day: string) => `Rejste ${day}. Roller og adgang er slut.`,
    leavesText: (day: string) => `Rejser. Sidste arbejdsdag er ${day}.`,
    handOver: "Se, hvad der skal gives videre",
  },
  en: {
    administration: "Administration",
    directory: "People",
    directoryLead:
      "Everybody with a role. Open a person to give roles, correct the name or enter a last day.",
    department: "Department",
    gone: "Also those who have stopped",
    roles: "Roles",
    noRoleNow: "No role now",
    left: (day: string) => `Left on ${day}`,
    leaves: (day: string) => `Leaves on ${day}`,
    noMatch: "Nobody matches what you look for",
    noMatchText: "Try fewer words, or remove a filter.",
    clear: "Show all",
    shown: (count: number, more: boolean) =>
      more ? `The first ${count}` : count === 1 ? "1 person" : `${count} people`,
    rolesNow: "Roles",
    rolesBefore: "Former roles",
    noRoles: "No roles now",
    noRolesText: "Without a role the person sees no department.",
    nameAndEmail: "Name and work e-mail",
    leaveTitle: "Leaves",
    leaveText: (name: string) =>
      `After the last day ${name} cannot sign in, and all roles end. You pass on what is open on the next page. The history stays.`,
    lastWorkday: "Last day at work",
    leaveAct: "Enter the last day",
    leftTitle: "The last day is entered",
    leftText: (day: string) => `Left on ${day}. Roles and access have ended.`,
    leavesText: (day: string) => `Leaves. The last day at work is ${day}.`,
    handOver: "See what is to be passed on",
  },
});
