/** What other rooms show of HR's roll-out. */
import type { Schemas } from "../api/client";
import { to } from "../paths";
import { p } from "./partTexts";
import { useDepartmentRollout } from "./reading";

type Department = Schemas["DepartmentOut"];

const walksHere = ({ walks, can, closed_on }: Department): boolean =>
  walks === "walks" && closed_on === null && can.includes("read");

/** "Lone fra HR følger jer."; empty where nobody is named or one may not read it. */
export function useFollowedBy(here: Department): string {
  const named = useDepartmentRollout(here.id, walksHere(here)).data?.hr_contact;
  if (!named) return "";
  const first = named.name.split(" ")[0] ?? named.name;
  return here.can.includes("roll_out") ? p.followsThem(named.name) : p.follows(first);
}

/** The link to what HR and the department have agreed: for HR always, for others once there is something. */
export function useRolloutLink(here: Department): { href: string; label: string; icon: "people" }[] {
  const found = useDepartmentRollout(here.id, walksHere(here)).data;
  const plans = here.can.includes("roll_out");
  if (!found || (!plans && !found.hr_contact && found.contacts.length === 0)) return [];
  return [{ href: to.departmentRollout(here.id), label: plans ? p.linkForHr : p.link, icon: "people" }];
}
