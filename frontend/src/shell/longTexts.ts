/** The two pages of running text that every public site has. */
import { texts } from "../i18n";

export const accessibility = texts({
  da: {
    title: "Tilgængelighedserklæring",
    lead: "Alle skal kunne bruge Trinvis, også med tastatur, skærmlæser, forstørret skrift eller på en telefon.",
    paragraphs: [
      "Trinvis er bygget til at overholde WCAG 2.2 på niveau AA og dermed EN 301 549, som loven om webtilgængelighed bygger på.",
      "Hver side bliver kontrolleret automatisk, hver gang Trinvis ændres: på dansk og engelsk, på telefon og skærm, i lyst og mørkt udseende.",
    ],
    knownTitle: "Det ved vi ikke er godt nok endnu",
    known: [
      "En automatisk kontrol finder ikke alt. Siderne er endnu ikke gennemgået af brugere med skærmlæser.",
      "Noget af notatet og redskaberne er skrevet af andre og kan bruge forkortelser. AMiR, TR, TRIO, LMU og HMU er skrevet ud, hvor de først optræder.",
    ],
    tellTitle: "Er noget i vejen for dig?",
    tell: "Sig det til HR, der har ansvaret for indsatsen. Skriv, hvilken side det er, og hvad du ville gøre, så retter vi det.",
    complain:
      "Bliver det ikke rettet, kan du henvende dig til Digitaliseringsstyrelsen, der fører tilsyn med webtilgængelighed.",
  },
  en: {
    title: "Accessibility statement",
    lead: "Everybody shall be able to use Trinvis, also with a keyboard, a screen reader, enlarged text or on a phone.",
    paragraphs: [
      "Trinvis is built to meet WCAG 2.2 at level AA and so EN 301 549, on which the Danish law on web accessibility is based.",
      "Every page is checked automatically whenever Trinvis is changed: in Danish and English, on phone and screen, light and dark.",
    ],
    knownTitle: "What we know is not good enough yet",
    known: [
      "An automatic check does not find everything. The pages have not yet been tried by people who use a screen reader.",
      "Some of the note and the tools is written by others and may use abbreviations. AMiR, TR, TRIO, LMU and HMU are written out where they first occur.",
    ],
    tellTitle: "Is something in your way?",
    tell: "Tell HR, which is in charge of this effort. Write which page it is and what you wanted to do, and we will mend it.",
    complain:
      "If it is not mended, you can turn to Digitaliseringsstyrelsen, the Danish authority that supervises web accessibility.",
  },
});

export const privacy = texts({
  da: {
    answers: "De syv spørgsmål: sådan passer vi på dine svar",
    mine: "Se det, du selv har gjort",
    title: "Sådan passer vi på oplysningerne",
    lead: "Trinvis handler om afdelingens arbejde, ikke om den enkelte. Her står, hvad der gemmes, og hvem der læser det.",
    parts: [
      {
        title: "Det gemmes om dig",
        words: [
          "Dit navn, din arbejdsmail, dine roller i afdelingen, og fra hvornår til hvornår du har dem.",
          "Hver ændring skrives i historikken med, hvem der gjorde hvad og hvornår. Ingen kan søge i historikken på en anden person.",
          "Når en person slettes, står rollen, hvor navnet stod før.",
        ],
      },
      {
        title: "Det gemmes om afdelingen",
        words: [
          "De tre trin, drøftelser, aftaler, prøvehandlinger og opfølgninger, som I selv skriver dem.",
          "Afdelingens medarbejdere, LMU og HR kan læse det.",
          "HMU ser én række om hver afdeling: trin, prøvehandlinger i tal, datoer og det, der er nyt. HMU læser ingen noter. På afdelingens side står rækken, præcis som HMU ser den.",
        ],
      },
      {
        title: "Noter",
        words: [
          "En note er enten Fælles eller Kun for os. Fælles kan læses af afdelingens medarbejdere, LMU og HR.",
          "Kun for os kan læses af ledelsen, TRIO og afdelingens egne ambassadører, og af HR, hvis I beder om det. Hver gang nogen åbner den, bliver det skrevet ned. Den slettes efter 12 måneder og følger ikke med til en ny leder.",
          "Noter kan indgå i aktindsigt. Skriv ikke om navngivne personer.",
        ],
      },
      {
        title: "På din egen skærm",
        words: [
          "Det, du er ved at skrive, gemmes i browseren i højst otte timer, så det ikke går tabt. Det slettes, når du logger ud. Tekst, der er Kun for os, gemmes aldrig i browseren.",
          "Der er én cookie, og den husker kun, at du er logget ind. Ingen andre følger med.",
        ],
      },
      {
        title: "Vil du vide mere?",
        words: [
          "Spørg HR. Du har ret til at se, hvad der er gemt om dig, og til at få rettet det, der er forkert.",
        ],
      },
    ],
  },
  en: {
    answers: "The seven questions: how we look after your answers",
    mine: "See what you have done yourself",
    title: "How we look after the information",
    lead: "Trinvis is about the work of the department, not about the individual. Here you see what is kept and who reads it.",
    parts: [
      {
        title: "What is kept about you",
        words: [
          "Your name, your work e-mail, your roles in the department, and from when to when you hold them.",
          "Every change is written into the history with who did what and when. Nobody can search the history for another person.",
          "When a person is erased, the role stands where the name stood before.",
        ],
      },
      {
        title: "What is kept about the department",
        words: [
          "The three steps, discussions, agreements, trial actions and follow-ups, as you write them yourselves.",
          "The department's employees, LMU and HR can read it.",
          "HMU sees one row about each department: steps, trial actions in figures, dates and what is new. HMU reads no notes. On the department's page the row stands exactly as HMU sees it.",
        ],
      },
      {
        title: "Notes",
        words: [
          "A note is either Shared or Only for us. Shared can be read by the department's employees, LMU and HR.",
          "Only for us can be read by the management, TRIO and the department's own ambassadors, and by HR if you ask them in. Each time somebody opens it, that is recorded. It is deleted after 12 months and does not pass on to a new leader.",
          "Notes may be subject to access to public records. Do not write about named persons.",
        ],
      },
      {
        title: "On your own screen",
        words: [
          "What you are writing is kept in the browser for at most eight hours, so that it is not lost. It is deleted when you sign out. Text that is Only for us is never kept in the browser.",
          "There is one cookie, and it only remembers that you are signed in. Nobody else is watching.",
        ],
      },
      {
        title: "Do you want to know more?",
        words: [
          "Ask HR. You have the right to see what is kept about you and to have what is wrong corrected.",
        ],
      },
    ],
  },
});
