/** The people of a department role by role, for whoever keeps the list: what is missing says the next step. */
import { Link } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { LinkButton } from "../ui/Button";
import { Rows } from "../ui/Rows";
import { aDay, type ListColumn, MOST, SaveList } from "../ui/SaveList";
import { Heading, Section } from "../ui/Section";
import { ShowMore } from "../ui/Waiting";
import { lineOf, ORDER } from "./held";
import { p } from "./peopleTexts";
import {
  type Department,
  type Known,
  type Role,
  type RoleLine,
  readDirectory,
  useDirectory,
} from "./reading";
import { t } from "./texts";

/** Groups that are shown while nobody stands in them: somebody ought to. */
const WANTED = new Set<Role>(["trio", "ambassador", "lmu", "member"]);

interface Held extends RoleLine {
  person: Known["person"];
}

const heldBy = ({ person, roles }: Known): Held[] => roles.map((one) => ({ ...one, person }));

export function KeptPeople({ here }: { here: Department }) {
  const wanted = { department: here.id, limit: MOST };
  const directory = useDirectory(wanted);
  return (
    <>
      <Await query={directory} part>
        {({ pages }) => {
          const held = pages.flatMap(({ items }) => items.flatMap(heldBy));
          const given = new Set(pages[0]?.roles ?? []);
          return ORDER.map((role) => ({ role, held: held.filter((one) => one.role === role) }))
            .filter((group) => group.held.length > 0 || (WANTED.has(group.role) && given.has(group.role)))
            .map((group) => <Group key={group.role} here={here} adds={given.has(group.role)} {...group} />);
        }}
      </Await>
      {directory.hasNextPage && (
        <ShowMore onClick={() => directory.fetchNextPage()} busy={directory.isFetchingNextPage} />
      )}
      {directory.data && (
        <SaveList
          title={`${t.people} ${here.name}`}
          rows={directory.data.pages.flatMap(({ items }) => items.flatMap(heldBy)).sort(byRole)}
          columns={SAVED}
          rest={
            directory.hasNextPage &&
            (async (cursor) => {
              const page = await readDirectory(wanted, cursor);
              return { items: page.items.flatMap(heldBy), next: page.next };
            })
          }
        />
      )}
    </>
  );
}

const byRole = (one: Held, other: Held) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role);

const SAVED: ListColumn<Held>[] = [
  { title: t.roles, cell: ({ role, title }) => roleWords(role, title) },
  { title: t.name, cell: ({ person }) => person.name },
  { title: p.saved.place, cell: ({ department }) => department.name },
  { title: p.saved.deputyFor, cell: ({ deputy_for }) => deputy_for?.name ?? null },
  { title: p.saved.from, cell: ({ valid_from }) => aDay(valid_from) },
  { title: p.saved.until, cell: ({ valid_to }) => aDay(valid_to) },
];

interface GroupProps {
  here: Department;
  role: Role;
  held: readonly Held[];
  adds: boolean;
}

function Group({ here, role, held, adds }: GroupProps) {
  return (
    <Section
      title={p.group[role]}
      lead={adds ? p.about[role] : p.byAdmin(p.about[role])}
      actions={
        adds && (
          <LinkButton kind="quiet" href={to.newPerson(here.id, role)}>
            {p.addTo[role]}
          </LinkButton>
        )
      }
      ruled
    >
      {held.length === 0 ? (
        <p className="soft section__act">{p.none[role]}</p>
      ) : (
        <Rows label={p.group[role]}>
          {held.map((one) => (
            <KeptRow key={one.id} one={one} here={here.id} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** On a phone too the act stands beside the name: one changes one and the next. */
function KeptRow({ one, here }: { one: Held; here: string }) {
  const { today } = useSignedIn();
  const meta = lineOf(one, here, today);
  return (
    <li className="row row--kept">
      <div className="row__words">
        <Heading level={3} size={4}>
          <Link href={to.person(here, one.person.id)} className="title-link">
            {one.person.name}
          </Link>
        </Heading>
        {meta && <p className="row__meta">{meta}</p>}
      </div>
      {one.can.length > 0 && (
        <LinkButton kind="quiet" href={to.role(one.department.id, one.id, one.person.id)}>
          {one.can.includes("change") ? p.edit : p.deputyShort}
          <span className="visually-hidden">
            {" "}
            {p.roleAt(one.person.name, roleWords(one.role, one.title))}
          </span>
        </LinkButton>
      )}
    </li>
  );
}
