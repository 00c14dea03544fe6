/** A department's trials, next follow-ups and agreements, each with the one act that belongs to it. */
import { useQuery } from "@tanstack/react-query";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { AgreementRows, FollowUpDates, SavedAgreements, SavedFollowUps } from "../followups/parts";
import { to } from "../paths";
import { TrialRow } from "../trial_actions/parts";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { dept } from "./departmentTexts";

export type Department = Schemas["DepartmentOut"];
const SHOWN = 8;
/** What lives stands first; within a state the newest. */
const ORDER = ["running", "tried", "planned", "draft", "evaluated", "cancelled"];
const byLife = (one: { state: string }, other: { state: string }) =>
  ORDER.indexOf(one.state) - ORDER.indexOf(other.state);

export function Trials({ here }: { here: Department }) {
  const query = useQuery({
    queryKey: ["trials", { department: here.id }],
    queryFn: () =>
      ask(
        api.GET("/api/trial-actions", {
          // What stands above the departments shows its own; theirs stand with them.
          params: { query: { department: here.id, beneath: here.walks !== "outside", limit: 100 } },
        }),
      ),
  });
  const starts = here.can.includes("draft");
  const action = here.can.includes("suggest") && (
    <LinkButton kind="quiet" href={to.newTrial(here.id)}>
      {starts ? dept.newTrial : dept.suggest}
    </LinkButton>
  );
  return (
    <Section title={dept.trials} actions={action} ruled>
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={dept.noTrials}>{here.closed_on === null && dept.noTrialsText}</Empty>
          ) : (
            <>
              <Rows label={dept.trials}>
                {[...items]
                  .sort(byLife)
                  .slice(0, SHOWN)
                  .map((trial) => (
                    <TrialRow key={trial.id} trial={trial} />
                  ))}
              </Rows>
              {items.length > SHOWN && (
                <p className="section__act">
                  <TextLink href={`${to.trials}?department=${here.id}`}>{dept.allTrials}</TextLink>
                </p>
              )}
            </>
          )
        }
      </Await>
    </Section>
  );
}

export function FollowUps({ here }: { here: Department }) {
  const { today } = useSignedIn();
  const query = useQuery({
    queryKey: ["follow-ups", { department: here.id, state: "planned" }],
    queryFn: () =>
      ask(
        api.GET("/api/follow-ups", {
          params: { query: { department: here.id, state: "planned", limit: SHOWN } },
        }),
      ),
  });
  const action = here.can.includes("record") && (
    <LinkButton kind="quiet" href={to.newFollowUp(here.id)}>
      {dept.plan}
    </LinkButton>
  );
  return (
    <Section title={dept.followUps} actions={action} ruled>
      <Await query={query} part>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={dept.noFollowUps}>{dept.noFollowUpsText}</Empty>
          ) : (
            <>
              <FollowUpDates items={items} now={today} />
              <SavedFollowUps department={here} items={items} more={next !== null} />
            </>
          )
        }
      </Await>
    </Section>
  );
}

export function Agreements({ here }: { here: Department }) {
  const { today } = useSignedIn();
  const query = useQuery({
    queryKey: ["agreements", { department: here.id, state: "open" }],
    queryFn: () =>
      ask(api.GET("/api/agreements", { params: { query: { department: here.id, state: "open" } } })),
  });
  const action = here.can.includes("promise") && (
    <LinkButton kind="quiet" href={to.newAgreement(here.id)}>
      {dept.newAgreement}
    </LinkButton>
  );
  return (
    <Section title={dept.agreements} actions={action} ruled>
      <Await query={query} part>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className="soft section__act">{dept.noAgreements}</p>
          ) : (
            <>
              <AgreementRows items={items} now={today} />
              <SavedAgreements department={here} items={items} more={next !== null} />
            </>
          )
        }
      </Await>
    </Section>
  );
}
