/** The sentences in which a change of the organisation is told before it is done. */
import { listed, shortDay } from "../dates";
import { texts } from "../i18n";

export const s = texts({
  da: {
    title: "Det betyder det",
    labels: {
      tree: "Organisationen",
      work: "Det, der er åbent",
      meetings: "Møder i LMU",
      experiences: "Erfaringer",
      rounds: "Runder",
      people: "Roller",
      readers: "Hvem læser hvad",
      hmu: "HMU's overblik",
      links: "Links",
    },
    opens: (name: string, under: string) =>
      under ? `${name} oprettes under ${under}.` : `${name} oprettes.`,
    moves: (names: string[], from: string, under: string) =>
      from ? `${listed(names)} flytter fra ${from} til ${under}.` : `${listed(names)} kommer under ${under}.`,
    closes: (names: string[]) => `${listed(names)} lukker.`,
    walkSelf: (names: string[]) => `${listed(names)} går derefter trinnene selv.`,
    walkWith: (names: string[], whom: string) => `${listed(names)} går derefter trinnene sammen med ${whom}.`,
    walkNot: (names: string[]) => `${listed(names)} går derefter ikke trinnene.`,
    kinds: {
      trial_action: (n: number) => (n === 1 ? "1 prøvehandling" : `${n} prøvehandlinger`),
      agreement: (n: number) => (n === 1 ? "1 aftale" : `${n} aftaler`),
      follow_up: (n: number) => (n === 1 ? "1 opfølgning" : `${n} opfølgninger`),
      session: (n: number) => (n === 1 ? "1 planlagt drøftelse" : `${n} planlagte drøftelser`),
      support_request: (n: number) => (n === 1 ? "1 ønske om hjælp" : `${n} ønsker om hjælp`),
      journey: (n: number) => (n === 1 ? "1 runde" : `${n} runder`),
      meeting: (n: number) => (n === 1 ? "1 planlagt møde" : `${n} planlagte møder`),
      experience: (n: number) => (n === 1 ? "1 erfaring" : `${n} erfaringer`),
    },
    beside: {
      meeting: {
        moves: (what: string, from: string, to: string) =>
          `${what} flytter fra LMU i ${from} til LMU i ${to} med dagsordenen. Holdte møder bliver stående.`,
        stays: (what: string, at: string, _: string) => `${what} bliver i ${at}.`,
        cancelled: (what: string, at: string, _: string) =>
          `${what} i LMU i ${at} aflyses, for der er ikke noget LMU til at tage over.`,
      },
      experience: {
        moves: (what: string, from: string, to: string) =>
          `${what} flytter med fra ${from} til ${to}, som derefter deler og trækker tilbage.`,
        stays: (what: string, at: string, _: string) =>
          `${what} bliver i ${at}. Det, der er delt, kan stadig læses, og kun HR kan trække det tilbage.`,
        cancelled: (what: string, at: string, _: string) => `${what} i ${at} trækkes tilbage.`,
      },
    },
    workMoves: (what: string[], from: string, to: string) =>
      `${listed(what)} flytter med fra ${from} til ${to}.`,
    workStays: (what: string[], at: string[]) =>
      `${listed(what)} bliver i ${listed(at)} og hører fremover til en anden runde.`,
    noWork: "Der er ingen åbne prøvehandlinger, aftaler eller opfølgninger, der flytter.",
    which: "Se hvilke",
    ownerless: (n: number) =>
      n === 1 ? "1 løfte står uden tovholder bagefter." : `${n} løfter står uden tovholder bagefter.`,
    ownerlessAlready: (n: number) =>
      n === 1 ? "1 løfte står allerede uden tovholder." : `${n} løfter står allerede uden tovholder.`,
    roundGoesOn: (where: string) => `Runden i ${where} fortsætter.`,
    roundMoves: (from: string, to: string) => `Runden i ${from} fortsætter i ${to}.`,
    roundNumber: (n: number) => `Dér er den ${n}. runde.`,
    roundEnds: (where: string) => `Runden i ${where} slutter. Den kan stadig læses.`,
    rolesGo: (names: string[], to: string) =>
      names.length === 1
        ? `${listed(names)} får sin rolle i ${to}.`
        : `${listed(names)} får deres roller i ${to}.`,
    rolesEnd: (names: string[], at: string) =>
      `${names.length === 1 ? "Rollen" : "Rollerne"} i ${at} slutter for ${listed(names)}.`,
    homeless: (names: string[]) => `${listed(names)} er uden afdeling bagefter.`,
    others: (n: number) => (n === 1 ? "1 anden" : `${n} andre`),
    readsShared: (by: string, of: string[]) =>
      `${by} læser det fælles fra ${listed(of)}, men ingen noter Kun for os.`,
    noLonger: (by: string, of: string[]) => `${by} læser ikke længere ${listed(of)}.`,
    candidStays: (of: string[]) => `Noter Kun for os i ${listed(of)} bliver hos dem, der kan læse dem i dag.`,
    rowAppears: (names: string[]) => `${listed(names)} får en række.`,
    rowEnds: (names: string[]) => `${listed(names)} har ikke længere en række.`,
    linksStay: "Links og QR-koder virker stadig.",
    boardsEnd: (names: string[]) =>
      `Links og QR-koder virker stadig. Tavlesiden for ${listed(names)} siger derefter, at den er lukket, og hvor arbejdet eventuelt fortsætter.`,
    alsoPlanned: "Der er også andet på vej for de samme",
    obstacles: "Det skal på plads først",
    obstaclesLater: "Det skal være på plads inden dagen",
    laterText:
      "Du kan planlægge det nu. Er det ikke på plads på dagen, sker ændringen ikke, og så står den her med grunden.",
    stillOpen: (what: string[], at: string) => `${at} har stadig ${listed(what)}.`,
    sectionsOpen: (names: string[]) => `${listed(names)} hører stadig under og er ikke lukket.`,
    handOn: "Vælg, hvem der tager over, eller gør det færdigt først.",
    isClosed: "Den er allerede lukket.",
    isRoot: "Det øverste i organisationen kan ikke flyttes, lukkes, deles eller lægges sammen.",
    fromDay: (day: string) => `fra ${shortDay(day)}`,
    today: "i dag",
  },
  en: {
    title: "What it means",
    labels: {
      tree: "The organisation",
      work: "What is open",
      meetings: "LMU meetings",
      experiences: "Experiences",
      rounds: "Rounds",
      people: "Roles",
      readers: "Who reads what",
      hmu: "HMU's overview",
      links: "Links",
    },
    opens: (name: string, under: string) =>
      under ? `${name} is added under ${under}.` : `${name} is added.`,
    moves: (names: string[], from: string, under: string) =>
      from
        ? `${listed(names)} ${names.length === 1 ? "moves" : "move"} from ${from} to ${under}.`
        : `${listed(names)} ${names.length === 1 ? "comes" : "come"} under ${under}.`,
    closes: (names: string[]) => `${listed(names)} ${names.length === 1 ? "closes" : "close"}.`,
    walkSelf: (names: string[]) =>
      names.length === 1
        ? `${listed(names)} then walks the steps itself.`
        : `${listed(names)} then walk the steps themselves.`,
    walkWith: (names: string[], whom: string) =>
      `${listed(names)} then ${names.length === 1 ? "walks" : "walk"} the steps together with ${whom}.`,
    walkNot: (names: string[]) =>
      `${listed(names)} then ${names.length === 1 ? "does" : "do"} not walk the steps.`,
    kinds: {
      trial_action: (n: number) => (n === 1 ? "1 trial action" : `${n} trial actions`),
      agreement: (n: number) => (n === 1 ? "1 agreement" : `${n} agreements`),
      follow_up: (n: number) => (n === 1 ? "1 follow-up" : `${n} follow-ups`),
      session: (n: number) => (n === 1 ? "1 planned discussion" : `${n} planned discussions`),
      support_request: (n: number) => (n === 1 ? "1 request for help" : `${n} requests for help`),
      journey: (n: number) => (n === 1 ? "1 round" : `${n} rounds`),
      meeting: (n: number) => (n === 1 ? "1 planned meeting" : `${n} planned meetings`),
      experience: (n: number) => (n === 1 ? "1 experience" : `${n} experiences`),
    },
    beside: {
      meeting: {
        moves: (what: string, from: string, to: string) =>
          `${what} of the LMU in ${from} with the agenda: from then on of the LMU in ${to}. Meetings that were held stay.`,
        stays: (what: string, at: string, _: string) => `${what} in ${at}: nothing changes.`,
        cancelled: (what: string, at: string, _: string) =>
          `${what} of the LMU in ${at}: cancelled, since there is no LMU to take over.`,
      },
      experience: {
        moves: (what: string, from: string, to: string) =>
          `${what} from ${from}: from then on shared and withdrawn by ${to}.`,
        stays: (what: string, at: string, _: string) =>
          `${what} in ${at}: what is shared can still be read, and HR alone can withdraw it.`,
        cancelled: (what: string, at: string, _: string) => `${what} in ${at}: withdrawn.`,
      },
    },
    workMoves: (what: string[], from: string, to: string) =>
      `${listed(what)} come along from ${from} to ${to}.`,
    workStays: (what: string[], at: string[]) =>
      `${listed(what)} ${what.length > 1 ? "stay" : "stays"} in ${listed(at)} and from then on ${what.length > 1 ? "belong" : "belongs"} to another round.`,
    noWork: "No open trial actions, agreements or follow-ups move.",
    which: "See which",
    ownerless: (n: number) =>
      n === 1 ? "1 promise then has no owner." : `${n} promises then have no owner.`,
    ownerlessAlready: (n: number) =>
      n === 1 ? "1 promise already has no owner." : `${n} promises already have no owner.`,
    roundGoesOn: (where: string) => `The round in ${where} goes on.`,
    roundMoves: (from: string, to: string) => `The round in ${from} goes on in ${to}.`,
    roundNumber: (n: number) => `There it is round ${n}.`,
    roundEnds: (where: string) => `The round in ${where} ends. It can still be read.`,
    rolesGo: (names: string[], to: string) =>
      `${listed(names)} ${names.length === 1 ? "gets the same role" : "get their roles"} in ${to}.`,
    rolesEnd: (names: string[], at: string) =>
      `${names.length === 1 ? "The role" : "The roles"} in ${at} ${names.length === 1 ? "ends" : "end"} for ${listed(names)}.`,
    homeless: (names: string[]) =>
      `${listed(names)} then ${names.length === 1 ? "has" : "have"} no department.`,
    others: (n: number) => (n === 1 ? "1 other" : `${n} others`),
    readsShared: (by: string, of: string[]) =>
      `${by} reads what was shared in ${listed(of)}, but no notes Only for us.`,
    noLonger: (by: string, of: string[]) => `${by} no longer reads ${listed(of)}.`,
    candidStays: (of: string[]) =>
      `Notes Only for us in ${listed(of)} stay with those who can read them today.`,
    rowAppears: (names: string[]) =>
      `${listed(names)} ${names.length === 1 ? "gets a row" : "get a row each"}.`,
    rowEnds: (names: string[]) =>
      `${listed(names)} no longer ${names.length === 1 ? "has a row" : "have a row"}.`,
    linksStay: "Links and QR codes still work.",
    boardsEnd: (names: string[]) =>
      `Links and QR codes still work. The board page of ${listed(names)} then says that it is closed, and where the work may go on.`,
    alsoPlanned: "Something else is on the way for the same",
    obstacles: "This has to be settled first",
    obstaclesLater: "This has to be settled before the day",
    laterText:
      "You can plan it now. If it is not settled on the day, the change does not happen, and it stands here with the reason.",
    stillOpen: (what: string[], at: string) => `${at} still has ${listed(what)}.`,
    sectionsOpen: (names: string[]) =>
      `${listed(names)} still ${names.length === 1 ? "belongs" : "belong"} under it and ${names.length === 1 ? "is" : "are"} not closed.`,
    handOn: "Choose who takes over, or finish it first.",
    isClosed: "It is already closed.",
    isRoot: "The top of the organisation cannot be moved, closed, split or merged.",
    fromDay: (day: string) => `from ${shortDay(day)}`,
    today: "today",
  },
});
