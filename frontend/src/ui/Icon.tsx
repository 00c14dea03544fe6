/** Small drawings, always beside a text and therefore hidden from screen readers. `<Icon name="print" />` */

const SHAPES = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  arrow: "M4 12h15M13 6l6 6-6 6",
  chevron: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M3 6h18M3 12h18M3 18h18",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  print: "M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18M12 7v5l3.5 2",
  chart: "M4 4h16v16H4zM8 16v-4M12 16v-6M16 16V8",
  person:
    "M12 3a9 9 0 100 18 9 9 0 000-18M12 7a3 3 0 100 6 3 3 0 000-6M6 18.5c1.5-2.5 3.5-3.5 6-3.5s4.5 1 6 3.5",
  people:
    "M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.5a3.5 3.5 0 010 6M18 14.5c2 .8 3.2 2.6 3.5 5.5",
  waiting: "M6 18a8 8 0 01-1-11l3-1M8 2v4H4M18 6a8 8 0 011 11l-3 1M16 22v-4h4",
  attention: "M12 3a9 9 0 100 18 9 9 0 000-18M12 7.5v6M12 16.5v.1",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  link: "M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={SHAPES[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The stair with the warm dot. */
export function Logo() {
  return (
    <svg className="logo" width="30" height="28" viewBox="0 0 30 28" aria-hidden="true" focusable="false">
      <path className="logo__stair" d="M1.8 25.8h8.4v-8h8.3v-8h9.7" />
      <circle className="logo__dot" cx="23.5" cy="3.5" r="3.5" />
    </svg>
  );
}
