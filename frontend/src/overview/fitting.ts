/** What of a board stands on one A4, whatever was written on it: estimated in millimetres of paper. Pure. */
import type { Schemas } from "../api/client";

type Board = Schemas["BoardOut"];

export interface Fitting {
  trials: number;
  dates: number;
  practices: number;
  /** Empty lines to write on. */
  lines: number;
}

/** As much as can be read from two metres. */
const MOST: Fitting = { trials: 3, dates: 3, practices: 3, lines: 4 };
/** What gives way, one by one and in this order, until the rest has room. */
const GIVES_WAY: readonly (keyof Fitting)[] = [
  "lines",
  "lines",
  "practices",
  "dates",
  "practices",
  "dates",
  "lines",
  "trials",
  "trials",
];

/** Between the margins (268), less what letters of another width may take. */
const PAGE = 264;
/** As measured on paper: name and steps, a heading, a line to write on, the words of what is left out, the foot. */
const TOP = 71;
const HEADING = 15;
const LINE = 10;
const MORE = 6;
const FOOT = 10;
/** Letters on a line: a trial's title, its text, a column's text. The style sheet ends each text after two. */
const TITLE = 56;
const TEXT = 88;
const COLUMN = 34;

const linesOf = (text: string | null, width: number): number =>
  text ? Math.min(2, Math.ceil(text.length / width)) : 0;
const sum = (all: readonly number[]): number => all.reduce((so_far, one) => so_far + one, 0);

/** How much of each the sheet shows. */
export function fitting(board: Board): Fitting {
  const wanted: Fitting = {
    trials: Math.min(MOST.trials, board.trials.length),
    dates: Math.min(MOST.dates, board.dates.length),
    practices: Math.min(MOST.practices, board.practices.length),
    lines: MOST.lines,
  };
  const shown = { ...wanted };
  for (const part of GIVES_WAY) {
    if (height(board, shown) <= PAGE) break;
    if (shown[part] > 1) shown[part] -= 1;
  }
  // Where something large gave way, there may be room again for something small.
  for (const part of [...GIVES_WAY].reverse()) {
    const fuller = { ...shown, [part]: shown[part] + 1 };
    if (shown[part] < wanted[part] && height(board, fuller) <= PAGE) shown[part] += 1;
  }
  return shown;
}

function height(board: Board, { trials, dates, practices, lines }: Fitting): number {
  const tried = board.trials
    .slice(0, trials)
    .map(
      ({ title, change, measure }) =>
        19 +
        6.2 * linesOf(title ?? change, TITLE) +
        4.7 *
          ((title ? linesOf(change, TEXT) : 0) +
            (measure ? linesOf(`Vi kan se det ved ${measure}`, TEXT) : 0)),
    );
  const column = (words: readonly string[], shown: number) =>
    sum(words.slice(0, shown).map((one) => 4.2 + 4.7 * linesOf(one, COLUMN))) + more(words, shown);
  const days = column(
    board.dates.map(({ words }) => words),
    dates,
  );
  const kept = column(
    board.practices.map(({ words }) => words),
    practices,
  );
  const written = LINE * lines;
  // Without practices the lines stand beside the dates, else beneath them and the practices.
  const beneath = practices > 0 ? Math.max(days, kept) + HEADING + written : Math.max(days, written);
  return TOP + HEADING + sum(tried) + more(board.trials, trials) + HEADING + beneath + FOOT;
}

const more = (all: readonly unknown[], shown: number): number => (all.length > shown ? MORE : 0);
