/** One tool: when it helps, how to begin, what belongs to it, and ready trials that use it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { useMe } from "../api/session";
import { inLanguage } from "../i18n";
import { DescribeTool, OursAboutTool, UsedIn } from "../library/materials/parts";
import { to } from "../paths";
import { Columns, Page } from "../ui/Page";
import { FactList, Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { type Content, IdeaRow, ToolRow, useContent } from "./parts";
import "./content.scss";
import { t } from "./texts";

export function ToolPage() {
  const { key = "" } = useParams<{ key: string }>();
  const content = useContent();
  const tool = useQuery({
    queryKey: ["tool", key],
    queryFn: () => ask(api.GET("/api/tools/{key}", { params: { path: { key } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Await query={tool}>
      {(found) => <Await query={content}>{(all) => <OneTool tool={found} content={all} />}</Await>}
    </Await>
  );
}

function OneTool({ tool, content }: { tool: Schemas["ToolOut"]; content: Content }) {
  const home = useMe().data?.home?.id;
  const parent = content.tools.find((one) => one.key === tool.parent);
  const crumbs = [{ href: to.library, label: t.library }];
  if (parent) crumbs.push({ href: to.tool(parent.key), label: inLanguage(parent.title) });
  return (
    <Page title={inLanguage(tool.title)} crumbs={crumbs} lead={inLanguage(tool.summary)}>
      <Columns aside={<Suits tool={tool} content={content} />}>
        <OursAboutTool tool={tool.key} />
        <Section title={t.when}>
          <p className="measure">{inLanguage(tool.when)}</p>
        </Section>
        <Section title={t.how}>
          <div className="prose">
            <ol>
              {tool.how.map((one) => (
                <li key={one.da}>{inLanguage(one)}</li>
              ))}
            </ol>
          </div>
        </Section>
        <DescribeTool tool={tool.key} />
        {tool.sub_items.length > 0 && (
          <Section title={t.subItems} ruled>
            <Rows label={t.subItems}>
              {tool.sub_items.map((one) => (
                <ToolRow key={one.key} tool={{ ...one, parent: null }} content={content} />
              ))}
            </Rows>
          </Section>
        )}
        {tool.trial_ideas.length > 0 && (
          <Section title={t.ideas} lead={t.ideasLead} ruled>
            <Rows label={t.ideas}>
              {tool.trial_ideas.map((idea) => (
                <IdeaRow key={idea.key} idea={idea} content={content} home={home} />
              ))}
            </Rows>
          </Section>
        )}
      </Columns>
    </Page>
  );
}

function Suits({ tool, content }: { tool: Schemas["ToolOut"]; content: Content }) {
  const factors = content.factors.filter((factor) => tool.factors.includes(factor.key));
  const dimensions = content.dimensions.filter((dimension) => tool.dimensions.includes(dimension.key));
  return (
    <Section title={t.suits} size={3}>
      <FactList
        items={[
          {
            label: t.factorsLabel,
            value: (
              <ul className="plain">
                {factors.map((factor) => (
                  <li key={factor.key}>
                    <Link href={`${to.library}?faktor=${factor.key}`}>{inLanguage(factor.title)}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t.dimensionsLabel,
            value: (
              <ul className="plain">
                {dimensions.map((dimension) => (
                  <li key={dimension.key}>{inLanguage(dimension.label)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <UsedIn tool={tool.key} />
      <p className="meta">{t.ownWords}</p>
    </Section>
  );
}
