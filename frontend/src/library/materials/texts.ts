/** Words of the library's material. */
import { texts } from "../../i18n";

export const t = texts({
  da: {
    library: "Redskaber og erfaringer",
    shelf: "Materiale",
    shelfLead: "Til møder, kurser og nye kolleger.",
    none: "Her er ikke noget materiale endnu",
    noneText: "HR lægger det her, når det er klar.",
    noneKeeper: "Begynd med det, LMU og TRIO spørger mest efter.",
    write: "Skriv nyt materiale",
    kinds: {
      tool: "Redskab",
      intranet: "Side på intranettet",
      lmu_trio: "Til LMU og TRIO",
      course: "Kursus",
      new_staff: "Tryg som ny",
      other: "Andet",
    },
    files: "Filer",
    links: "Læs mere",
    addFile: "Vedhæft en fil",
    written: (day: string) => `Skrevet ${day}.`,
    writtenBy: (name: string, day: string) => `Skrevet af ${name} ${day}.`,
    versions: (n: number) => `Se alle ${n} udgaver`,
    oneVersion: "Se hvem der skrev hvad",
    edit: "Ret",
    retire: "Tag det væk",
    retireSure: "Så kan kun HR se det. I kan sætte det tilbage, og intet går tabt.",
    restore: "Sæt det tilbage",
    retired: (day: string) => `Taget væk ${day}. Kun I, der passer biblioteket, kan se det.`,
    keep: "Lad det stå",
    ours: "Sådan bruger vi det her",
    usedIn: (n: number) =>
      n === 0
        ? "Ingen prøvehandling har brugt det endnu."
        : n === 1
          ? "Brugt i 1 prøvehandling"
          : `Brugt i ${n} prøvehandlinger`,
    used: "Brug",
    describe: "Skriv hvordan vi bruger det",
    describeText: "Beskrivelsen ovenfor følger med Trinvis. Skriv, hvordan I bruger redskabet her.",
    counts: (files: number, links: number) =>
      [
        files && (files === 1 ? "1 fil" : `${files} filer`),
        links && (links === 1 ? "1 link" : `${links} links`),
      ]
        .filter(Boolean)
        .join(", "),
  },
  en: {
    library: "Tools and experiences",
    shelf: "Material",
    shelfLead: "For meetings, courses and new colleagues.",
    none: "There is no material here yet",
    noneText: "HR puts it here when it is ready.",
    noneKeeper: "Begin with what LMU and TRIO ask for most.",
    write: "Write new material",
    kinds: {
      tool: "Tool",
      intranet: "Intranet page",
      lmu_trio: "For LMU and TRIO",
      course: "Course",
      new_staff: "Safe as a newcomer",
      other: "Other",
    },
    files: "Files",
    links: "Read more",
    addFile: "Attach a file",
    written: (day: string) => `Written ${day}.`,
    writtenBy: (name: string, day: string) => `Written by ${name}, ${day}.`,
    versions: (n: number) => `See all ${n} versions`,
    oneVersion: "See who wrote what",
    edit: "Edit",
    retire: "Take it away",
    retireSure: "Then only HR can see it. You can put it back, and nothing is lost.",
    restore: "Put it back",
    retired: (day: string) => `Taken away ${day}. Only you who keep the library can see it.`,
    keep: "Let it stand",
    ours: "How we use it here",
    usedIn: (n: number) =>
      n === 0
        ? "No trial action has used it yet."
        : n === 1
          ? "Used in 1 trial action"
          : `Used in ${n} trial actions`,
    used: "Use",
    describe: "Write how we use it",
    describeText: "The description above comes with Trinvis. Write how you use the tool here.",
    counts: (files: number, links: number) =>
      [
        files && (files === 1 ? "1 file" : `${files} files`),
        links && (links === 1 ? "1 link" : `${links} links`),
      ]
        .filter(Boolean)
        .join(", "),
  },
});
