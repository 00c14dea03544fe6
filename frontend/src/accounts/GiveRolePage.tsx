/** The administrator gives a role anywhere in the tree, to somebody known or to somebody new. */
import { useSearchParams } from "wouter";
import { Await } from "../Await";
import { to } from "../paths";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { GrantForm } from "./GrantForm";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { type Person, useDirectory, usePerson, useTreeOptions } from "./reading";

export function GiveRolePage() {
  const [search] = useSearchParams();
  const id = search.get("person") ?? "";
  const person = usePerson(id);
  return id ? <Await query={person}>{(known) => <Give person={known} />}</Await> : <Give />;
}

function Give({ person }: { person?: Person }) {
  const places = useTreeOptions();
  const back = person ? to.onePerson(person.id) : to.allPeople;
  return (
    <Await query={useDirectory({ limit: 1 })}>
      {({ pages }) => (
        <Page
          title={person ? p.giveRoleTo(person.name) : p.addTitle}
          current={person ? p.giveRole : p.addTitle}
          lead={person ? undefined : p.addLead}
          crumbs={[
            { href: to.administration, label: a.administration },
            { href: to.allPeople, label: a.directory },
            ...(person ? [{ href: back, label: person.name }] : []),
          ]}
          width="text"
        >
          <Section tight>
            <GrantForm
              name={`grant:${person?.id ?? "new"}`}
              roles={pages[0]?.roles ?? []}
              places={places}
              given={person ? { which: "known", person_id: person.id } : { which: "new" }}
              settled={person !== undefined}
              back={back}
              after={to.onePerson}
            />
          </Section>
        </Page>
      )}
    </Await>
  );
}
