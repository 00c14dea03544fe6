/** The contribution to the yearly discussion of the work environment, year by year. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { FactList } from "../ui/Rows";
import { Section } from "../ui/Section";
import { PrintButton } from "../ui/Sharing";
import { f } from "./formTexts";
import { useYearly, type Yearly } from "./reading";
import { m } from "./texts";
import { crumbsOf } from "./words";

export function YearlyPage() {
  const me = useSignedIn();
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useYearly(id)}>
      {({ items, place }) => {
        const year = Number(me.today.slice(0, 4));
        const begin = place.can.includes("plan") && !items.some((one) => one.year === year) && (
          <LinkButton kind="filled" href={to.editYearly(id, year)}>
            {f.yearlyBegin(year)}
          </LinkButton>
        );
        return (
          <Page
            title={f.yearlyTitle[place.committee](place.department.name)}
            lead={f.yearlyLead}
            crumbs={crumbsOf(place)}
            current={m.yearly}
            actions={items.length > 0 ? begin || <PrintButton /> : undefined}
            width="text"
          >
            {items.length === 0 && (
              <Empty title={f.yearlyNone} level={2} action={begin || undefined}>
                {f.yearlyNoneText}
              </Empty>
            )}
            {items.map((one) => (
              <Year key={one.id} one={one} />
            ))}
          </Page>
        );
      }}
    </Await>
  );
}

function Year({ one }: { one: Yearly }) {
  const said = (words: string | null) => words ?? <span className="soft">{f.notWritten}</span>;
  return (
    <Section
      title={f.yearlyOf(one.year)}
      ruled
      actions={
        one.can.includes("edit") ? (
          <LinkButton kind="quiet" href={to.editYearly(one.department.id, one.year)}>
            {f.yearlyEdit}
          </LinkButton>
        ) : undefined
      }
    >
      <FactList
        items={[
          { label: f.goals, value: said(one.goals) },
          { label: f.met, value: said(one.met) },
          { label: f.nextGoals, value: said(one.next_goals) },
          { label: f.followUp, value: said(one.follow_up) },
        ]}
      />
    </Section>
  );
}
