/**
 * What is still on its way. A page shows its body when all parts of its first load are there, so that
 * nothing moves beneath a finger that is already on its way to a link.
 *   <Suspense fallback={<Arriving />}>    a part that comes in a file of its own
 * Questions to the API are counted without being told.
 */
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";

/** Longer than this nobody waits for the last part: then what is there is shown, and may move. */
const LONGEST = 1500;
/** The answer to one question may raise the next. */
const PAUSE = 20;

let awaited = 0;
const listeners = new Set<() => void>();

function count(change: number): void {
  awaited += change;
  for (const told of listeners) told();
}

export function Arriving() {
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
  return null;
}

function listen(told: () => void) {
  listeners.add(told);
  return () => {
    listeners.delete(told);
  };
}

/** False until the first load of the page is there; once true it stays so. */
export function useArrived(): boolean {
  const [arrived, setArrived] = useState(false);
  const files = useSyncExternalStore(listen, () => awaited);
  const busy = useIsFetching() + files > 0;
  useEffect(() => {
    if (arrived || busy) return;
    const timer = setTimeout(() => setArrived(true), PAUSE);
    return () => clearTimeout(timer);
  }, [arrived, busy]);
  useEffect(() => {
    const timer = setTimeout(() => setArrived(true), LONGEST);
    return () => clearTimeout(timer);
  }, []);
  return arrived;
}
