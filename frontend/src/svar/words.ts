/** Everything the answer page says, in both languages: no reader waits for a second file. */

export type Language = "da" | "en";

const LOCALE = { da: "da-DK", en: "en-GB" } as const;

/** "19. juni": all days of a wave are near. */
export const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { day: "numeric", month: "long" }).format(
    new Date(`${day}T12:00`),
  );

const da = {
  title: "De 7 spørgsmål",
  heading: "De 7 spørgsmål: hvor enig er du?",
  other: "English",
  loading: "Et øjeblik ...",
  two: "Det tager to minutter.",
  until: (day: string) => `Kan besvares til og med ${day}.`,
  trust: "Ingen kan se, hvad du svarer",
  trust1:
    "Hverken din leder, HR eller HMU. Heller ikke den, der passer systemet, kan slå dit svar op. Vi gemmer ikke navn, klokkeslæt eller telefon.",
  trust2:
    "Når målingen lukker, bliver svarene regnet sammen og slettet. Intet tal bliver vist for færre end fem svar.",
  limits: "Det kan vi ikke love dig",
  limit1: "Den, der driver serveren, mens målingen er åben, kunne lave programmet om og lytte med.",
  limit2: "Nogen kan kigge dig over skulderen. Svar et sted, hvor du er i fred.",
  limit3: "Svarer alle ens, kan alle se det.",
  limit4: "Et svar kan ikke trækkes tilbage, når det er sendt.",
  more: "Læs, hvordan det er lavet",
  think: "Tænk på, hvordan det plejer at være hos jer. Der er ingen rigtige svar, og du må springe over.",
  question: (n: number) => `Spørgsmål ${n} af 7`,
  low: "1 = helt uenig",
  high: "7 = helt enig",
  lowName: "1, helt uenig",
  highName: "7, helt enig",
  unknown: "Ved ikke",
  yours: (value: string) => `Dit svar: ${value}`,
  unknownAnswer: "ved ikke",
  code: "Koden på din seddel",
  codeHint: "16 tegn i fire grupper. Store og små bogstaver er lige gode.",
  mistyped: "Koden er ikke skrevet helt rigtigt. Se på sedlen igen, især på tegn, der ligner hinanden.",
  noCode: "Skriv koden fra din seddel.",
  nothing: "Du har ikke svaret på noget endnu. Svar på mindst ét spørgsmål, eller luk siden.",
  wrong: "Det mangler, før dit svar kan sendes",
  send: "Send mine svar",
  sending: "Sender ...",
  final: "Du kan rette, indtil du sender. Bagefter kan ingen finde dit svar igen, heller ikke du.",
  offline: "Ikke sendt endnu",
  offlineText:
    "Der er ingen forbindelse lige nu. Dine svar står her på siden og bliver sendt, så snart der er net. Luk ikke siden.",
  again: "Prøv igen nu",
  unusable:
    "Den kode kan ikke bruges. Trykkede du lige Send, er svaret modtaget. Ellers tag en ny - ingen kan se, hvilken du tager.",
  busy: "Der er travlt lige nu. Vent et øjeblik, og prøv igen.",
  thanks: "Tak for dit svar",
  thanksText: "Det er modtaget og låst. Du kan lukke siden.",
  tabletThanks: "Det er modtaget og låst. Skærmen går selv tilbage til begyndelsen.",
  seenBy: (day: string) => `Alle i afdelingen ser resultatet senest ${day}.`,
  before: "Målingen er ikke begyndt endnu",
  beforeText: (day: string) => `Du kan svare fra ${day}. Gem din seddel så længe.`,
  over: "Målingen er lukket",
  overText: "Svarfristen er udløbet, og der kan ikke svares mere.",
  gone: "Der er ingen måling her",
  goneText: "Se på sedlen, om adressen er rigtig. Ellers spørg jeres arbejdsmiljørepræsentant.",
  trouble: "Siden kunne ikke hentes",
  reload: "Prøv igen",
  tablet: "Svar her med koden fra din seddel",
  tabletText: "Skærmen husker ingenting. Den går tilbage til denne side af sig selv, når du er færdig.",
  tabletOffline:
    "Der er ingen forbindelse lige nu. Dine svar står ikke på skærmen mere, men de bliver sendt, så snart der er net. Lad siden stå åben.",
  begin: "Begynd",
  scan: "Scan koden med kameraet",
  stopScan: "Stop kameraet",
  noCamera: "Kameraet kan ikke bruges her. Skriv koden i stedet.",
  leave: "Slet og begynd forfra",
  next: "Klar til den næste",
};

