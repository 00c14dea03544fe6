/** Words of HR's roll-out. */
import { texts } from "../i18n";

export const t = texts({
  da: {
    title: "Udrulning",
    none: "Ikke inviteret",
    planned: (quarter: string) => `Planlagt til ${quarter}`,
    round: (round: number) => (round === 1 ? "Første runde" : `${round}. runde`),
    between: (round: number) => `${round}. runde er slut`,
    quarter: (text: string) => text.replace(/^(\d{4})-Q(\d)$/, "$2. kvartal $1"),
    noContactPerson: "Ingen kontaktperson",
    by: {
      meeting: "møde",
      phone: "telefon",
      mail: "mail",
      session: "drøftelse",
      support: "hjælp",
    },
    last: (how: string, day: string) => `Sidst: ${how} ${day}`,
    never: "I har ikke talt sammen endnu",

    list: {
      lead: (waiting: number, all: number) =>
        waiting === 0
          ? `Ingen af de ${all} afdelinger venter på at høre fra jer lige nu.`
          : `${waiting} af ${all} afdelinger bør høre fra jer.`,
      count: (n: number) => (n === 1 ? "1 afdeling" : `${n} afdelinger`),
      toContact: "Skal kontaktes",
      helpWanted: "Hjælp ønsket",
      inProgress: "I gang",
      plannedOnly: "Planlagt",
      caption: "Afdelinger i organisationens rækkefølge, med det, HR skal vide",
      department: "Afdeling",
      stage: "Hvor de er",
      contact: "HR’s kontakt",
      why: "Derfor bør I ringe",
      lastTalk: "Talte sidst sammen",
      choose: (name: string) => `Vælg ${name}`,
      chosen: (n: number) => (n === 1 ? "1 afdeling er valgt" : `${n} afdelinger er valgt`),
      session: "Planlæg én drøftelse for de valgte",
      wave: "Planlæg én måling for de valgte",
      waves: "Målinger",
      tracks: "De tre spor",
      clear: "Vælg ingen",
      empty: "Ingen afdelinger passer til det, du har valgt",
      all: "Vis alle",
      hint: "Sæt kryds ved de afdelinger, der skal mødes om den samme drøftelse.",
    },

    why: {
      help: (day: string) => `De bad om hjælp ${day}.`,
      due: {
        follow_up: (day: string, late: boolean) =>
          late ? `En opfølgning skulle være holdt ${day}.` : "En opfølgning skal holdes i dag.",
        agreement: (day: string, late: boolean) =>
          late ? `En aftale havde dato ${day}.` : "En aftale har dato i dag.",
        evaluate: (day: string, late: boolean) =>
          late
            ? `En prøvehandling har kunnet evalueres siden ${day}.`
            : "En prøvehandling kan evalueres i dag.",
        session: (day: string, late: boolean) =>
          late ? `Drøftelsen ${day} er ikke skrevet ind endnu.` : "De holder drøftelse i dag.",
        support: (day: string, late: boolean) =>
          late ? `I aftalte hjælp til ${day}. Er den givet?` : "I har aftalt at hjælpe i dag.",
      },
      noMovement: (day: string) => `Der er ikke skrevet noget siden ${day}.`,
      andAhead: (day: string) => `Næste dato er ${day}.`,
      nothingAhead: (step: number) => `Trin ${step} er i gang, og der er ingen dato forude.`,
      startPassed: (quarter: string) => `De skulle begynde i ${quarter} og er ikke i gang.`,
      noContact: (day: string) => `I har ikke talt sammen siden ${day}.`,
      neverContact: "I har ikke talt sammen endnu.",
    },

    one: {
      title: (name: string) => `Udrulning: ${name}`,
      forDepartment: "HR og jer",
      current: "Udrulning",
      calls: (name: string) => `${name} fra HR følger jer. Ring eller skriv, når I har brug for det.`,
      nobodyYet: "Der er ingen fast kontaktperson fra HR endnu. I kan altid bede om hjælp.",
      why: "Derfor bør I tale sammen",
      nothing: "Lige nu venter intet på jer.",
      talked: "Vi talte sammen",
      on: "Hvornår",
      way: "Hvordan",
      ways: { meeting: "Møde", phone: "Telefon", mail: "Mail" },
      note: "En sætning om, hvad I aftalte",
      noteReaders: "Afdelingen kan også læse det. Skriv ikke om navngivne personer.",
      saveContact: "Gem samtalen",
      plan: "Plan",
      start: "Begynder",
      startHint: "Når der står et kvartal, er afdelingen inviteret og kan se det på sin side.",
      notYet: "Ikke inviteret endnu",
      begun: "Afdelingen er i gang, så starten ligger fast.",
      contact: "Kontaktperson fra HR",
      contactHint: "Afdelingen kan se, hvem der følger den.",
      savePlan: "Gem planen",
      chooseWay: "Vælg, hvordan I talte sammen.",
      before: "Det har vi talt om",
      noneBefore: "Ingen samtaler er skrevet ned endnu.",
      by: (name: string) => `Skrevet af ${name}`,
      seeDepartment: "Se afdelingens side",
      session: "Planlæg en drøftelse",
      help: "Svar på ønsket om hjælp",
      ask: "Bed HR om hjælp",
      today: "I dag",
      yesterday: "I går",
      pastQuarter: (quarter: string) => `${quarter} (gået)`,
    },
  },
  en: {
    title: "Roll-out",
    none: "Not invited",
    planned: (quarter: string) => `Planned for ${quarter}`,
    round: (round: number) => (round === 1 ? "First round" : `Round ${round}`),
    between: (round: number) => `Round ${round} is over`,
    quarter: (text: string) => text.replace(/^(\d{4})-Q(\d)$/, "quarter $2 of $1"),
    noContactPerson: "No contact person",
    by: {
      meeting: "meeting",
      phone: "phone",
      mail: "mail",
      session: "discussion",
      support: "help",
    },
    last: (how: string, day: string) => `Last: ${how} ${day}`,
    never: "You have not talked yet",

    list: {
      lead: (waiting: number, all: number) =>
        waiting === 0
          ? `None of the ${all} departments waits to hear from you right now.`
          : `${waiting} of ${all} departments should hear from you.`,
      count: (n: number) => (n === 1 ? "1 department" : `${n} departments`),
      toContact: "To be contacted",
      helpWanted: "Help wanted",
      inProgress: "Under way",
      plannedOnly: "Planned",
      caption: "Departments in the organisation's order, with what HR should know",
      department: "Department",
      stage: "Where they are",
      contact: "HR’s contact",
      why: "Why to call them",
      lastTalk: "Last talked",
      choose: (name: string) => `Choose ${name}`,
      chosen: (n: number) => (n === 1 ? "1 department chosen" : `${n} departments chosen`),
      session: "Plan one discussion for those chosen",
      wave: "Plan one survey for those chosen",
      waves: "Surveys",
      tracks: "The three tracks",
      clear: "Choose none",
      empty: "No departments fit what you have chosen",
      all: "Show all",
      hint: "Tick the departments that are to meet for the same discussion.",
    },

    why: {
      help: (day: string) => `They asked for help on ${day}.`,
      due: {
        follow_up: (day: string, late: boolean) =>
          late ? `A follow-up was to be held on ${day}.` : "A follow-up is to be held today.",
        agreement: (day: string, late: boolean) =>
          late ? `An agreement was dated ${day}.` : "An agreement is dated today.",
        evaluate: (day: string, late: boolean) =>
          late
            ? `A trial action could have been evaluated since ${day}.`
            : "A trial action can be evaluated today.",
        session: (day: string, late: boolean) =>
          late ? `The discussion on ${day} is not written down yet.` : "They hold a discussion today.",
        support: (day: string, late: boolean) =>
          late ? `You agreed to help on ${day}. Was it given?` : "You have agreed to help today.",
      },
      noMovement: (day: string) => `Nothing has been written since ${day}.`,
      andAhead: (day: string) => `The next date is ${day}.`,
      nothingAhead: (step: number) => `Step ${step} is in progress, and no date lies ahead.`,
      startPassed: (quarter: string) => `They were to begin in ${quarter} and are not under way.`,
      noContact: (day: string) => `You have not talked since ${day}.`,
      neverContact: "You have not talked yet.",
    },

    one: {
      title: (name: string) => `Roll-out: ${name}`,
      forDepartment: "HR and you",
      current: "Roll-out",
      calls: (name: string) => `${name} from HR follows you. Call or write whenever you need to.`,
      nobodyYet: "There is no contact person from HR yet. You can always ask for help.",
      why: "Why you should talk",
      nothing: "Nothing waits for you right now.",
      talked: "We talked",
      on: "When",
      way: "How",
      ways: { meeting: "Meeting", phone: "Phone", mail: "Mail" },
      note: "A sentence on what you agreed",
      noteReaders: "The department can read it too. Do not write about named persons.",
      saveContact: "Save the talk",
      plan: "Plan",
      start: "Begins",
      startHint: "Once a quarter stands here, the department is invited and sees it on its page.",
      notYet: "Not invited yet",
      begun: "The department is under way, so its start stands.",
      contact: "Contact person from HR",
      contactHint: "The department sees who follows it.",
      savePlan: "Save the plan",
      chooseWay: "Choose how you talked.",
      before: "What we have talked about",
      noneBefore: "No talks are written down yet.",
      by: (name: string) => `Written by ${name}`,
      seeDepartment: "See the department's page",
      session: "Plan a discussion",
      help: "Answer the wish for help",
      ask: "Ask HR for help",
      today: "Today",
      yesterday: "Yesterday",
      pastQuarter: (quarter: string) => `${quarter} (past)`,
    },
  },
});
