/** Words of what one is told when people change. */
import { texts } from "../../i18n";

export const told = texts({
  da: {
    taken: "Du har overtaget",
    kind: {
      trial_action: "prøvehandling",
      agreement: "aftale",
      follow_up: "opfølgning",
      session: "drøftelse",
      support_request: "ønske om hjælp",
      talk: "oplæg",
      course: "kursus",
    },
    kindAt: (kind: string, department: string) => `${kind} i ${department}`,
    due: (day: string) => `dato ${day}`,
    former: (name: string) => `${name} havde den før.`,
    borrowed: "En anden afdeling prøver jeres idé:",
    seen: "Set",
    unowned: (count: string, one: boolean, department: string) =>
      one
        ? `Én ting i ${department} står uden tovholder.`
        : `${count} ting i ${department} står uden tovholder.`,
    giveOn: "Se, hvem der kan tage over",
    welcome: (department: string) => `Velkommen som leder i ${department}`,
    welcomeText: "Vi har samlet, hvor I er, hvad der er lovet, og hvad der er det næste.",
    welcomeOpen: "Se, hvor I er",
    welcomeAway: "Læg væk",
    welcomeRead: "Tak, det har jeg set",
    owner: (name: string) => `Tovholder: ${name}.`,
    noOwner: "Står uden tovholder.",
    late: "Skulle være sket.",
    rest: (count: number) => (count === 1 ? "Vis én mere" : `Vis ${count} mere`),
  },
  en: {
    taken: "You have taken over",
    kind: {
      trial_action: "trial action",
      agreement: "agreement",
      follow_up: "follow-up",
      session: "discussion",
      support_request: "wish for help",
      talk: "talk",
      course: "course",
    },
    kindAt: (kind: string, department: string) => `${kind} in ${department}`,
    due: (day: string) => `date ${day}`,
    former: (name: string) => `${name} had it before.`,
    borrowed: "Another department tries your idea:",
    seen: "Seen",
    unowned: (count: string, one: boolean, department: string) =>
      one
        ? `One thing in ${department} stands without an owner.`
        : `${count} things in ${department} stand without an owner.`,
    giveOn: "See who can take over",
    welcome: (department: string) => `Welcome as leader of ${department}`,
    welcomeText: "We have gathered where you are, what is promised, and what comes next.",
    welcomeOpen: "See where you are",
    welcomeAway: "Put away",
    welcomeRead: "Thank you, I have seen it",
    owner: (name: string) => `Owner: ${name}.`,
    noOwner: "Stands without an owner.",
    late: "Should have happened.",
    rest: (count: number) => (count === 1 ? "Show one more" : `Show ${count} more`),
  },
});
