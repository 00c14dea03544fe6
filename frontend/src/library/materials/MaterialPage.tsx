/** One piece of material: readable without signing in, because it is what the intranet links to. */
import { Redirect, useParams } from "wouter";
import { Await } from "../../Await";
import { useMe } from "../../api/session";
import { to } from "../../paths";
import { Tag } from "../../ui/Badge";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { MaterialBody } from "./MaterialBody";
import { type Material, useMaterial, wordsOf } from "./reading";
import { t } from "./texts";

export function MaterialPage() {
  const { id = "" } = useParams<{ id: string }>();
  return <Await query={useMaterial(id)}>{(material) => <Shown material={material} />}</Await>;
}

function Shown({ material }: { material: Material }) {
  const signedIn = Boolean(useMe().data);
  // What is written about a tool stands on the tool's page.
  if (material.tool_key) return <Redirect to={to.tool(material.tool_key)} replace />;
  const { title, summary, summaryLang } = wordsOf(material);
  return (
    <Page
      title={title}
      crumbs={[{ href: to.library, label: t.library }]}
      lead={<span lang={summaryLang}>{summary}</span>}
      badge={<Tag>{t.kinds[material.kind]}</Tag>}
      width="text"
    >
      <Section tight>
        <MaterialBody material={material} signedIn={signedIn} level={2} />
      </Section>
    </Page>
  );
}
