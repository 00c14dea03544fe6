/**
 * Arriving at a page: after navigation the focus goes to the page's heading, so that a screen reader says
 * where one is; on the first load it stays where the browser puts it.
 */
import { useEffect, useRef } from "react";

let expected = false;

/** The shell says so when the address has changed. */
export function expectArrival(): void {
  expected = true;
}

/** Ref for the page's heading: takes the focus if somebody has just navigated here. */
export function useArrival<T extends HTMLElement>() {
  const heading = useRef<T>(null);
  useEffect(() => {
    if (!expected || !heading.current) return;
    expected = false;
    heading.current.focus({ preventScroll: true });
  }, []);
  return heading;
}
