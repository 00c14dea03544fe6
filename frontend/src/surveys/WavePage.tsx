/** One wave: its way, what will probably be shown, who sees what and when, and in the end the receipt. */
import { useParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { addDays, span } from "../dates";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Columns, Page } from "../ui/Page";
import { FactList } from "../ui/Rows";
import { Panel, Section } from "../ui/Section";
import { crumbsOf } from "./crumbs";
import { InTheWay, Prospects } from "./Prospects";
import { x } from "./pathTexts";
import { Receipt } from "./Receipt";
import { hmuWords } from "./said";
import { answering, departmentsOf } from "./units";
import { Annul } from "./WaveMoves";
import { WavePath } from "./WavePath";
import { useWave, type Wave } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

export function WavePage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useWave(id)}>{(wave) => <Shown key={id} wave={wave} />}</Await>;
}

function Shown({ wave }: { wave: Wave }) {
  const departments = departmentsOf(wave.nodes);
  const over = wave.state === "closed" && wave.destroyed_at !== null;
  const days = span(wave.opens_on, wave.closes_on);
  const phase = wave.nodes.find((one) => one.phase)?.phase ?? "before";
  return (
    <Page
      title={w.named(wave.place.name)}
      crumbs={crumbsOf(wave)}
      current={w.wave}
      lead={departments.size > 1 ? x.lead.many(departments.size, days) : x.lead.one(w.phased[phase], days)}
    >
      {wave.annulled_on ? (
        <Annulled wave={wave} on={wave.annulled_on} />
      ) : (
        <Columns wide aside={<Aside wave={wave} departments={departments} />}>
          {over && <Results wave={wave} departments={departments} />}
          <InTheWay obstacles={wave.obstacles} nodes={wave.nodes} departments={departments} />
          {over && <Receipt wave={wave} />}
          <Section title={x.path} tight={!over}>
            <WavePath wave={wave} />
          </Section>
          {(wave.state === "draft" || wave.state === "planned") && (
            <Prospects nodes={wave.nodes} departments={departments} tone="quiet" />
          )}
          {wave.can.includes("annul") && (
            <div className="section no-print">
              <Annul key={wave.version} wave={wave} />
            </div>
          )}
        </Columns>
      )}
    </Page>
  );
}

function Annulled({ wave, on }: { wave: Wave; on: string }) {
  return (
    <Section tight>
      <Panel tone="quiet" title={x.annulled(on)}>
        <p>{x.annulledText}</p>
        {wave.reason && <p>{x.reason(wave.reason)}</p>}
      </Panel>
    </Section>
  );
}

/** The way to each department's result; that page says from when the reader may see it. */
function Results({ wave, departments }: { wave: Wave; departments: Set<string> }) {
  const { today } = useSignedIn();
  const nodes = wave.nodes.filter((one) => departments.has(one.id) && one.read);
  const [only] = nodes;
  return (
    <Panel tone="tint" title={wave.dialogue_on <= today ? x.resultNow : x.resultSoon(wave.dialogue_on)}>
      <p>{x.dialogue}</p>
      {nodes.length === 1 && only ? (
        <p className="section__act no-print">
          <LinkButton kind="filled" href={to.result(wave.id, only.id)}>
            {x.result}
          </LinkButton>
        </p>
      ) : (
        <ul className="plain-list wave-results no-print">
          {nodes.map((one) => (
            <li key={one.id}>
              <LinkButton kind="link" href={to.result(wave.id, one.id)}>
                {one.name}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Aside({ wave, departments }: { wave: Wave; departments: Set<string> }) {
  return (
    <>
      <Section title={w.whoSees} size={3}>
        <FactList
          items={[
            { label: w.sees.first, value: w.sees.from(addDays(wave.closes_on, 1)) },
            { label: w.sees.all, value: w.sees.dialogue(wave.dialogue_on) },
            { label: w.sees.hmu, value: hmuWords(wave) },
          ]}
        />
      </Section>
      <Together wave={wave} departments={departments} />
      {wave.state === "open" && (
        <p className="no-print">
          <a className="link" href={`/svar/${wave.id}?tablet`}>
            {w.tablet}
          </a>
        </p>
      )}
      <p className="no-print">
        <a className="link" href="/tillid">
          {w.trust}
        </a>
      </p>
    </>
  );
}

/** The units, and who answers with each of them. */
function Together({ wave, departments }: { wave: Wave; departments: Set<string> }) {
  const all = answering(wave.nodes, departments);
  const names = new Map(wave.nodes.map((one) => [one.id, one.name]));
  return (
    <Section title={w.forWhom} size={3}>
      <FactList
        items={all.flatMap(({ department, nodes }) =>
          nodes
            .filter((one) => one.unit_id === one.id)
            .map((unit) => {
              const withIt = nodes.filter((one) => one.unit_id === unit.id && one.id !== unit.id);
              const listed = withIt.map((one) =>
                one.id === department.id ? w.direct(department.name) : (names.get(one.id) ?? ""),
              );
              return {
                key: unit.id,
                label: unit.name,
                value: [w.people(unit.unit_heads), ...(listed.length > 0 ? [w.and(listed)] : [])].join(": "),
              };
            }),
        )}
      />
    </Section>
  );
}
