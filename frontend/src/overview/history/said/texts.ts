/**
 * One sentence per event, under the API's codes (a test holds that none is missing). Each is given who did
 * it, the record as one speaks of it, and what the facts say.
 */
import { texts } from "../../../i18n";
import type { Speech } from "../words";

const given = (s: Speech, field: string): string =>
  s.fact("to", field) ? `gav ${s.it} videre til ${s.name("to", field)}` : `lod ${s.it} stå uden tovholder`;

const givenEn = (s: Speech, field: string): string =>
  s.fact("to", field) ? `handed ${s.it} to ${s.name("to", field)}` : `left ${s.it} without an owner`;

/** Who says it where nobody signed in: before the board somebody unnamed, by the code that a person made. */
const speaker = (s: Speech): string => (s.fact("via") === "board" ? "Nogen ved tavlen" : s.who);
const speakerEn = (s: Speech): string => (s.fact("via") === "board" ? "Somebody at the board" : s.who);

const by: Record<string, (s: Speech) => string> = {
  board: (s) => ` (koden er lavet af ${s.who})`,
  mail: () => " (fra linket i en mail)",
  personal: () => " (fra eget link)",
};
const byEn: Record<string, (s: Speech) => string> = {
  board: (s) => ` (the code was made by ${s.who})`,
  mail: () => " (by the link in a mail)",
  personal: () => " (by their own link)",
};
const via = (s: Speech): string => by[String(s.fact("via"))]?.(s) ?? "";
const viaEn = (s: Speech): string => byEn[String(s.fact("via"))]?.(s) ?? "";

