/** HR and one department: when it begins, who follows it, what was talked about. The department reads it too. */
import { useState } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { to } from "../paths";
import { Button, TextLink } from "../ui/Button";
import { Columns, Page } from "../ui/Page";
import { LinkRows, TimeLine } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { ContactForm } from "./ContactForm";
import { CorrectContact } from "./CorrectContact";
import { PlanForm } from "./PlanForm";
import { type Rollout, useDepartmentRollout } from "./reading";
import { t } from "./texts";
import { reasonWords } from "./words";

export function DepartmentRolloutPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useDepartmentRollout(id)}>{(rollout) => <One key={id} id={id} rollout={rollout} />}</Await>
  );
}

function One({ id, rollout }: { id: string; rollout: Rollout }) {
  const plans = rollout.can.includes("plan");
  const { department } = rollout;
  const [correcting, setCorrecting] = useState("");
  const wrong = rollout.contacts.find((one) => one.id === correcting);
  return (
    <Page
      title={plans ? t.one.title(department.name) : t.one.forDepartment}
      crumbs={[
        ...(plans ? [{ href: to.rollout, label: t.title }] : []),
        { href: to.department(department.id), label: department.name },
      ]}
      current={plans ? t.one.current : t.one.forDepartment}
      lead={plans ? undefined : whoAndWhen(rollout)}
      width={plans ? "normal" : "text"}
    >
      {plans ? (
        <Columns wide aside={<Before rollout={rollout} onCorrect={setCorrecting} />}>
          <Reasons rollout={rollout} />
          <Section title={wrong ? t.one.correctTitle : t.one.talked} tight>
            {wrong ? (
              <CorrectContact
                key={wrong.id}
                id={id}
                rollout={rollout}
                contact={wrong}
                onClose={() => setCorrecting("")}
              />
            ) : (
              <ContactForm id={id} rollout={rollout} />
            )}
          </Section>
          <Section title={t.one.plan}>
            <PlanForm id={id} rollout={rollout} />
          </Section>
        </Columns>
      ) : (
        <Before rollout={rollout} />
      )}
    </Page>
  );
}

const whoAndWhen = ({ hr_contact, stage, planned_start }: Rollout): string | undefined => {
  const who = hr_contact ? t.one.calls(hr_contact.name) : t.one.nobodyYet;
  return stage === "planned" && planned_start ? `${who} ${t.planned(t.quarter(planned_start))}.` : who;
};

function Reasons({ rollout }: { rollout: Rollout }) {
  const { today } = useSignedIn();
  const { id } = rollout.department;
  if (rollout.reasons.length === 0) return <p className="soft">{t.one.nothing}</p>;
  const waits = rollout.reasons.some(({ code }) => code === "help_wanted");
  return (
    <Panel tone={waits ? "warm" : "tint"} title={t.one.why}>
      <ul className="plain-list reasons">
        {rollout.reasons.map((reason) => (
          <li key={reason.code}>{reasonWords(reason, today)}</li>
        ))}
      </ul>
      {waits && (
        <p className="no-print">
          <TextLink href={to.help(id)}>{t.one.help}</TextLink>
        </p>
      )}
    </Panel>
  );
}

interface BeforeProps {
  rollout: Rollout;
  onCorrect?: (contact: string) => void;
}

function Before({ rollout, onCorrect }: BeforeProps) {
  const { id } = rollout.department;
  const { today } = useSignedIn();
  const plans = rollout.can.includes("plan");
  return (
    <>
      <Section title={t.one.before} size={3}>
        {rollout.contacts.length === 0 ? (
          <p className="soft">{t.one.noneBefore}</p>
        ) : (
          <TimeLine
            items={rollout.contacts.map((one) => ({
              key: one.id,
              when: shortDay(one.on, today),
              what: (
                <>
                  {t.one.ways[one.way]}
                  {one.note && <span className="talk">{one.note}</span>}
                  {one.by && <span className="rollout-note">{t.one.by(one.by.name)}</span>}
                  {onCorrect && one.can.includes("correct") && (
                    <Button kind="link" onClick={() => onCorrect(one.id)}>
                      {t.one.correct}
                      <span className="visually-hidden">: {t.one.ways[one.way]}</span>
                    </Button>
                  )}
                </>
              ),
            }))}
          />
        )}
      </Section>
      <LinkRows
        items={[
          { href: to.department(id), label: t.one.seeDepartment, icon: "chart" },
          plans
            ? { href: to.newSession(id), label: t.one.session, icon: "people" }
            : { href: to.help(id), label: t.one.ask, icon: "people" },
        ]}
      />
    </>
  );
}
