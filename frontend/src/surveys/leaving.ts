/** While a page holds what nobody can fetch again, leaving it asks first: by the browser's own question. */
import { useEffect } from "react";

/** Whether the page stands on the second entry that `hold` makes. */
const isHeld = (): boolean => (history.state as { held?: boolean } | null)?.held === true;

export function useLeaveQuestion(holds: boolean, words: string): void {
  useEffect(() => {
    if (!holds) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links inside the app load no page; they are caught before they lead away.
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.hasAttribute("download") || confirm(words)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Back inside the app loads no page either, and cannot be stopped once it has happened: it first meets a
    // second entry of the same page.
    const hold = () => history.pushState({ held: true }, "");
    const back = () => {
      if (isHeld()) return;
      if (confirm(words)) {
        removeEventListener("popstate", back);
        history.back();
      } else hold();
    };
    hold();
    addEventListener("beforeunload", unload);
    addEventListener("popstate", back);
    document.addEventListener("click", click, true);
    return () => {
      removeEventListener("beforeunload", unload);
      removeEventListener("popstate", back);
      document.removeEventListener("click", click, true);
      // Still here, and nothing more to lose: the second entry goes.
      if (isHeld()) history.back();
    };
  }, [holds, words]);
}
