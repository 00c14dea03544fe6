/** Words of the three tracks, the ambassadors' roster and the new leaders. */
import { texts } from "../i18n";

export const w = texts({
  da: {
    title: "Spor",
    lead: "De tre spor i notatet: hvad der er holdt, hvad der er på vej, og hvor nogen mangler.",
    track: (number: number, title: string) => `Spor ${number}. ${title}`,
    trials: {
      none: "Hospitalet har ingen prøvehandling i gang.",
      add: "Foreslå en prøvehandling",
    },
    support: (departments: number, going: number) => `${going} af ${departments} afdelinger er i gang.`,
    planned: (n: number) => (n === 1 ? "1 er planlagt." : `${n} er planlagt.`),
    wishes: (n: number) => (n === 1 ? "1 venter på svar fra jer." : `${n} venter på svar fra jer.`),
    rollout: "Se udrulningen",
    doctors: "Kurser for uddannelsesansvarlige læger står under kurser. Ambassadører står på listen.",
    ambassadors: (n: number) => (n === 1 ? "1 ambassadør." : `${n} ambassadører.`),
    without: (n: number) =>
      n === 0
        ? "Alle afdelinger har mindst én."
        : n === 1
          ? "1 afdeling har ingen endnu."
          : `${n} afdelinger har ingen endnu.`,
    roster: "Se ambassadørerne",
    leaders: (n: number) =>
      n === 0
        ? "Ingen er blevet leder det seneste år."
        : n === 1
          ? "1 er blevet leder det seneste år."
          : `${n} er blevet ledere det seneste år.`,
    introduced: (n: number) => (n === 1 ? "1 har haft programmet." : `${n} har haft programmet.`),
    seeLeaders: "Se de nye ledere",
    next: (day: string) => `Næste: ${day}.`,
    last: (day: string) => `Sidst: ${day}.`,
    noNext: "Intet planlagt.",
    all: { talk: "Se alle oplæg", course: "Se alle kurser", day: "Se alle introduktionsdage" },
    forum: "Forum",
    nextTalk: "Planlagt",
    lastTalk: "Holdt sidst",
    forumsCaption: "Oplæg for hvert forum: det næste og det seneste",
    planOne: (whom: string) => `Planlæg et oplæg for ${whom}`,
    plan: "Planlæg",
    notYet: "Ikke endnu",
    material: {
      none: "Der er ikke lagt noget ind endnu.",
      tools: "Se redskaberne",
      all: "Se alt materiale",
    },
    list: {
      title: "Ambassadører",
      lead: (n: number, without: number) =>
        without === 0
          ? `${n} ambassadører. Alle afdelinger har mindst én.`
          : `${n} ambassadører. ${without === 1 ? "1 afdeling har" : `${without} afdelinger har`} ingen endnu.`,
      caption: "Ambassadører i organisationens rækkefølge",
      department: "Afdeling",
      who: "Ambassadører",
      ambassador: "Ambassadør",
      role: "Kaldes",
      place: "Hører til",
      since: "Siden",
      courses: "Kurser",
      none: "Ingen endnu",
      been: (n: number) => (n === 1 ? "1 kursus" : `${n} kurser`),
      onlyWithout: "Uden ambassadør",
      count: (n: number) => (n === 1 ? "1 afdeling" : `${n} afdelinger`),
      empty: "Alle afdelinger har en ambassadør",
      all: "Vis alle afdelinger",
      how: "Listen følger rollerne. En afdeling får en ambassadør, når lederen giver rollen på afdelingens side med personer.",
    },
    newLeaders: {
      title: "Nye ledere",
      lead: "De er begyndt som ledere inden for det seneste år. Listen følger rollernes første dag.",
      caption: "Nye ledere, de nyeste først",
      who: "Leder",
      role: "Rolle",
      department: "Afdeling",
      since: "Begyndt",
      programme: "Programmet for nye ledere",
      waiting: "Mangler programmet",
      count: (n: number) => (n === 1 ? "1 leder" : `${n} ledere`),
      empty: "Ingen er blevet leder det seneste år",
      emptyWaiting: "Alle nye ledere har haft programmet",
      all: "Vis alle",
      held: (day: string) => `Holdt ${day}`,
      tick: (name: string) => `Har haft det: ${name}`,
      had: "Har haft det",
      when: "Hvornår?",
      save: "Gem",
      undo: "Fortryd",
      undoFor: (name: string) => `Fortryd: ${name} har ikke haft programmet`,
      cancel: "Luk",
      roles: { leader: "afdelingsledelse", section_leader: "funktionsleder" },
    },
  },
  en: {
    title: "Tracks",
    lead: "The three tracks of the note: what has been held, what is on its way, and where somebody is missing.",
    track: (number: number, title: string) => `Track ${number}. ${title}`,
    trials: {
      none: "The hospital has no trial action under way.",
      add: "Suggest a trial action",
    },
    support: (departments: number, going: number) => `${going} of ${departments} departments are under way.`,
    planned: (n: number) => (n === 1 ? "1 is planned." : `${n} are planned.`),
    wishes: (n: number) => (n === 1 ? "1 waits for your answer." : `${n} wait for your answer.`),
    rollout: "See the roll-out",
    doctors:
      "Courses for doctors responsible for education stand among the courses. Ambassadors stand on the list.",
    ambassadors: (n: number) => (n === 1 ? "1 ambassador." : `${n} ambassadors.`),
    without: (n: number) =>
      n === 0
        ? "Every department has at least one."
        : n === 1
          ? "1 department has none yet."
          : `${n} departments have none yet.`,
    roster: "See the ambassadors",
    leaders: (n: number) =>
      n === 0
        ? "Nobody has become a leader within the last year."
        : n === 1
          ? "1 person became a leader within the last year."
          : `${n} people became leaders within the last year.`,
    introduced: (n: number) => (n === 1 ? "1 has had the programme." : `${n} have had the programme.`),
    seeLeaders: "See the new leaders",
    next: (day: string) => `Next: ${day}.`,
    last: (day: string) => `Last: ${day}.`,
    noNext: "Nothing planned.",
    all: { talk: "See all talks", course: "See all courses", day: "See all introduction days" },
    forum: "Forum",
    nextTalk: "Planned",
    lastTalk: "Last held",
    forumsCaption: "Talks for each forum: the next one and the last one",
    planOne: (whom: string) => `Plan a talk for ${whom}`,
    plan: "Plan",
    notYet: "Not yet",
    material: {
      none: "Nothing has been put here yet.",
      tools: "See the tools",
      all: "See all material",
    },
    list: {
      title: "Ambassadors",
      lead: (n: number, without: number) =>
        without === 0
          ? `${n} ambassadors. Every department has at least one.`
          : `${n} ambassadors. ${without === 1 ? "1 department has" : `${without} departments have`} none yet.`,
      caption: "Ambassadors in the organisation's order",
      department: "Department",
      who: "Ambassadors",
      ambassador: "Ambassador",
      role: "Called",
      place: "Belongs to",
      since: "Since",
      courses: "Courses",
      none: "None yet",
      been: (n: number) => (n === 1 ? "1 course" : `${n} courses`),
      onlyWithout: "Without an ambassador",
      count: (n: number) => (n === 1 ? "1 department" : `${n} departments`),
      empty: "Every department has an ambassador",
      all: "Show all departments",
      how: "The list follows the roles. A department gets an ambassador when its leader gives the role on the department's page of people.",
    },
    newLeaders: {
      title: "New leaders",
      lead: "They began as leaders within the last year. The list follows the first day of their roles.",
      caption: "New leaders, the newest first",
      who: "Leader",
      role: "Role",
      department: "Department",
      since: "Began",
      programme: "The programme for new leaders",
      waiting: "Without the programme",
      count: (n: number) => (n === 1 ? "1 leader" : `${n} leaders`),
      empty: "Nobody has become a leader within the last year",
      emptyWaiting: "All new leaders have had the programme",
      all: "Show all",
      held: (day: string) => `Held ${day}`,
      tick: (name: string) => `Has had it: ${name}`,
      had: "Has had it",
      when: "When?",
      save: "Save",
      undo: "Undo",
      undoFor: (name: string) => `Undo: ${name} has not had the programme`,
      cancel: "Close",
      roles: { leader: "department management", section_leader: "section leader" },
    },
  },
});