const en: typeof da = {
  title: "The 7 questions",
  heading: "The 7 questions: how much do you agree?",
  other: "Dansk",
  loading: "One moment ...",
  two: "It takes two minutes.",
  until: (day) => `Open until ${day}, that day included.`,
  trust: "Nobody can see what you answer",
  trust1:
    "Not your manager, not HR, not HMU. Nor can whoever looks after the system look up your answer. We keep no name, no time, no phone.",
  trust2:
    "When the survey closes, the answers are added up and erased. No number is shown for fewer than five answers.",
  limits: "What we cannot promise you",
  limit1: "Whoever runs the server while the survey is open could change the program and listen.",
  limit2: "Somebody may look over your shoulder. Answer where you are left in peace.",
  limit3: "If everybody answers alike, everybody can see it.",
  limit4: "An answer cannot be taken back once it is sent.",
  more: "Read how it is made",
  think: "Think of how it usually is where you work. There are no right answers, and you may skip.",
  question: (n) => `Question ${n} of 7`,
  low: "1 = strongly disagree",
  high: "7 = strongly agree",
  lowName: "1, strongly disagree",
  highName: "7, strongly agree",
  unknown: "Don't know",
  yours: (value) => `Your answer: ${value}`,
  unknownAnswer: "don't know",
  code: "The code on your slip",
  codeHint: "16 signs in four groups. Capital and small letters are the same.",
  mistyped: "The code is not typed quite right. Look at the slip again, above all at signs that look alike.",
  noCode: "Type the code from your slip.",
  nothing: "You have not answered anything yet. Answer at least one question, or close the page.",
  wrong: "Missing before your answer can be sent",
  send: "Send my answers",
  sending: "Sending ...",
  final: "You can change them until you send. Afterwards nobody can find your answer again, not even you.",
  offline: "Not sent yet",
  offlineText:
    "There is no connection right now. Your answers stand here on the page and are sent as soon as there is one. Do not close the page.",
  again: "Try again now",
  unusable:
    "That code cannot be used. If you just pressed Send, your answer has been received. Otherwise take a new one - nobody can see which one you take.",
  busy: "It is busy right now. Wait a moment and try again.",
  thanks: "Thank you for your answer",
  thanksText: "It has been received and locked. You can close the page.",
  tabletThanks: "It has been received and locked. The screen returns to the beginning by itself.",
  seenBy: (day) => `Everybody in the department sees the result by ${day}.`,
  before: "The survey has not begun yet",
  beforeText: (day) => `You can answer from ${day}. Keep your slip until then.`,
  over: "The survey is closed",
  overText: "The time for answering is over.",
  gone: "There is no survey here",
  goneText: "Look at the slip whether the address is right. Or ask your work environment representative.",
  trouble: "The page could not be fetched",
  reload: "Try again",
  tablet: "Answer here with the code from your slip",
  tabletText: "This screen remembers nothing. It returns to this page by itself when you are done.",
  tabletOffline:
    "There is no connection right now. Your answers are no longer on the screen, but they are sent as soon as there is one. Leave the page open.",
  begin: "Begin",
  scan: "Scan the code with the camera",
  stopScan: "Stop the camera",
  noCamera: "The camera cannot be used here. Type the code instead.",
  leave: "Erase and start again",
  next: "Ready for the next person",
};

export const words = { da, en };
export type Words = typeof da;
