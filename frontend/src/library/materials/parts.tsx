/**
 * Material where tools stand.
 *   <Shelf />                          all material, on the library's page
 *   <OursAboutTool tool={tool.key} />  how the hospital uses a tool: words, links, files
 *   <DescribeTool tool={tool.key} />   the way there, while nobody has written it
 *   <UsedIn tool={tool.key} />         "Brugt i 7 prøvehandlinger", which leads to those one may see
 */
import { Await } from "../../Await";
import { useMe } from "../../api/session";
import { to } from "../../paths";
import { LinkButton, TextLink } from "../../ui/Button";
import { Empty } from "../../ui/Notice";
import { Row, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { MaterialBody } from "./MaterialBody";
import { KINDS, type MaterialBrief, useAboutTool, useMaterials, wordsOf } from "./reading";
import { t } from "./texts";

export function Shelf() {
  return (
    <Await query={useMaterials()} part>
      {({ items, can }) => {
        const own = items.filter((item) => item.kind !== "tool");
        const writes = can.includes("add");
        return (
          <Section
            title={t.shelf}
            id="materiale"
            lead={t.shelfLead}
            ruled
            actions={writes && <LinkButton href={to.newMaterial()}>{t.write}</LinkButton>}
          >
            {own.length === 0 ? (
              <Empty title={t.none}>{writes ? t.noneKeeper : t.noneText}</Empty>
            ) : (
              KINDS.map((kind) => (
                <OneKind key={kind} kind={kind} items={own.filter((item) => item.kind === kind)} />
              ))
            )}
          </Section>
        );
      }}
    </Await>
  );
}

function OneKind({ kind, items }: { kind: MaterialBrief["kind"]; items: readonly MaterialBrief[] }) {
  if (items.length === 0) return null;
  return (
    <Rows label={t.kinds[kind]}>
      {items.map((item) => {
        const { title, titleLang, summary, summaryLang } = wordsOf(item);
        const counts = t.counts(item.files, item.links);
        return (
          <Row
            key={item.id}
            title={<span lang={titleLang}>{title}</span>}
            href={to.material(item.id)}
            text={<span lang={summaryLang}>{summary}</span>}
            meta={[t.kinds[kind], counts].filter(Boolean).join(" · ")}
          />
        );
      })}
    </Rows>
  );
}

export function OursAboutTool({ tool }: { tool: string }) {
  const signedIn = Boolean(useMe().data);
  return (
    <Await query={useAboutTool(tool)} part>
      {({ material }) => {
        if (material) {
          return (
            <Section title={t.ours} ruled>
              <MaterialBody material={material} lead signedIn={signedIn} level={3} />
            </Section>
          );
        }
        return null;
      }}
    </Await>
  );
}

export function DescribeTool({ tool }: { tool: string }) {
  const about = useAboutTool(tool).data;
  if (!about?.can.includes("add")) return null;
  return (
    <Section title={t.ours} lead={t.describeText}>
      <LinkButton href={to.newMaterial("tool", tool)}>{t.describe}</LinkButton>
    </Section>
  );
}

export function UsedIn({ tool }: { tool: string }) {
  const about = useAboutTool(tool).data;
  const signedIn = Boolean(useMe().data);
  if (!about) return null;
  const words = t.usedIn(about.used_in);
  return (
    <p className="meta">
      {signedIn && about.used_in > 0 ? <TextLink href={to.trialsWithTool(tool)}>{words}</TextLink> : words}
    </p>
  );
}
