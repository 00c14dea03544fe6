/** A page under its name, until it says its own. */
import { useEffect } from "react";
import type { Route } from "../firstRoutes";

export function Named({ route }: { route: Route }) {
  useEffect(() => {
    document.title = `${route.title} - Trinvis`;
  }, [route.title]);
  return <route.page />;
}
