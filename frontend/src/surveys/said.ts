/** Sentences about a wave that are put together from what is known of it. Pure. */
import { longDay } from "../dates";
import { type Answering, departmentsOf, unitNodes } from "./units";
import type { Wave, WaveLine, WaveUnit } from "./waveReading";
import { w } from "./waveTexts";

/** From when HMU sees what; of a wave in one department it sees nothing. */
export const hmuWords = (wave: Pick<Wave, "nodes" | "hmu_single" | "hmu_on">): string => {
  if (wave.hmu_single) return w.sees.hmuSingle(wave.hmu_on);
  return departmentsOf(wave.nodes).size > 1 ? w.sees.hmuOnly(wave.hmu_on) : w.sees.hmuNot;
};

/** Where a wave stands, in a sentence. */
export function stateWords(wave: WaveLine): string {
  if (wave.state === "draft") return w.state.draft(w.committee[wave.departments > 1 ? "hmu" : "lmu"]);
  if (wave.state === "planned") {
    return wave.confirmed ? w.state.confirmed(longDay(wave.opens_on)) : w.state.decided;
  }
  if (wave.state === "open") return w.state.open(longDay(wave.closes_on));
  if (wave.state === "annulled") return w.state.annulled;
  return wave.counted ? w.state.closed(longDay(wave.closes_on)) : w.state.counting;
}

const names = (nodes: readonly WaveUnit[]): string => w.and(nodes.map((one) => one.name));

/** The sentences of one department: itself, and its sections that answer by themselves. */
function prospectOf({ department, nodes }: Answering): string[] {
  if (department.prospect === "hidden") {
    const heads = nodes.reduce((all, one) => all + one.heads, 0);
    return [w.prospect.hidden(w.people(heads), department.name)];
  }
  const apart = unitNodes(nodes).filter((one) => one.id !== department.id);
  const shown = apart.filter((one) => one.prospect !== "hidden");
  const hidden = apart.filter((one) => one.prospect === "hidden");
  const said = shown.length > 0 ? [w.prospect.apart(names(shown), shown.length === 1, department.name)] : [];
  return hidden.length > 0 ? [...said, w.prospect.notApart(names(hidden))] : said;
}

/** What will probably be shown, in sentences: few, however many departments there are. */
export function prospectWords(all: readonly Answering[], nodes: readonly WaveUnit[]): string[] {
  const departments = all.map((one) => one.department);
  const single = plainlyShown(all);
  const told = (level: WaveUnit["prospect"]) => single.filter((one) => one.prospect === level);
  const inAny = new Set(all.flatMap((one) => one.nodes.map((node) => node.id)));
  const above = nodes.filter((one) => !inAny.has(one.id) && one.prospect !== "hidden");
  return [
    ...(told("detail").length > 0 ? [w.prospect.detail(names(told("detail")))] : []),
    ...(told("means").length > 0 ? [w.prospect.means(names(told("means")))] : []),
    ...all.flatMap(prospectOf),
    ...(departments.length > 1 && above.length > 0 ? [w.prospect.above(names(above))] : []),
  ];
}

/** Departments of which nothing more is to be said than that they are shown. */
const plainlyShown = (all: readonly Answering[]): WaveUnit[] =>
  all.filter((one) => prospectOf(one).length === 0).map((one) => one.department);
