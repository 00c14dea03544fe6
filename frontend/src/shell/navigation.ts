/** What stands in the main menu for whom, as data. */
import { type Me, may } from "../api/session";
import { to } from "../paths";
import { t } from "./texts";

export interface NavItem {
  href: string;
  label: string;
  /** Addresses below which the item counts as current, beside its own. */
  covers?: readonly string[];
  shown: (me: Me | null) => boolean;
}

const signedIn = (me: Me | null): boolean => me !== null;

export const ITEMS: readonly NavItem[] = [
  { href: to.home, label: t.nav.home, shown: signedIn, covers: ["/foelg-op"] },
  {
    href: to.departments,
    label: t.nav.departments,
    covers: ["/proevehandlinger", "/opfoelgninger", "/aftaler", "/droeftelser"],
    shown: signedIn,
  },
  { href: to.overview, label: t.nav.overview, shown: (me) => may(me, "read_overview") },
  { href: to.rollout, label: t.nav.rollout, shown: (me) => may(me, "roll_out") },
  {
    href: to.library,
    label: t.nav.library,
    covers: [to.about, "/materiale", to.experiences()],
    shown: () => true,
  },
  { href: to.search(), label: t.nav.search, shown: () => true },
  { href: to.administration, label: t.nav.administration, shown: (me) => may(me, "manage_tree") },
];

/** Whether the item is the one we are in. */
export function isCurrent(item: NavItem, path: string): boolean {
  const under = (base: string) => path === base || (base !== "/" && path.startsWith(`${base}/`));
  return under(item.href) || (item.covers?.some(under) ?? false);
}
