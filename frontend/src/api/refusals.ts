/**
 * Every reason for which the API says no, in words. Exhaustive: a new code in the backend does not compile
 * here until it has words. Rooms may word a code better where they know more, and pass the rest on.
 */
import { longDay } from "../dates";
import { texts } from "../i18n";
import { asRefusal, type Code, type Refusal } from "./client";

/** A sentence for the error summary, with the field it is about (if any). */
export interface Problem {
  field?: string;
  words: string;
}

type Facts = Record<string, unknown>;
type Words = (facts: Facts) => string;

/** What is wrong with one field. The names come from the API's `facts.errors[].problem`. */
interface FieldError extends Facts {
  field: string;
  problem: string;
}

const day = (value: unknown): string => (typeof value === "string" ? longDay(value.slice(0, 10)) : "");

/** The limit of a number or a date, as the reader writes it. */
const limit = (value: unknown): string => (typeof value === "string" ? day(value) : String(value ?? ""));

const t = texts({
  da: {
    codes: {
      not_signed_in: () => "Du er logget ud. Det, du har skrevet, er gemt her. Log ind igen.",
      missing_header: () => "Siden er for gammel. Genindlæs den, og prøv igen.",
      not_found: () => "Det findes ikke, eller du har ikke adgang til det.",
      not_allowed: () => "Det kan du ikke med den rolle, du har.",
      if_match_missing: () => "Siden er for gammel. Genindlæs den, og prøv igen.",
      invalid: () => "Noget skal rettes, før det kan gemmes.",
      key_reused: () => "Det blev sendt to gange med forskelligt indhold. Prøv igen.",
      version_conflict: () => "En anden har ændret det, mens du skrev.",
      wrong_state: () => "Det er ændret i mellemtiden, så det kan ikke gøres nu. Se siden igen.",
      step_incomplete: () => "Trinnet mangler stadig noget.",
      sentence_needed: () => "Skriv en sætning om, hvorfor I tager trinnet før det forrige.",
      reason_needed: () => "Skriv en kort begrundelse.",
      fields_needed: () => "Noget mangler, før I kan gå videre.",
      already_open: () => "Det er allerede begyndt.",
      still_open: () => "Noget er stadig åbent og skal afsluttes eller overdrages først.",
      last_administrator: () => "Der skal altid være en administrator. Giv rollen til en anden først.",
      undo_gone: () => "Det kan ikke fortrydes mere.",
      code_unusable: () => "Den kode kan ikke bruges.",
      wave_closed: () => "Svarfristen er udløbet.",
      method_not_allowed: () => "Det kan ikke lade sig gøre her.",
      too_large: () => "Det fylder for meget til at blive sendt.",
      busy: () => "Der er travlt lige nu. Vent et øjeblik, og prøv igen.",
      unavailable: () => "Trinvis kan ikke nås lige nu. Prøv igen om lidt.",
      internal: () => "Noget gik galt hos os. Det, du har skrevet, er her stadig. Prøv igen.",
      offline: () => "Der er ingen forbindelse lige nu. Det, du har skrevet, er her stadig.",
      unknown: () => "Noget gik galt. Det, du har skrevet, er her stadig. Prøv igen.",
    } satisfies Record<Code, Words>,
    problems: {
      not_all: () => "Listen er ændret imens. Hent siden igen, og flyt punktet på ny.",
      after_meeting: () => "Dagen ligger efter mødet. Vælg en dag senest på mødedagen.",
      fewer_than_named: () => "Der er nævnt flere, end der var med. Ret tallet eller navnene.",
      no_committee: () => "Her er intet udvalg. Vælg hospitalet eller en afdeling, der selv går trinene.",
      not_yet: () => "Den er ikke holdt endnu. Vælg en dag til og med i dag.",
      too_many: () => "Der er ikke plads til flere. Tag nogle fra først.",
      missing: () => "Skriv noget her.",
      string_too_short: () => "Skriv noget her.",
      too_long: (facts: Facts) =>
        facts.max_length ? `Vælg færre: højst ${facts.max_length}.` : "Vælg færre.",
      string_too_long: (facts: Facts) => `Skriv kortere: højst ${facts.max_length} tegn.`,
      too_short: () => "Vælg mindst én.",
      nul: () => "Der er et tegn, der ikke kan gemmes. Slet det, eller skriv teksten igen.",
      surrogate: () => "Der er et tegn, der ikke kan gemmes. Slet det, eller skriv teksten igen.",
      int_parsing: () => "Skriv et helt tal.",
      int_from_float: () => "Skriv et helt tal.",
      int_type: () => "Skriv et helt tal.",
      greater_than_equal: (facts: Facts) => `Mindst ${limit(facts.ge)}.`,
      less_than_equal: (facts: Facts) => `Højst ${limit(facts.le)}.`,
      in_past: () => "Datoen er gået. Vælg i dag eller en senere dag.",
      in_future: () => "Datoen er ikke kommet endnu. Vælg i dag eller en tidligere dag.",
      before_start: (facts: Facts) =>
        facts.start ? `Datoen ligger før begyndelsen ${day(facts.start)}.` : "Datoen ligger før begyndelsen.",
      after_end: () => "Datoen ligger efter slutningen. Vælg en tidligere dag.",
      not_later: (facts: Facts) =>
        facts.than ? `Vælg en senere dag end ${day(facts.than)}.` : "Vælg en senere dag.",
      too_far: () => "Datoen ligger for langt fremme.",
      date_from_datetime_parsing: () => "Skriv datoen som dd.mm.åååå.",
      date_parsing: () => "Skriv datoen som dd.mm.åååå.",
      unknown: () => "Det findes ikke mere. Vælg en fra listen.",
      mistyped: () => "Koden er ikke skrevet rigtigt.",
      more_than_heads: (facts: Facts) => `Højst ${limit(facts.most)}: én for hver ansat.`,
      other_committee: () => "Flere afdelinger besluttes af HMU, én afdeling af LMU.",
      taken: () => "Det bruges allerede. Skriv noget andet.",
      uuid_parsing: () => "Vælg en fra listen.",
      extra_forbidden: () => "Siden er for gammel. Genindlæs den, og prøv igen.",
      not_walking: () => "Vælg kun afdelinger, der selv går trinene.",
      not_here: () => "Vælg en, der hører til her.",
      not_yours: () => "Det kan kun ledelsen, TRIO og afdelingens egne ambassadører skrive.",
      person_exists: () => "Der findes allerede en person med den e-mail.",
      not_an_address: () => "Skriv en e-mailadresse som navn@hospital.dk.",
      not_oneself: () => "Vælg en anden end lederen selv.",
      overlaps: () => "Personen har allerede den rolle her i de dage.",
      not_a_quarter: () => "Vælg en fra listen.",
      not_beneath: () => "Vælg kun afdelinger, der selv går trinene.",
      only_adopt: () => "Det hører kun til, når I beholder det.",
      after_as_of: () => "Vælg en dag før den dag, der vises.",
      enum: () => "Vælg en fra listen.",
      literal_error: () => "Vælg en fra listen.",
      other: () => "Ret feltet.",
    },
  },
  en: {
    codes: {
      not_signed_in: () => "You are signed out. What you have written is kept here. Sign in again.",
      missing_header: () => "The page is too old. Reload it and try again.",
      not_found: () => "It does not exist, or you do not have access to it.",
      not_allowed: () => "You cannot do that with the role you have.",
      if_match_missing: () => "The page is too old. Reload it and try again.",
      invalid: () => "Something must be corrected before it can be saved.",
      key_reused: () => "It was sent twice with different content. Try again.",
      version_conflict: () => "Somebody else changed it while you were writing.",
      wrong_state: () => "It has changed meanwhile, so that cannot be done now. Look at the page again.",
      step_incomplete: () => "The step still lacks something.",
      sentence_needed: () => "Write a sentence on why you take this step before the one in front of it.",
      reason_needed: () => "Write a short reason.",
      fields_needed: () => "Something is missing before you can go on.",
      already_open: () => "It has already begun.",
      still_open: () => "Something is still open and must be finished or handed over first.",
      last_administrator: () =>
        "There must always be an administrator. Give the role to somebody else first.",
      undo_gone: () => "It can no longer be undone.",
      code_unusable: () => "That code cannot be used.",
      wave_closed: () => "The time for answering is over.",
      method_not_allowed: () => "That cannot be done here.",
      too_large: () => "It is too large to be sent.",
      busy: () => "It is busy right now. Wait a moment and try again.",
      unavailable: () => "Trinvis cannot be reached right now. Try again in a while.",
      internal: () => "Something went wrong on our side. What you have written is still here. Try again.",
      offline: () => "There is no connection right now. What you have written is still here.",
      unknown: () => "Something went wrong. What you have written is still here. Try again.",
    },
    problems: {
      not_all: () => "The list has changed meanwhile. Load the page again and move the item anew.",
      after_meeting: () => "The day is after the meeting. Choose the meeting's day or an earlier one.",
      fewer_than_named: () => "More are named than took part. Mend the number or the names.",
      no_committee: () =>
        "There is no committee here. Choose the hospital or a department that walks the steps.",
      not_yet: () => "It has not been held yet. Choose today or an earlier day.",
      too_many: () => "There is no room for more. Remove some first.",
      missing: () => "Write something here.",
      string_too_short: () => "Write something here.",
      too_long: (facts: Facts) =>
        facts.max_length ? `Choose fewer: at most ${facts.max_length}.` : "Choose fewer.",
      string_too_long: (facts: Facts) => `Write less: at most ${facts.max_length} characters.`,
      too_short: () => "Choose at least one.",
      nul: () => "There is a character that cannot be saved. Delete it, or write the text again.",
      surrogate: () => "There is a character that cannot be saved. Delete it, or write the text again.",
      int_parsing: () => "Write a whole number.",
      int_from_float: () => "Write a whole number.",
      int_type: () => "Write a whole number.",
      greater_than_equal: (facts: Facts) => `At least ${limit(facts.ge)}.`,
      less_than_equal: (facts: Facts) => `At most ${limit(facts.le)}.`,
      in_past: () => "The date has passed. Choose today or a later day.",
      in_future: () => "The date has not come yet. Choose today or an earlier day.",
      before_start: (facts: Facts) =>
        facts.start
          ? `The date lies before the start, ${day(facts.start)}.`
          : "The date lies before the start.",
      after_end: () => "The date lies after the end. Choose an earlier day.",
      not_later: (facts: Facts) =>
        facts.than ? `Choose a later day than ${day(facts.than)}.` : "Choose a later day.",
      too_far: () => "The date lies too far ahead.",
      date_from_datetime_parsing: () => "Write the date as dd.mm.yyyy.",
      date_parsing: () => "Write the date as dd.mm.yyyy.",
      unknown: () => "It is no longer there. Choose one from the list.",
      mistyped: () => "The code is not typed right.",
      more_than_heads: (facts: Facts) => `At most ${limit(facts.most)}: one for each employee.`,
      other_committee: () => "HMU decides for several departments, LMU for one.",
      taken: () => "It is already in use. Write another.",
      uuid_parsing: () => "Choose one from the list.",
      extra_forbidden: () => "The page is too old. Reload it and try again.",
      not_walking: () => "Choose only departments that walk the steps themselves.",
      not_here: () => "Choose one that belongs here.",
      not_yours: () => "Only the management, TRIO and the department's own ambassadors can write that.",
      person_exists: () => "There is already a person with that e-mail.",
      not_an_address: () => "Write an e-mail address such as name@hospital.dk.",
      not_oneself: () => "Choose somebody other than the leader.",
      overlaps: () => "The person already has that role here in those days.",
      not_a_quarter: () => "Choose one from the list.",
      not_beneath: () => "Choose only departments that walk the steps themselves.",
      only_adopt: () => "That belongs only where you keep it.",
      after_as_of: () => "Choose a day before the day that is shown.",
      enum: () => "Choose one from the list.",
      literal_error: () => "Choose one from the list.",
      other: () => "Correct this field.",
    },
  },
});

