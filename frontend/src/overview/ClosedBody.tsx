/** What is left to read of a department that is no more: its trials, its rounds, its history. */
import { to } from "../paths";
import { LinkRows } from "../ui/Rows";
import type { Department } from "./DepartmentLists";
import { Trials } from "./DepartmentLists";
import { dept } from "./departmentTexts";

export function ClosedBody({ here }: { here: Department }) {
  const links = [
    ...(here.round > 0 ? [{ href: to.rounds(here.id), label: dept.rounds, icon: "clock" as const }] : []),
    ...(here.can.includes("read_history")
      ? [{ href: to.departmentHistory(here.id), label: dept.history, icon: "clock" as const }]
      : []),
  ];
  return (
    <>
      {here.can.includes("read") && <Trials here={here} />}
      {links.length > 0 && <LinkRows items={links} />}
    </>
  );
}
