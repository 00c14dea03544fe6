/**
 * The people of a department and what they are there for: whom to ask, in the order of their roles. Whoever
 * keeps the list up to date sees it role by role, with what can be changed.
 */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { longDay } from "../dates";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { type ListColumn, SaveList } from "../ui/SaveList";
import { PrintButton } from "../ui/Sharing";
import { type Column, Table } from "../ui/Table";
import { KeptPeople } from "./KeptPeople";
import { p } from "./peopleTexts";
import { type Department, useDepartment } from "./reading";
import { t } from "./texts";
import { UnownedLine } from "./UnownedLine";

type Entry = Schemas["PersonRoles"];

export function PeoplePage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useDepartment(id)}>{(here) => <People here={here} />}</Await>;
}

function People({ here }: { here: Department }) {
  const keeps = here.can.includes("manage_people");
  return (
    <Page
      title={t.people}
      crumbs={[
        { href: to.departments, label: t.departments },
        { href: to.department(here.id), label: here.name },
      ]}
      lead={(keeps ? p.keptLead : t.peopleLead)(here.name)}
      width={keeps ? "text" : "normal"}
      actions={!keeps && <PrintButton />}
    >
      {here.can.includes("hand_over") && <UnownedLine department={here} />}
      {keeps ? <KeptPeople here={here} /> : <Listed here={here} />}
    </Page>
  );
}

function Listed({ here }: { here: Department }) {
  const people = useQuery({
    queryKey: ["people", "of", here.id],
    queryFn: () =>
      ask(
        api.GET("/api/departments/{department_id}/people", { params: { path: { department_id: here.id } } }),
      ),
  });
  return (
    <Await query={people} part>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t.nobody}>{t.nobodyText}</Empty>
        ) : (
          <>
            <Table
              caption={t.people}
              columns={columnsFor(here.id)}
              rows={items}
              rowKey={(one) => one.person.id}
            />
            <SaveList title={`${t.people} ${here.name}`} rows={items} columns={SAVED} />
          </>
        )
      }
    </Await>
  );
}

const SAVED: ListColumn<Entry>[] = [
  { title: t.name, cell: ({ person }) => person.name },
  { title: t.roles, cell: ({ roles }) => roles.map(({ role, title }) => roleWords(role, title)).join(", ") },
];

const columnsFor = (here: string): Column<Entry>[] => [
  { key: "name", title: t.name, rowTitle: true, cell: (one) => one.person.name },
  { key: "roles", title: t.roles, cell: (one) => <Roles one={one} here={here} /> },
];

function Roles({ one, here }: { one: Entry; here: string }) {
  return (
    <ul className="plain-list">
      {one.roles.map((held) => (
        <li key={`${held.role}-${held.department.id}`}>
          {roleWords(held.role, held.title)}
          {held.department.id !== here && `, ${held.department.name}`}
          {held.deputy && `, ${p.deputy}`}
          {held.valid_to && <span className="soft"> ({t.until(longDay(held.valid_to))})</span>}
        </li>
      ))}
    </ul>
  );
}
