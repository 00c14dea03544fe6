/** What is left to read of a department that is no more: its trials, its rounds, its history. */
import { to } from "../paths";
import { Columns } from "../ui/Page";
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
    <Columns wide aside={links.length > 0 && <LinkRows items={links} />}>
      {here.can.includes("read") && <Trials here={here} />}
    </Columns>
  );
}
