/** Somebody new in a department, or somebody there with one more role. */
import { useParams, useSearchParams } from "wouter";
import { Await } from "../Await";
import { to } from "../paths";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { GrantForm } from "./GrantForm";
import { p } from "./peopleTexts";
import { type Department, placesOf, type Role, useDepartment, useDirectory } from "./reading";

export function AddPersonPage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useDepartment(id)}>{(here) => <Add here={here} />}</Await>;
}

function Add({ here }: { here: Department }) {
  const [search] = useSearchParams();
  const asked = search.get("rolle") ?? "";
  return (
    <Await query={useDirectory({ department: here.id, limit: 1 })}>
      {({ pages }) => {
        const roles = pages[0]?.roles ?? [];
        const role = (roles as string[]).includes(asked) ? (asked as Role) : "";
        return (
          <Page
            title={p.addTitle}
            lead={p.addLead}
            crumbs={[
              { href: to.department(here.id), label: here.name },
              { href: to.people(here.id), label: p.people },
            ]}
            width="text"
          >
            <Section tight>
              <GrantForm
                key={role}
                name={`grant:${here.id}:${role}`}
                roles={roles}
                places={placesOf(here)}
                given={{ role, department_id: here.id }}
                back={to.people(here.id)}
                after={() => to.people(here.id)}
              />
            </Section>
          </Page>
        );
      }}
    </Await>
  );
}
