/** While a page holds what nobody can fetch again, leaving it asks first: by the browser's own question. */
import { useEffect } from "react";

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
    addEventListener("beforeunload", unload);
    document.addEventListener("click", click, true);
    return () => {
      removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, true);
    };
  }, [holds, words]);
}
