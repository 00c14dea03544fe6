/** Words of Overdrag and of what stands without an owner. */
import { texts } from "../i18n";

export const h = texts({
  da: {
    title: "Overdrag",
    lead: (name: string, things: string, department: string) =>
      `${name} er tovholder for ${things} i ${department}. Giv det videre, så intet bliver glemt.`,
    leadMe: (things: string, department: string) =>
      `Du er tovholder for ${things} i ${department}. Giv det videre, så intet bliver glemt.`,
    things: (count: string, one: boolean) => (one ? "én ting" : `${count} ting`),
    nothing: (name: string, department: string) => `${name} er ikke tovholder for noget i ${department}.`,
    what: (name: string) => `Det, ${name} er tovholder for her, kan gives videre til andre.`,
    people: "Personer og roller",
    noPerson: "Hvem skal give noget videre?",
    noPersonText: "Vælg personen på listen over personer og roller.",
    how: "Hvem tager over?",
    all: "Alt til én",
    allDetail: "Én person bliver tovholder for det hele.",
    each: "Hver for sig",
    eachDetail: "Vælg for hver ting, hvem der tager den.",
    it: "Det drejer sig om",
    to: "Ny tovholder",
    toFor: (title: string) => `for ${title}`,
    me: "mig",
    choosePerson: "Vælg en person",
    chooseTo: "Vælg, hvem der tager over.",
    chooseOne: "Vælg en ny tovholder for mindst én ting.",
    stays: "Ingen endnu",
    leftOver: "Det, I ikke giver videre, står uden tovholder, og det ser afdelingsledelsen og TRIO.",
    keeps: (name: string) =>
      `Det, I ikke giver videre, bliver hos ${name}, så længe ${name} har en rolle her. Derefter står det uden tovholder, og det ser afdelingsledelsen og TRIO.`,
    keepsMe:
      "Det, du ikke giver videre, bliver hos dig, så længe du har en rolle her. Derefter står det uden tovholder, og det ser afdelingsledelsen og TRIO.",
    quiet: (name: string) => `Der sendes ikke noget til ${name}.`,
    told: "De nye tovholdere kan se det på deres forside.",
    act: "Giv videre",
    notNow: "Ikke nu",
    done: (things: string) => `${things} er givet videre`,
    doneAll: "Alt er givet videre",
    rest: "Det, der er tilbage",
    toPeople: "Til personer og roller",
    toDepartment: "Til afdelingens side",
    othersSee: (name: string, things: string) =>
      `${name} er tovholder for ${things}. Det står uden tovholder, når rollen er slut, og afdelingsledelsen og TRIO ser det på deres forside og giver det videre.`,
    kind: {
      trial_action: "prøvehandling",
      agreement: "aftale",
      follow_up: "opfølgning",
      session: "drøftelse",
      support_request: "ønske om hjælp",
    },
    due: (day: string) => day,
    was: (day: string) => `skulle være sket ${day}`,
    before: (name: string) => `før: ${name}`,
    unownedTitle: "Uden tovholder",
    unownedLead: (count: string, one: boolean) =>
      one
        ? "Én ting mangler en, der holder fast i den. Vælg hvem, eller lad den vente."
        : `${count} ting mangler en, der holder fast i dem. Vælg hvem, eller lad dem vente.`,
    allOwned: "Alt har en tovholder",
    allOwnedText: "Stopper en, der er tovholder for noget, kommer det her, til nogen tager det.",
    give: "Gem valgene",
    gone: "Noget på listen er taget eller afsluttet i mellemtiden. Listen er hentet igen, og dine valg står her stadig.",
  },
  en: {
    title: "Hand over",
    lead: (name: string, things: string, department: string) =>
      `${name} owns ${things} in ${department}. Pass it on, so that nothing is forgotten.`,
    leadMe: (things: string, department: string) =>
      `You own ${things} in ${department}. Pass it on, so that nothing is forgotten.`,
    things: (count: string, one: boolean) => (one ? "one thing" : `${count} things`),
    nothing: (name: string, department: string) => `${name} owns nothing in ${department}.`,
    what: (name: string) => `What ${name} owns here can be passed on to others.`,
    people: "People and roles",
    noPerson: "Who is passing something on?",
    noPersonText: "Choose the person on the list of people and roles.",
    how: "Who takes over?",
    all: "Everything to one",
    allDetail: "One person becomes the owner of all of it.",
    each: "One by one",
    eachDetail: "Choose who takes each thing.",
    it: "This is what it is about",
    to: "New owner",
    toFor: (title: string) => `of ${title}`,
    me: "me",
    choosePerson: "Choose a person",
    chooseTo: "Choose who takes over.",
    chooseOne: "Choose a new owner for at least one thing.",
    stays: "Nobody yet",
    leftOver: "What you do not pass on stands without an owner, and the management and TRIO see it.",
    keeps: (name: string) =>
      `What you do not pass on stays with ${name} as long as ${name} has a role here. After that it stands without an owner, and the management and TRIO see it.`,
    keepsMe:
      "What you do not pass on stays with you as long as you have a role here. After that it stands without an owner, and the management and TRIO see it.",
    quiet: (name: string) => `Nothing is sent to ${name}.`,
    told: "The new owners see it on their front page.",
    act: "Pass on",
    notNow: "Not now",
    done: (things: string) => `${things} passed on`,
    doneAll: "Everything is passed on",
    rest: "What is left",
    toPeople: "To people and roles",
    toDepartment: "To the department's page",
    othersSee: (name: string, things: string) =>
      `${name} owns ${things}. It stands without an owner when the role has ended, and the management and TRIO see it on their front page and pass it on.`,
    kind: {
      trial_action: "trial action",
      agreement: "agreement",
      follow_up: "follow-up",
      session: "discussion",
      support_request: "wish for help",
    },
    due: (day: string) => day,
    was: (day: string) => `should have happened ${day}`,
    before: (name: string) => `before: ${name}`,
    unownedTitle: "Without an owner",
    unownedLead: (count: string, one: boolean) =>
      one
        ? "One thing has nobody to hold on to it. Choose who, or let it wait."
        : `${count} things have nobody to hold on to them. Choose who, or let them wait.`,
    allOwned: "Everything has an owner",
    allOwnedText: "When somebody who owns something stops, it comes here until somebody takes it.",
    give: "Save the choices",
    gone: "Something on the list was taken or finished meanwhile. The list is fetched anew, and your choices still stand here.",
  },
});
