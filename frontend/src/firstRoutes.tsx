/**
 * The pages that are known from the first load on: the front page, and where one signs in. All the others
 * stand in routes.tsx, which is fetched beside the first page, so that their number weighs nothing there.
 */
import { type ComponentType, lazy } from "react";
import { t } from "./shell/texts";

export interface Route {
  path: string;
  page: ComponentType;
  title: string;
  open?: true;
}

type Load = () => Promise<Record<string, unknown>>;

/** The page that a file exports under the file's own name. */
export const page = (load: Load, name: string) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType }));

export const SignInPage = page(() => import("./accounts/SignInPage"), "SignInPage");

export const first: Route = {
  path: "/",
  page: page(() => import("./overview/HomePage"), "HomePage"),
  title: t.nav.home,
};

/** How the addresses begin that are read without signing in; routes.tsx says it of each page. */
export const OPEN = /^\/(tilgaengelighed|oplysninger|soeg|redskaber|materiale|psykologisk-tryghed)(\/|$)/;
