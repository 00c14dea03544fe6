/** Words of files that are attached. */
import { number } from "../dates";
import { texts } from "../i18n";

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${number(bytes / 1_000_000, 1)} MB`;

export const t = texts({
  da: {
    bring: "Læg en fil her",
    file: "Fil",
    hint: "PDF, Word (docx), PowerPoint (pptx) eller et billede. Højst 20 MB.",
    attach: "Vedhæft filen",
    stop: "Afbryd",
    sending: (name: string) => `Sender ${name}`,
    sent: (percent: number) => `${percent} % sendt`,
    looking: "Ser filen efter",
    attached: (name: string) => `${name} er vedhæftet.`,
    remove: "Fjern",
    removeSure: (name: string) => `Fjern ${name}? Filen slettes med det samme og kan ikke hentes tilbage.`,
    keep: "Behold den",
    sealed: "Fil kun for os",
    open: "Hent filen",
    about: (kind: string, bytes: number) => `${kind}, ${size(bytes)}`,
    kinds: {
      "application/pdf": "PDF",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
      "image/png": "Billede",
      "image/jpeg": "Billede",
      "image/webp": "Billede",
      "image/gif": "Billede",
    } as Record<string, string>,
    missing: "Vælg en fil fra din computer.",
    tooLarge: "Filen fylder mere end 20 MB. Gør billederne i den mindre, eller del den i to.",
    gone: "Filen kan ikke læses længere. Vælg den igen.",
    full: "Der er 20 filer her allerede. Fjern en, I ikke bruger, og prøv igen.",
    problems: {
      empty: "Filen er tom. Vælg en anden.",
      unknown_type:
        "Den slags fil kan ikke vedhæftes. Gem den som PDF, Word (docx), PowerPoint (pptx) eller billede.",
      wrong_suffix: "Filens navn passer ikke til indholdet. Gem den igen fra det program, den er lavet i.",
      two_in_one: "Der ligger en fil mere inde i filen. Gem den igen fra det program, den er lavet i.",
      runs: "Filen gør noget af sig selv, når den åbnes. Gem den som en almindelig PDF.",
      fetches:
        "Filen henter noget et andet sted fra, når den åbnes, fx et billede eller en skabelon. Gem den som PDF.",
      macros: "Filen har makroer. Gem den uden makroer, eller som PDF.",
      embedded: "Der er sat et andet programs fil ind i filen. Gem den som PDF.",
      locked: "Filen er låst med en adgangskode. Gem den uden.",
      broken: "Filen er i stykker. Gem den igen fra det program, den er lavet i.",
      unpacks_too_large: "Filen fylder alt for meget, når den pakkes ud. Gem den som PDF.",
    } as Record<string, string>,
  },
  en: {
    bring: "Put a file here",
    file: "File",
    hint: "PDF, Word (docx), PowerPoint (pptx) or a picture. At most 20 MB.",
    attach: "Attach the file",
    stop: "Stop",
    sending: (name: string) => `Sending ${name}`,
    sent: (percent: number) => `${percent}% sent`,
    looking: "Looking at the file",
    attached: (name: string) => `${name} is attached.`,
    remove: "Remove",
    removeSure: (name: string) => `Remove ${name}? The file is deleted at once and cannot be had back.`,
    keep: "Keep it",
    sealed: "File just for us",
    open: "Get the file",
    about: (kind: string, bytes: number) => `${kind}, ${size(bytes)}`,
    kinds: {
      "application/pdf": "PDF",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
      "image/png": "Picture",
      "image/jpeg": "Picture",
      "image/webp": "Picture",
      "image/gif": "Picture",
    } as Record<string, string>,
    missing: "Choose a file from your computer.",
    tooLarge: "The file takes up more than 20 MB. Make the pictures in it smaller, or divide it in two.",
    gone: "The file can no longer be read. Choose it again.",
    full: "There are 20 files here already. Remove one that is not used, and try again.",
    problems: {
      empty: "The file is empty. Choose another.",
      unknown_type:
        "That kind of file cannot be attached. Save it as PDF, Word (docx), PowerPoint (pptx) or a picture.",
      wrong_suffix: "The file's name does not fit its content. Save it again from the program that made it.",
      two_in_one: "There is another file inside the file. Save it again from the program that made it.",
      runs: "The file does something by itself when it is opened. Save it as an ordinary PDF.",
      fetches:
        "The file fetches something from elsewhere when it is opened, such as a picture or a template. Save it as PDF.",
      macros: "The file has macros. Save it without macros, or as PDF.",
      embedded: "A file of another program is placed inside the file. Save it as PDF.",
      locked: "The file is locked with a password. Save it without.",
      broken: "The file is damaged. Save it again from the program that made it.",
      unpacks_too_large: "The file takes up far too much when it is unpacked. Save it as PDF.",
    } as Record<string, string>,
  },
});
