/**
 * Where one was on a page: a new page begins at its top, Back returns to the place one left, also when the
 * page's content arrives late. Positions are kept per history entry, for as long as the tab lives.
 */
import { expectArrival } from "../ui/arrival";

const PREFIX = "trinvis-scroll:";
/** How long a page may take to become as long as it was. */
const PATIENCE = 3000;

interface Entry {
  key?: string;
}

const keyNow = (): string => (history.state as Entry | null)?.key ?? "first";

function remember(): void {
  try {
    sessionStorage.setItem(PREFIX + keyNow(), String(Math.round(scrollY)));
  } catch {
    // Without storage Back begins at the top.
  }
}

function remembered(): number {
  try {
    return Number(sessionStorage.getItem(PREFIX + keyNow()) ?? 0);
  } catch {
    return 0;
  }
}

/** Scroll there as soon as the page is long enough; give up when the reader scrolls. */
function returnTo(place: number): () => void {
  const end = Date.now() + PATIENCE;
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  const attempt = () => {
    const reachable = document.documentElement.scrollHeight - innerHeight >= place;
    if (reachable || Date.now() > end) scrollTo(0, place);
    else frame = requestAnimationFrame(attempt);
  };
  // Not before the page one returns to stands there instead of the one one leaves.
  frame = requestAnimationFrame(attempt);
  addEventListener("wheel", stop, { once: true, passive: true });
  addEventListener("touchstart", stop, { once: true, passive: true });
  return stop;
}

/** Begin to watch; once, before the pages are drawn, so that this hears of a new address before they do. */
export function keepPlaces(): void {
  history.scrollRestoration = "manual";
  let path = location.pathname;
  let timer = 0;
  let stop = returnTo(remembered());
  const arrived = () => {
    clearTimeout(timer);
    stop();
    const elsewhere = location.pathname !== path;
    path = location.pathname;
    if (elsewhere) expectArrival();
    return elsewhere;
  };
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = window.setTimeout(remember, 100);
    },
    { passive: true },
  );
  // wouter tells of every history.pushState by an event of that name.
  addEventListener("pushState", () => {
    history.replaceState({ ...(history.state as Entry | null), key: crypto.randomUUID() }, "");
    if (arrived()) scrollTo(0, 0);
  });
  addEventListener("popstate", () => {
    arrived();
    stop = returnTo(remembered());
  });
}