/** The refusal in a sentence. */
export function refusalWords(trouble: unknown): string {
  const { code, facts } = asRefusal(trouble);
  const words: Record<Code, Words> = t.codes;
  return (words[code] ?? words.unknown)(facts);
}

/** One line per wrong field, else the refusal itself: what the error summary shows. */
export function problemsOf(trouble: unknown): Problem[] {
  const refusal = asRefusal(trouble);
  const wrong = fieldErrors(refusal).map((error) => ({ field: error.field, words: problemWords(error) }));
  return wrong.length > 0 ? wrong : [{ words: refusalWords(refusal) }];
}

/** The wrong fields of an `invalid` refusal, and the missing ones of `fields_needed`. */
export function fieldErrors(refusal: Refusal): FieldError[] {
  const { errors, missing, fields } = refusal.facts as Record<string, unknown>;
  if (Array.isArray(errors)) return errors as FieldError[];
  const names = Array.isArray(fields) ? fields : missing;
  if (refusal.code !== "fields_needed" || !Array.isArray(names)) return [];
  return names.filter((name) => typeof name === "string").map((field) => ({ field, problem: "missing" }));
}

function problemWords(error: FieldError): string {
  const words: Record<string, Words> = t.problems;
  const other: Words = t.problems.other;
  return (words[error.problem] ?? other)(error);
}
