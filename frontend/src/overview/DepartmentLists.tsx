/** A department's trials, next follow-ups and agreements, each with the one act that belongs to it. */
import { useQuery } from "@tanstack/react-query";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useSignedIn } from "../api/session";
import { AgreementRows, FollowUpDates } from "../followups/parts";
import { to } from "../paths";
import { TrialRow } from "../trial_actions/parts";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { t } from "./texts";

type Department = Schemas["DepartmentOut"];
const SHOWN = 8;
/** What lives stands first; within a state the newest. */
const ORDER = ["running", "tried", "planned", "draft", "evaluated", "cancelled"];
const byLife = (one: { state: string }, other: { state: string }) =>
  ORDER.indexOf(one.state) - ORDER.indexOf(other.state);

export function Trials({ here }: { here: Department }) {
  const query = useQuery({
    queryKey: ["trials", { department: here.id }],
    queryFn: () =>
      ask(api.GET("/api/trial-actions", { params: { query: { department: here.id, limit: 100 } } })),
  });
  const starts = here.can.includes("draft");
  const action = here.can.includes("suggest") && (
    <LinkButton kind="quiet" href={to.newTrial(here.id)}>
      {starts ? t.department.newTrial : t.department.suggest}
    </LinkButton>
  );
  return (
    <Section title={t.department.trials} actions={action} ruled>
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.department.noTrials}>{t.department.noTrialsText}</Empty>
          ) : (
            <>
              <Rows label={t.department.trials}>
                {[...items]
                  .sort(byLife)
                  .slice(0, SHOWN)
                  .map((trial) => (
                    <TrialRow key={trial.id} trial={trial} />
                  ))}
              </Rows>
              {items.length > SHOWN && (
                <p className="section__act">
                  <TextLink href={`${to.trials}?afdeling=${here.id}`}>{t.department.allTrials}</TextLink>
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
      {t.department.plan}
    </LinkButton>
  );
  return (
    <Section title={t.department.followUps} actions={action} ruled>
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.department.noFollowUps}>{t.department.noFollowUpsText}</Empty>
          ) : (
            <FollowUpDates items={items} now={today} />
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
      {t.department.newAgreement}
    </LinkButton>
  );
  return (
    <Section title={t.department.agreements} actions={action} ruled>
      <Await query={query} part>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft section__act">{t.department.noAgreements}</p>
          ) : (
            <AgreementRows items={items} now={today} />
          )
        }
      </Await>
    </Section>
  );
}
