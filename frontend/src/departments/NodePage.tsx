/** One node for its administrator: what it is, what stands beneath it, what is on the way, what can be done. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { longDay } from "../dates";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { FactList, LinkRows, Row, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { Changes } from "./Changes";
import { n } from "./nodeTexts";
import { kindWords, o, wayWords } from "./organisationTexts";
import { ClosedNote, Continues } from "./parts";
import { type Department, nodeQuery } from "./reading";

export function NodePage() {
  const { id = "" } = useParams();
  return <Await query={useQuery(nodeQuery(id))}>{(here) => <Node key={here.id} here={here} />}</Await>;
}

export const crumbsOf = (here: Department) => [
  { href: to.administration, label: o.administration },
  { href: to.organisation, label: o.organisation },
  ...here.parents.map((node) => ({ href: to.node(node.id), label: node.name })),
];

function Node({ here }: { here: Department }) {
  const open = here.closed_on === null;
  const manages = here.can.includes("manage_tree");
  return (
    <Page
      title={here.name}
      crumbs={crumbsOf(here)}
      meta={`${kindWords(here.kind)}. ${wayWords(here.walks, here.parents.at(-1)?.name)}.`}
      actions={open && manages && <LinkButton href={to.nodeAct(here.id, "ret")}>{n.edit}</LinkButton>}
    >
      <ClosedNote here={here} />
      <Continues here={here} />
      <Columns wide aside={<Aside here={here} />}>
        <Changes of={here.id} />
        {open && manages && <Acts here={here} />}
        <Beneath here={here} adds={open && manages} />
      </Columns>
    </Page>
  );
}

function Aside({ here }: { here: Department }) {
  const parent = here.parents.at(-1);
  return (
    <>
      <Section title={n.facts} size={3}>
        <FactList
          items={[
            {
              label: n.above,
              value: parent ? <TextLink href={to.node(parent.id)}>{parent.name}</TextLink> : n.top,
            },
            { label: n.code, value: here.code },
            { label: n.headcount, value: here.headcount > 0 ? here.headcount : n.unknown },
            ...(here.pilot ? [{ label: n.pilot, value: n.isPilot }] : []),
            ...(here.valid_from ? [{ label: n.from, value: longDay(here.valid_from) }] : []),
            ...(here.closed_on ? [{ label: n.closed, value: longDay(here.closed_on) }] : []),
          ]}
        />
      </Section>
      <LinkRows items={[{ href: to.department(here.id), label: n.see, icon: "arrow" }]} />
    </>
  );
}

function Acts({ here }: { here: Department }) {
  const rooted = here.parents.length > 0;
  return (
    <Section title={n.change} lead={n.changeLead} ruled>
      <Rows label={n.change}>
        {Object.entries(n.acts)
          .filter(([act]) => rooted || act === "trin")
          .map(([act, { title, text }]) => (
            <Row key={act} title={title} href={to.nodeAct(here.id, act)} text={text} />
          ))}
      </Rows>
    </Section>
  );
}

function Beneath({ here, adds }: { here: Department; adds: boolean }) {
  return (
    <Section
      title={n.beneath}
      ruled
      actions={
        adds && (
          <LinkButton kind="quiet" href={to.newNode(here.id)}>
            {n.addBeneath}
          </LinkButton>
        )
      }
    >
      {here.sections.length === 0 ? (
        <Empty title={n.noneBeneath} />
      ) : (
        <Rows label={n.beneath}>
          {here.sections.map((node) => (
            <Row
              key={node.id}
              title={node.name}
              href={to.node(node.id)}
              meta={wayWords(node.walks, here.name)}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