export const said = texts({
  da: {
    "trial_action.created": (s: Speech) =>
      s.number("cycle") > 1
        ? `${s.who} begyndte på cyklus ${s.number("cycle")}: ${s.it}`
        : `${s.who} oprettede ${s.it}`,
    "trial_action.suggested": (s: Speech) => `${s.who} foreslog ${s.it}`,
    "trial_action.plan_changed": (s: Speech) =>
      s.only("owner_id")
        ? `${s.who} gjorde ${s.name("to", "owner_id")} til tovholder for ${s.it}`
        : `${s.who} rettede planen for ${s.it}${s.changed}`,
    "trial_action.study_changed": (s: Speech) => `${s.who} skrev om ${s.it}${s.changed}`,
    "trial_action.note_added": (s: Speech) => `${s.who} skrev en note til ${s.it}`,
    "trial_action.planned": (s: Speech) => `${s.who} gjorde planen færdig for ${s.it}`,
    "trial_action.started": (s: Speech) => `${s.who} startede ${s.it}`,
    "trial_action.tried": (s: Speech) => `${s.who} afsluttede afprøvningen af ${s.it}`,
    "trial_action.extended": (s: Speech) => `${s.who} forlængede ${s.it}${s.until("ends_on")}`,
    "trial_action.evaluated": (s: Speech) =>
      `${s.who} evaluerede ${s.it}: ${s.choice("decision", {
        adopt: "vi beholder det",
        adapt: "vi justerer og prøver igen",
        abandon: "vi stopper her",
      })}`,
    "trial_action.cancelled": (s: Speech) => `${s.who} aflyste ${s.it}`,
    "trial_action.undone": (s: Speech) => `${s.who} fortrød det seneste skridt i ${s.it}`,
    "trial_action.handed_over": (s: Speech) => `${s.who} ${given(s, "owner_id")}`,
    "trial_action.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,

    "experience.created": (s: Speech) => `${s.who} begyndte på ${s.it}`,
    "experience.changed": (s: Speech) => `${s.who} rettede ${s.it}${s.changed}`,
    "experience.shared": (s: Speech) =>
      `${s.who} delte ${s.it}: ${s.choice("consent", {
        leaders: "ledelsen har sagt ja",
        trio: "TRIO har sagt ja",
      })}`,
    "experience.withdrawn": (s: Speech) => `${s.who} trak ${s.it} tilbage`,
    "experience.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,

    "follow_up.planned": (s: Speech) => `${s.who} planlagde ${s.it}${s.until("due")}`,
    "follow_up.changed": (s: Speech) =>
      s.only("due")
        ? `${s.who} flyttede ${s.it}${s.span("due")}`
        : s.only("owner_id")
          ? `${s.who} ${given(s, "owner_id")}`
          : `${s.who} rettede ${s.it}${s.changed}`,
    "follow_up.logged": (s: Speech) =>
      `${speaker(s)} fulgte op på ${s.it}: ${s.choice("assessment", {
        as_planned: "som planlagt",
        adjusted: "vi justerer",
        stopped: "vi stopper",
      })}${via(s)}`,
    "follow_up.corrected": (s: Speech) => `${s.who} rettede det, der står om ${s.it}${s.changed}`,
    "follow_up.note_opened": (s: Speech) => `${s.who} læste en sætning kun for os i ${s.it}`,
    "follow_up.cancelled": (s: Speech) => `${s.who} aflyste ${s.it}`,
    "follow_up.reopened": (s: Speech) => `${s.who} satte ${s.it} på igen`,
    "follow_up.handed_over": (s: Speech) => `${s.who} ${given(s, "owner_id")}`,
    "follow_up.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,

    "agreement.created": (s: Speech) =>
      `${s.who} lavede ${s.it}${s.day("due") ? `, som skal være gjort ${s.day("due")}` : ""}`,
    "agreement.changed": (s: Speech) =>
      s.only("due")
        ? `${s.who} flyttede ${s.it}${s.span("due")}`
        : s.only("owner_id")
          ? `${s.who} ${given(s, "owner_id")}`
          : `${s.who} rettede ${s.it}${s.changed}`,
    "agreement.done": (s: Speech) => `${s.who} noterede, at ${s.it} er gjort`,
    "agreement.cancelled": (s: Speech) => `${s.who} droppede ${s.it}`,
    "agreement.reopened": (s: Speech) => `${s.who} åbnede ${s.it} igen`,
    "agreement.handed_over": (s: Speech) => `${s.who} ${given(s, "owner_id")}`,
    "agreement.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,

    "session.planned": (s: Speech) => `${s.who} planlagde ${s.it}${s.until("day")}`,
    "session.held": (s: Speech) =>
      `${s.who} skrev ind, at ${s.it} blev holdt${s.day("day") ? ` ${s.day("day")}` : ""}`,
    "session.changed": (s: Speech) =>
      s.only("day") && s.day("from", "day")
        ? `${s.who} flyttede ${s.it}${s.span("day")}`
        : `${s.who} rettede ${s.it}${s.changed}`,
    "session.cancelled": (s: Speech) => `${s.who} aflyste ${s.it}`,
    "session.note_opened": (s: Speech) => `${s.who} læste noten kun for os i ${s.it}`,
    "session.file_added": (s: Speech) => `${s.who} vedhæftede en fil til ${s.it}`,
    "session.file_removed": (s: Speech) => `${s.who} fjernede en fil fra ${s.it}`,
    "session.file_opened": (s: Speech) => `${s.who} åbnede en fil kun for os fra ${s.it}`,

    "material.written": (s: Speech) =>
      s.number("number") > 1
        ? `${s.who} skrev ${s.number("number")}. udgave af ${s.it}`
        : `${s.who} skrev ${s.it}`,
    "material.retired": (s: Speech) => `${s.who} tog ${s.it} væk fra biblioteket`,
    "material.restored": (s: Speech) => `${s.who} satte ${s.it} tilbage i biblioteket`,
    "material.file_added": (s: Speech) => `${s.who} vedhæftede en fil til ${s.it}`,
    "material.file_removed": (s: Speech) => `${s.who} fjernede en fil fra ${s.it}`,
    "session.handed_over": (s: Speech) => `${s.who} ${given(s, "led_by")}`,
    "session.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,

    "meeting.planned": (s: Speech) => `${s.who} planlagde ${s.it}${s.until("day")}`,
    "meeting.changed": (s: Speech) =>
      s.only("on") && s.day("from", "day")
        ? `${s.who} flyttede ${s.it}${s.span("day")}`
        : `${s.who} rettede ${s.it}${s.changed}`,
    "meeting.held": (s: Speech) =>
      `${s.who} skrev ind, at ${s.it} blev holdt${s.day("day") ? ` ${s.day("day")}` : ""}`,
    "meeting.cancelled": (s: Speech) => `${s.who} aflyste ${s.it}`,
    "meeting.reopened": (s: Speech) => `${s.who} satte ${s.it} på igen`,
    "meeting.carried": (s: Speech) => `${s.it} fulgte med fra ${s.place("from", "department_id")}`,
    "meeting.ordered": (s: Speech) => `${s.who} ændrede punkternes rækkefølge på ${s.it}`,
    "meeting_item.added": (s: Speech) => `${s.who} satte ${s.it} på dagsordenen`,
    "meeting_item.changed": (s: Speech) => `${s.who} rettede ${s.it}${s.changed}`,
    "meeting_item.removed": (s: Speech) => `${s.who} tog ${s.it} af dagsordenen`,
    "meeting_item.decided": (s: Speech) => `${s.who} skrev beslutningen om ${s.it}`,
    "yearly_discussion.begun": (s: Speech) => `${s.who} begyndte på ${s.it} for ${s.fact("year")}`,
    "yearly_discussion.changed": (s: Speech) => `${s.who} rettede ${s.it}${s.changed}`,

    "journey.opened": (s: Speech) => `${s.who} begyndte på ${s.number("round")}. runde`,
    "journey.ended": (s: Speech) =>
      s.fact("ended_as") === "merged"
        ? `${s.number("round")}. runde sluttede, da afdelingen blev lagt sammen eller delt`
        : `${s.who} afsluttede ${s.number("round")}. runde`,
    "journey.carried": (s: Speech) =>
      `${s.number("round")}. runde fulgte med fra ${s.place("from", "department_id")}`,
    "journey.assessed": (s: Speech) => `${s.who} skrev trin 2${s.changed}`,
    "step.completed": (s: Speech) => `${s.who} satte trin ${s.number("number")} på plads`,
    "step.reopened": (s: Speech) => `${s.who} tog trin ${s.number("number")} op igen`,

    "support_request.wanted": (s: Speech) => `${s.who} bad HR om hjælp`,
    "support_request.changed": (s: Speech) => `${s.who} rettede ønsket om hjælp fra HR${s.changed}`,
    "support_request.agreed": (s: Speech) => {
      const day = s.day("agreed_for");
      return `${s.who} aftalte hjælp fra HR${day ? ` ${day}` : ""}: ${s.name("agreed_with")} kommer`;
    },
    "support_request.done": (s: Speech) => `${s.who} noterede, at hjælpen fra HR er givet`,
    "support_request.withdrawn": (s: Speech) => `${s.who} trak ønsket om hjælp fra HR tilbage`,
    "support_request.handed_over": (s: Speech) => `${s.who} ${given(s, "agreed_with")}`,
    "support_request.carried": (s: Speech) =>
      `Ønsket om hjælp fulgte med fra ${s.place("from", "department_id")}`,

    "department.added": (s: Speech) => `${s.who} oprettede ${s.it}`,
    "department.changed": (s: Speech) => `${s.who} rettede ${s.it}${s.changed}`,
    "department.moved": (s: Speech) =>
      `${s.who} flyttede ${s.it}${s.both(s.place("from"), s.place("to"))}${s.on}`,
    "department.walks": (s: Speech) =>
      `${s.who} ændrede vejen gennem trinene: ${s.it} ${s.choice("to", {
        walks: "går selv trinene",
        follows: "følger den enhed, den hører til",
        outside: "går ikke trinene",
      })}${s.on}`,
    "department.closed": (s: Speech) =>
      `${s.who} lukkede ${s.it}${s.on}${s.places("to") ? `. ${s.places("to")} fortsætter` : ""}`,
    "department.continues": (s: Speech) => `${s.it} fortsætter ${s.place("of")}${s.on}`,
    "department.change_planned": (s: Speech) => `${s.who} planlagde en ${s.change} af ${s.it}${s.on}`,
    "department.change_withdrawn": (s: Speech) => `${s.who} tog den planlagte ${s.change} af ${s.it} tilbage`,
    "department.change_refused": (s: Speech) =>
      `Den planlagte ${s.change} af ${s.it}${s.on} kunne ikke gennemføres`,

    "role.given": (s: Speech) =>
      s.fact("deputy_for")
        ? `${s.who} gjorde ${s.name("person_id")} til stedfortræder${s.days}`
        : `${s.who} gav ${s.name("person_id")} rollen ${s.role}${s.days}`,
    "role.changed": (s: Speech) => `${s.who} rettede rollen ${s.role} for ${s.name("person_id")}${s.days}`,
    "role.ended": (s: Speech) =>
      `${s.who} lod rollen ${s.role} slutte for ${s.name("person_id")}${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "role.withdrawn": (s: Speech) => `${s.who} tog rollen ${s.role} tilbage for ${s.name("person_id")}`,
    "role.welcomed": (s: Speech) => `${s.who} lagde velkomsten væk`,

    "person.added": (s: Speech) => `${s.who} tilføjede ${s.person}`,
    "person.changed": (s: Speech) => `${s.who} rettede oplysningerne om ${s.person}${s.changed}`,
    "person.renamed": (s: Speech) => `${s.who} rettede navnet på ${s.person}`,
    "person.left": (s: Speech) =>
      `${s.who} noterede, at ${s.person} holder op${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "person.returned": (s: Speech) => `${s.who} noterede, at ${s.person} er tilbage`,
    "person.language": (s: Speech) => `${s.who} skiftede sprog`,

    "log_link.made": (s: Speech) => `${s.who} lavede sit eget følg op-link`,
    "log_link.renewed": (s: Speech) => `${s.who} fornyede sit eget følg op-link`,
    "log_link.revoked": (s: Speech) => `${s.who} slukkede sit eget følg op-link`,
    "board.codes_made": (s: Speech) => `${s.who} lavede QR-koder til prøvehandlingerne på tavlen`,
    "board.codes_revoked": (s: Speech) => `${s.who} slukkede QR-koderne på tavlen`,
    "board.switched_on": (s: Speech) => `${s.who} slog tavlesiden til`,
    "board.renewed": (s: Speech) => `${s.who} gav tavlesiden et nyt link`,
    "board.switched_off": (s: Speech) => `${s.who} slog tavlesiden fra`,
    "contact.noted": (s: Speech) =>
      `${s.who} noterede en kontakt${s.day("on") ? ` ${s.day("on")}` : ""} (${s.choice("way", {
        meeting: "møde",
        phone: "telefon",
        mail: "mail",
      })})`,
    "contact.corrected": (s: Speech) => `${s.who} rettede en kontakt${s.changed}`,
    "contact.removed": (s: Speech) =>
      `${s.who} fjernede en noteret kontakt${s.day("on") ? ` fra ${s.day("on")}` : ""}`,
    "rollout.planned": (s: Speech) =>
      s.fact("quarter")
        ? `${s.who} planlagde begyndelsen${s.quarter("quarter")}`
        : `${s.who} fjernede den planlagte begyndelse`,
    "rollout.contact_named": (s: Speech) =>
      s.fact("hr_contact_id")
        ? `${s.who} gjorde ${s.name("hr_contact_id")} til kontakt i HR`
        : `${s.who} fjernede kontakten i HR`,

    "talk.planned": (s: Speech) => `${s.who} planlagde et oplæg${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "talk.held": (s: Speech) =>
      `${s.who} skrev ind, at oplægget${s.day("on") ? ` ${s.day("on")}` : ""} er holdt`,
    "talk.changed": (s: Speech) => `${s.who} rettede et oplæg${s.changed}`,
    "talk.handed_over": (s: Speech) => `${s.who} ${given(s, "held_by")}`,
    "talk.cancelled": (s: Speech) => `${s.who} aflyste oplægget${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "course.planned": (s: Speech) => `${s.who} planlagde et kursus${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "course.held": (s: Speech) =>
      `${s.who} skrev ind, at kurset${s.day("on") ? ` ${s.day("on")}` : ""} er holdt`,
    "course.changed": (s: Speech) => `${s.who} rettede et kursus${s.changed}`,
    "course.handed_over": (s: Speech) => `${s.who} ${given(s, "held_by")}`,
    "course.cancelled": (s: Speech) => `${s.who} aflyste kurset${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "introduction_day.planned": (s: Speech) =>
      `${s.who} planlagde en introduktionsdag${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "introduction_day.held": (s: Speech) =>
      `${s.who} skrev ind, at introduktionsdagen${s.day("on") ? ` ${s.day("on")}` : ""} er holdt`,
    "introduction_day.changed": (s: Speech) => `${s.who} rettede en introduktionsdag${s.changed}`,
    "introduction_day.cancelled": (s: Speech) =>
      `${s.who} aflyste introduktionsdagen${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "role.introduced": (s: Speech) =>
      `${s.who} noterede, at ${s.name("person_id")} har haft programmet for nye ledere${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "role.not_introduced": (s: Speech) =>
      `${s.who} tog det tilbage, at ${s.name("person_id")} har haft programmet for nye ledere`,

    "import.applied": (s: Speech) =>
      `${s.who} gennemførte en import af ${s.choice("rows", { departments: "enheder", people: "personer og roller" })}: ${[
        `${s.count("done", "added")} tilføjet`,
        `${s.count("done", "changed")} rettet`,
        `${s.count("done", "ended")} afsluttet`,
      ].join(", ")}`,

    "instrument.chosen": (s: Speech) => `${s.who} valgte, hvilken udgave af De 7 spørgsmål der bruges`,
    "wave.drafted": (s: Speech) =>
      `${s.who} lavede et udkast til en måling${s.period("opens_on", "closes_on")}`,
    "wave.changed": (s: Speech) => `${s.who} rettede planen for målingen${s.period("opens_on", "closes_on")}`,
    "wave.decided": (s: Speech) => `${s.who} skrev ind, at målingen er besluttet`,
    "wave.confirmed": (s: Speech) => `${s.who} bekræftede, at målingen er besluttet`,
    "wave.opened": (s: Speech) =>
      `Målingen åbnede${s.day("closes_on") ? `. Svarfristen er ${s.day("closes_on")}` : ""}`,
    "codes.printed": (s: Speech) => `${s.who} lavede svarsedler til målingen`,
    "wave.closed": () => "Målingen lukkede",
    "wave.counted": () => "Målingen er talt op",
    "wave.annulled": (s: Speech) => `${s.who} annullerede målingen. Svarene er slettet`,
    "dialogue.recorded": (s: Speech) =>
      `${s.who} noterede, at De 7 spørgsmål blev brugt på et møde${s.day("on") ? ` ${s.day("on")}` : ""}`,
    "wave.destroyed": () => "De enkelte svar i målingen er slettet for altid",

    "history.opened": (s: Speech) => `${s.who} læste en tidligere tekst kun for os i ${s.it}`,
    "history.erased": (s: Speech) => `${s.who} slettede en tidligere tekst for altid i ${s.it}${s.field}`,
    unknown: (s: Speech) => `${s.who} ændrede ${s.it}`,
  },
  en: {
    "trial_action.created": (s: Speech) =>
      s.number("cycle") > 1
        ? `${s.who} began cycle ${s.number("cycle")}: ${s.it}`
        : `${s.who} created ${s.it}`,
    "trial_action.suggested": (s: Speech) => `${s.who} suggested ${s.it}`,
    "trial_action.plan_changed": (s: Speech) =>
      s.only("owner_id")
        ? `${s.who} made ${s.name("to", "owner_id")} the owner of ${s.it}`
        : `${s.who} edited the plan of ${s.it}${s.changed}`,
    "trial_action.study_changed": (s: Speech) => `${s.who} wrote about ${s.it}${s.changed}`,
    "trial_action.note_added": (s: Speech) => `${s.who} added a note to ${s.it}`,
    "trial_action.planned": (s: Speech) => `${s.who} finished the plan of ${s.it}`,
    "trial_action.started": (s: Speech) => `${s.who} started ${s.it}`,
    "trial_action.tried": (s: Speech) => `${s.who} ended the trial period of ${s.it}`,
    "trial_action.extended": (s: Speech) => `${s.who} extended ${s.it}${s.until("ends_on")}`,
    "trial_action.evaluated": (s: Speech) =>
      `${s.who} evaluated ${s.it}: ${s.choice("decision", {
        adopt: "we keep it",
        adapt: "we adjust and try again",
        abandon: "we stop here",
      })}`,
    "trial_action.cancelled": (s: Speech) => `${s.who} called off ${s.it}`,
    "trial_action.undone": (s: Speech) => `${s.who} undid the last step of ${s.it}`,
    "trial_action.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "owner_id")}`,
    "trial_action.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,

    "experience.created": (s: Speech) => `${s.who} began ${s.it}`,
    "experience.changed": (s: Speech) => `${s.who} edited ${s.it}${s.changed}`,
    "experience.shared": (s: Speech) =>
      `${s.who} shared ${s.it}: ${s.choice("consent", {
        leaders: "the management has agreed",
        trio: "TRIO has agreed",
      })}`,
    "experience.withdrawn": (s: Speech) => `${s.who} withdrew ${s.it}`,
    "experience.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,

    "follow_up.planned": (s: Speech) => `${s.who} planned ${s.it}${s.until("due")}`,
    "follow_up.changed": (s: Speech) =>
      s.only("due")
        ? `${s.who} moved ${s.it}${s.span("due")}`
        : s.only("owner_id")
          ? `${s.who} ${givenEn(s, "owner_id")}`
          : `${s.who} edited ${s.it}${s.changed}`,
    "follow_up.logged": (s: Speech) =>
      `${speakerEn(s)} followed up on ${s.it}: ${s.choice("assessment", {
        as_planned: "as planned",
        adjusted: "we adjust",
        stopped: "we stop",
      })}${viaEn(s)}`,
    "follow_up.corrected": (s: Speech) => `${s.who} corrected what was logged on ${s.it}${s.changed}`,
    "follow_up.note_opened": (s: Speech) => `${s.who} read a sentence for us alone in ${s.it}`,
    "follow_up.cancelled": (s: Speech) => `${s.who} called off ${s.it}`,
    "follow_up.reopened": (s: Speech) => `${s.who} took up ${s.it} again`,
    "follow_up.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "owner_id")}`,
    "follow_up.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,

    "agreement.created": (s: Speech) =>
      `${s.who} made ${s.it}${s.day("due") ? `, to be done by ${s.day("due")}` : ""}`,
    "agreement.changed": (s: Speech) =>
      s.only("due")
        ? `${s.who} moved ${s.it}${s.span("due")}`
        : s.only("owner_id")
          ? `${s.who} ${givenEn(s, "owner_id")}`
          : `${s.who} edited ${s.it}${s.changed}`,
    "agreement.done": (s: Speech) => `${s.who} noted that ${s.it} is done`,
    "agreement.cancelled": (s: Speech) => `${s.who} dropped ${s.it}`,
    "agreement.reopened": (s: Speech) => `${s.who} opened ${s.it} again`,
    "agreement.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "owner_id")}`,
    "agreement.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,

    "session.planned": (s: Speech) => `${s.who} planned ${s.it}${s.until("day")}`,
    "session.held": (s: Speech) =>
      `${s.who} entered that ${s.it} was held${s.day("day") ? ` on ${s.day("day")}` : ""}`,
    "session.changed": (s: Speech) =>
      s.only("day") && s.day("from", "day")
        ? `${s.who} moved ${s.it}${s.span("day")}`
        : `${s.who} edited ${s.it}${s.changed}`,
    "session.cancelled": (s: Speech) => `${s.who} called off ${s.it}`,
    "session.note_opened": (s: Speech) => `${s.who} read the note for us alone in ${s.it}`,
    "session.file_added": (s: Speech) => `${s.who} attached a file to ${s.it}`,
    "session.file_removed": (s: Speech) => `${s.who} removed a file from ${s.it}`,
    "session.file_opened": (s: Speech) => `${s.who} opened a file just for us of ${s.it}`,

    "material.written": (s: Speech) =>
      s.number("number") > 1
        ? `${s.who} wrote version ${s.number("number")} of ${s.it}`
        : `${s.who} wrote ${s.it}`,
    "material.retired": (s: Speech) => `${s.who} took ${s.it} away from the library`,
    "material.restored": (s: Speech) => `${s.who} put ${s.it} back into the library`,
    "material.file_added": (s: Speech) => `${s.who} attached a file to ${s.it}`,
    "material.file_removed": (s: Speech) => `${s.who} removed a file from ${s.it}`,
    "session.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "led_by")}`,
    "session.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,

    "meeting.planned": (s: Speech) => `${s.who} planned ${s.it}${s.until("day")}`,
    "meeting.changed": (s: Speech) =>
      s.only("on") && s.day("from", "day")
        ? `${s.who} moved ${s.it}${s.span("day")}`
        : `${s.who} edited ${s.it}${s.changed}`,
    "meeting.held": (s: Speech) =>
      `${s.who} noted that ${s.it} was held${s.day("day") ? ` ${s.day("day")}` : ""}`,
    "meeting.cancelled": (s: Speech) => `${s.who} cancelled ${s.it}`,
    "meeting.reopened": (s: Speech) => `${s.who} put ${s.it} on again`,
    "meeting.carried": (s: Speech) => `${s.it} came along from ${s.place("from", "department_id")}`,
    "meeting.ordered": (s: Speech) => `${s.who} changed the order of the items of ${s.it}`,
    "meeting_item.added": (s: Speech) => `${s.who} put ${s.it} on the agenda`,
    "meeting_item.changed": (s: Speech) => `${s.who} edited ${s.it}${s.changed}`,
    "meeting_item.removed": (s: Speech) => `${s.who} took ${s.it} off the agenda`,
    "meeting_item.decided": (s: Speech) => `${s.who} wrote the decision about ${s.it}`,
    "yearly_discussion.begun": (s: Speech) => `${s.who} began ${s.it} for ${s.fact("year")}`,
    "yearly_discussion.changed": (s: Speech) => `${s.who} edited ${s.it}${s.changed}`,

    "journey.opened": (s: Speech) => `${s.who} began round ${s.number("round")}`,
    "journey.ended": (s: Speech) =>
      s.fact("ended_as") === "merged"
        ? `Round ${s.number("round")} ended when the department was merged or split`
        : `${s.who} ended round ${s.number("round")}`,
    "journey.carried": (s: Speech) =>
      `Round ${s.number("round")} came along from ${s.place("from", "department_id")}`,
    "journey.assessed": (s: Speech) => `${s.who} wrote step 2${s.changed}`,
    "step.completed": (s: Speech) => `${s.who} put step ${s.number("number")} in place`,
    "step.reopened": (s: Speech) => `${s.who} took up step ${s.number("number")} again`,

    "support_request.wanted": (s: Speech) => `${s.who} asked HR for help`,
    "support_request.changed": (s: Speech) => `${s.who} edited the wish for help from HR${s.changed}`,
    "support_request.agreed": (s: Speech) => {
      const day = s.day("agreed_for");
      return `${s.who} agreed on help from HR${day ? ` on ${day}` : ""}: ${s.name("agreed_with")} comes`;
    },
    "support_request.done": (s: Speech) => `${s.who} noted that the help from HR was given`,
    "support_request.withdrawn": (s: Speech) => `${s.who} withdrew the wish for help from HR`,
    "support_request.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "agreed_with")}`,
    "support_request.carried": (s: Speech) =>
      `The wish for help came along from ${s.place("from", "department_id")}`,

    "department.added": (s: Speech) => `${s.who} added ${s.it}`,
    "department.changed": (s: Speech) => `${s.who} edited ${s.it}${s.changed}`,
    "department.moved": (s: Speech) =>
      `${s.who} moved ${s.it}${s.both(s.place("from"), s.place("to"))}${s.on}`,
    "department.walks": (s: Speech) =>
      `${s.who} changed the way through the steps: ${s.it} ${s.choice("to", {
        walks: "walks the steps itself",
        follows: "follows the unit it belongs to",
        outside: "does not walk the steps",
      })}${s.on}`,
    "department.closed": (s: Speech) =>
      `${s.who} closed ${s.it}${s.on}${s.places("to") ? `. Continued by ${s.places("to")}` : ""}`,
    "department.continues": (s: Speech) => `${s.it} continues ${s.place("of")}${s.on}`,
    "department.change_planned": (s: Speech) => `${s.who} planned a ${s.change} of ${s.it}${s.on}`,
    "department.change_withdrawn": (s: Speech) => `${s.who} withdrew the planned ${s.change} of ${s.it}`,
    "department.change_refused": (s: Speech) => `The planned ${s.change} of ${s.it}${s.on} could not be done`,

    "role.given": (s: Speech) =>
      s.fact("deputy_for")
        ? `${s.who} made ${s.name("person_id")} deputy${s.days}`
        : `${s.who} gave ${s.name("person_id")} the role ${s.role}${s.days}`,
    "role.changed": (s: Speech) => `${s.who} edited the role ${s.role} of ${s.name("person_id")}${s.days}`,
    "role.ended": (s: Speech) =>
      `${s.who} ended the role ${s.role} of ${s.name("person_id")}${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "role.withdrawn": (s: Speech) => `${s.who} took back the role ${s.role} of ${s.name("person_id")}`,
    "role.welcomed": (s: Speech) => `${s.who} put the welcome away`,

    "person.added": (s: Speech) => `${s.who} added ${s.person}`,
    "person.changed": (s: Speech) => `${s.who} edited the details of ${s.person}${s.changed}`,
    "person.renamed": (s: Speech) => `${s.who} corrected the name of ${s.person}`,
    "person.left": (s: Speech) =>
      `${s.who} noted that ${s.person} leaves${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "person.returned": (s: Speech) => `${s.who} noted that ${s.person} is back`,
    "person.language": (s: Speech) => `${s.who} changed language`,

    "log_link.made": (s: Speech) => `${s.who} made a follow-up link of their own`,
    "log_link.renewed": (s: Speech) => `${s.who} renewed their own follow-up link`,
    "log_link.revoked": (s: Speech) => `${s.who} switched their own follow-up link off`,
    "board.codes_made": (s: Speech) => `${s.who} made QR codes for the trials on the board`,
    "board.codes_revoked": (s: Speech) => `${s.who} switched the QR codes on the board off`,
    "board.switched_on": (s: Speech) => `${s.who} switched the board page on`,
    "board.renewed": (s: Speech) => `${s.who} gave the board page a new link`,
    "board.switched_off": (s: Speech) => `${s.who} switched the board page off`,
    "contact.noted": (s: Speech) =>
      `${s.who} noted a contact${s.day("on") ? ` on ${s.day("on")}` : ""} (${s.choice("way", {
        meeting: "meeting",
        phone: "phone",
        mail: "mail",
      })})`,
    "contact.corrected": (s: Speech) => `${s.who} corrected a contact${s.changed}`,
    "contact.removed": (s: Speech) =>
      `${s.who} removed a contact that had been noted${s.day("on") ? ` for ${s.day("on")}` : ""}`,
    "rollout.planned": (s: Speech) =>
      s.fact("quarter")
        ? `${s.who} planned the start${s.quarter("quarter")}`
        : `${s.who} removed the planned start`,
    "rollout.contact_named": (s: Speech) =>
      s.fact("hr_contact_id")
        ? `${s.who} made ${s.name("hr_contact_id")} the contact in HR`
        : `${s.who} removed the contact in HR`,

    "talk.planned": (s: Speech) => `${s.who} planned a talk${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "talk.held": (s: Speech) =>
      `${s.who} noted that the talk${s.day("on") ? ` on ${s.day("on")}` : ""} was held`,
    "talk.changed": (s: Speech) => `${s.who} corrected a talk${s.changed}`,
    "talk.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "held_by")}`,
    "talk.cancelled": (s: Speech) => `${s.who} cancelled the talk${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "course.planned": (s: Speech) => `${s.who} planned a course${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "course.held": (s: Speech) =>
      `${s.who} noted that the course${s.day("on") ? ` on ${s.day("on")}` : ""} was held`,
    "course.changed": (s: Speech) => `${s.who} corrected a course${s.changed}`,
    "course.handed_over": (s: Speech) => `${s.who} ${givenEn(s, "held_by")}`,
    "course.cancelled": (s: Speech) =>
      `${s.who} cancelled the course${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "introduction_day.planned": (s: Speech) =>
      `${s.who} planned an introduction day${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "introduction_day.held": (s: Speech) =>
      `${s.who} noted that the introduction day${s.day("on") ? ` on ${s.day("on")}` : ""} was held`,
    "introduction_day.changed": (s: Speech) => `${s.who} corrected an introduction day${s.changed}`,
    "introduction_day.cancelled": (s: Speech) =>
      `${s.who} cancelled the introduction day${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "role.introduced": (s: Speech) =>
      `${s.who} noted that ${s.name("person_id")} had the programme for new leaders${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "role.not_introduced": (s: Speech) =>
      `${s.who} took it back that ${s.name("person_id")} had the programme for new leaders`,

    "import.applied": (s: Speech) =>
      `${s.who} carried out an import of ${s.choice("rows", { departments: "units", people: "people and roles" })}: ${[
        `${s.count("done", "added")} added`,
        `${s.count("done", "changed")} changed`,
        `${s.count("done", "ended")} ended`,
      ].join(", ")}`,

    "instrument.chosen": (s: Speech) => `${s.who} chose which version of the 7 questions is used`,
    "wave.drafted": (s: Speech) => `${s.who} drafted a survey${s.period("opens_on", "closes_on")}`,
    "wave.changed": (s: Speech) =>
      `${s.who} edited the plan of the survey${s.period("opens_on", "closes_on")}`,
    "wave.decided": (s: Speech) => `${s.who} entered that the survey has been decided`,
    "wave.confirmed": (s: Speech) => `${s.who} confirmed that the survey has been decided`,
    "wave.opened": (s: Speech) =>
      `The survey opened${s.day("closes_on") ? `. Answers are due by ${s.day("closes_on")}` : ""}`,
    "codes.printed": (s: Speech) => `${s.who} made answer slips for the survey`,
    "wave.closed": () => "The survey closed",
    "wave.counted": () => "The survey has been counted",
    "wave.annulled": (s: Speech) => `${s.who} annulled the survey. The answers are deleted`,
    "dialogue.recorded": (s: Speech) =>
      `${s.who} noted that the 7 questions were used at a meeting${s.day("on") ? ` on ${s.day("on")}` : ""}`,
    "wave.destroyed": () => "The single answers of the survey are deleted for good",

    "history.opened": (s: Speech) => `${s.who} read a former text for us alone in ${s.it}`,
    "history.erased": (s: Speech) => `${s.who} erased a former text for good in ${s.it}${s.field}`,
    unknown: (s: Speech) => `${s.who} changed ${s.it}`,
  },
});
