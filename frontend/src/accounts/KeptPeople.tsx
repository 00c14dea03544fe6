/** The people of a department role by role, for whoever keeps the list: what is missing says the next step. */
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { LinkButton, TextLink } from "../ui/Button";
import { Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { ShowMore } from "../ui/Waiting";
import { lineOf } from "./held";
import { p } from "./peopleTexts";
import { type Department, type Known, type Role, type RoleLine, useDirectory } from "./reading";

/** In the order in which one looks for them. */
const ORDER = [
  "leader",
  "trio",
  "ambassador",
  "lmu",
  "section_leader",
  "member",
  "hr",
  "hmu",
  "secretary",
  "admin",
] satisfies Role[];
/** Groups that are shown while nobody stands in them: somebody ought to. */
const WANTED = new Set<Role>(["trio", "ambassador", "lmu", "member"]);

interface Held extends RoleLine {
  person: Known["person"];
}

const heldBy = ({ person, roles }: Known): Held[] => roles.map((one) => ({ ...one, person }));

export function KeptPeople({ here }: { here: Department }) {
  const directory = useDirectory({ department: here.id, limit: 200 });
  return (
    <>
      {here.can.includes("hand_over") && (
        <p className="section__act no-print">
          {p.handedText} <TextLink href={to.unowned(here.id)}>{p.handed}</TextLink>
        </p>
      )}
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
    </>
  );
}

interface GroupProps {
  here: Department;
  role: Role;
  held: readonly Held[];
  adds: boolean;
}

function Group({ here, role, held, adds }: GroupProps) {
  const { today } = useSignedIn();
  return (
    <Section
      title={p.group[role]}
      lead={p.about[role]}
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
            <Row
              key={one.id}
              title={one.person.name}
              href={to.person(here.id, one.person.id)}
              meta={lineOf(one, here.id, today)}
              side={
                one.can.length > 0 && (
                  <LinkButton kind="quiet" href={to.role(one.department.id, one.id, one.person.id)}>
                    {p.edit}
                    <span className="visually-hidden">
                      {" "}
                      {p.roleAt(one.person.name, roleWords(one.role, one.title))}
                    </span>
                  </LinkButton>
                )
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
