/** The list of waves as a file; their numbers are no part of it. */
import { texts } from "../i18n";
import { aDay, type ListColumn } from "../ui/SaveList";
import { stateWords } from "./said";
import type { WaveLine } from "./waveReading";
import { w } from "./waveTexts";

const s = texts({
  da: { phase: "Fase", state: "Status", opens: "Åbner", closes: "Lukker" },
  en: { phase: "Phase", state: "State", opens: "Opens", closes: "Closes" },
});

export const savedColumns: ListColumn<WaveLine>[] = [
  { title: w.wave, cell: ({ place }) => place.name },
  { title: s.phase, cell: ({ phase }) => phase && w.phase[phase] },
  { title: s.state, cell: stateWords },
  { title: s.opens, cell: ({ opens_on }) => aDay(opens_on) },
  { title: s.closes, cell: ({ closes_on }) => aDay(closes_on) },
  { title: w.departments, cell: ({ departments }) => departments },
];
