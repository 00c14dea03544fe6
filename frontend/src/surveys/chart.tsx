/**
 * Drawings of a result, each with a table of the same numbers beside it, and so hidden from screen readers.
 * Places are given in per cent of the drawing's width: it follows the page, its letters keep their size.
 *   <ScaleChart rows={[{ key, name: "Før", note: "31 af 42 svarede", mean: 46, low: 42, high: 50 }]} ends={[...]} />
 *   <Bins low={8} middle={7} high={18} />
 */
import type { ReactNode } from "react";
import { r } from "./resultTexts";

const TICKS = [1, 2, 3, 4, 5, 6, 7];
const LINE = 38;

/** Where a value in tenths lies on the axis from 1 to 7. */
const at = (value: number): string => `${Math.round(((value - 10) / 60) * 10_000) / 100}%`;
const wide = (low: number, high: number): string => `${Math.round(((high - low) / 60) * 10_000) / 100}%`;

export interface ScaleRow {
  key: string;
  name: ReactNode;
  note?: ReactNode;
  /** In tenths, as `low` and `high`. Without a mean there is a band only, with its ends written. */
  mean: number | null;
  low: number | null;
  high: number | null;
}

/** A dot, with a pale band where there is one, for each row on the whole axis. Never joined. */
export function ScaleChart({ rows, ends }: { rows: readonly ScaleRow[]; ends: readonly [string, string] }) {
  return (
    <div className="scale" aria-hidden="true">
      <div className="scale__row scale__row--ticks">
        <svg className="scale__line" height="24" focusable="false" aria-hidden="true">
          {TICKS.map((tick) => (
            <text key={tick} className="scale__tick" x={at(tick * 10)} y="16" textAnchor="middle">
              {tick}
            </text>
          ))}
        </svg>
      </div>
      {rows.map((row) => (
        <div key={row.key} className="scale__row">
          <div className="scale__words">
            <p className="scale__name">{row.name}</p>
            {row.note && <p className="scale__note">{row.note}</p>}
          </div>
          <ScaleLine row={row} />
        </div>
      ))}
      <div className="scale__row">
        <p className="scale__ends">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      </div>
    </div>
  );
}

function ScaleLine({ row: { mean, low, high } }: { row: ScaleRow }) {
  const band = low !== null && high !== null;
  return (
    <svg className="scale__line" height="64" focusable="false" aria-hidden="true">
      {TICKS.map((tick) => (
        <line key={tick} className="scale__grid" x1={at(tick * 10)} x2={at(tick * 10)} y1="0" y2="100%" />
      ))}
      {band && (
        <rect className="scale__band" x={at(low)} width={wide(low, high)} y={LINE - 6} height="12" rx="6" />
      )}
      {band && mean === null && (
        <>
          <text className="scale__mean" x={at(low)} y={LINE - 16} textAnchor="middle">
            {r.tenths(low)}
          </text>
          <text className="scale__mean" x={at(high)} y={LINE - 16} textAnchor="middle">
            {r.tenths(high)}
          </text>
        </>
      )}
      {mean !== null && (
        <>
          <circle className="scale__dot" cx={at(mean)} cy={LINE} r="8" />
          <text className="scale__mean" x={at(mean)} y={LINE - 16} textAnchor="middle">
            {r.tenths(mean)}
          </text>
        </>
      )}
    </svg>
  );
}

/** A count as a whole number of per cent. */
export const share = (count: number, all: number): number =>
  all === 0 ? 0 : Math.floor((count / all) * 100 + 0.5);

// A number narrower than its part of the bar is left to the table.
const NUMBER_FITS = 3;
const SIGN_FITS = 16;

interface BinsProps {
  low: number;
  middle: number;
  high: number;
}

/** Who disagrees, neither nor, agrees: three parts of one bar. */
export function Bins({ low, middle, high }: BinsProps) {
  const all = low + middle + high;
  let start = 0;
  const parts = (
    [
      ["low", low],
      ["middle", middle],
      ["high", high],
    ] as const
  ).map(([key, count]) => {
    const width = all === 0 ? 0 : (count / all) * 100;
    const part = { key, start, width, said: share(count, all) };
    start += width;
    return part;
  });
  return (
    <svg className="bins" height="36" focusable="false" aria-hidden="true">
      {parts
        .filter(({ width }) => width > 0)
        .map(({ key, start: x, width, said }) => (
          <g key={key} className={`bins__${key}`}>
            <rect x={`${x}%`} width={`${width}%`} height="36" />
            {said >= NUMBER_FITS && (
              <text x={`${x + width / 2}%`} y="23" textAnchor="middle">
                {key === "high" && said >= SIGN_FITS ? r.percent(said) : said}
              </text>
            )}
          </g>
        ))}
    </svg>
  );
}
