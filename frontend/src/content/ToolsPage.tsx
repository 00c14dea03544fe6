/** The tool library: readable without signing in, because it is what the intranet links to. */

import { Await } from "../Await";
import { useMe } from "../api/session";
import { inLanguage } from "../i18n";
import { Shelf } from "../library/materials/parts";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { FilterSelect, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Columns, Page } from "../ui/Page";
import { Rows } from "../ui/Rows";
import { type ListColumn, SaveList } from "../ui/SaveList";
import { Section } from "../ui/Section";
import "./content.scss";
import { CARDS, type Content, IdeaRow, named, type Tool, ToolRow, useContent, useStatements } from "./parts";
import { t } from "./texts";

const NONE = { faktor: "" };

export function ToolsPage() {
  return <Await query={useContent()}>{(content) => <Library content={content} />}</Await>;
}

function Library({ content }: { content: Content }) {
  const [filters, setFilter] = useFilters(NONE);
  const tops = content.tools.filter((tool) => tool.parent === null);
  // A sub-item stands under its tool, unless the filter asks for it by itself.
  const tools = filters.faktor ? content.tools.filter((tool) => tool.factors.includes(filters.faktor)) : tops;
  return (
    <Page title={t.library} lead={t.libraryLead(tops.length)}>
      <Columns aside={<Beside content={content} />}>
        <Section
          title={t.tools}
          lead={<span role="status">{t.shown(tools.length)}</span>}
          actions={
            <div className="factor-filter">
              <FilterSelect
                label={t.factor}
                value={filters.faktor}
                onChange={(factor) => setFilter("faktor", factor)}
                options={content.factors.map((factor) => ({
                  value: factor.key,
                  label: inLanguage(factor.title),
                }))}
              />
            </div>
          }
          ruled
        >
          {tools.length === 0 ? (
            <Empty title={t.noTools} action={<LinkButton href={to.library}>{t.showAll}</LinkButton>} />
          ) : (
            <Rows label={t.tools}>
              {tools.map((tool) => (
                <ToolRow key={tool.key} tool={tool} content={content} />
              ))}
            </Rows>
          )}
          <SaveList title={t.tools} rows={tools} columns={columnsOf(content)} />
        </Section>
        <Ideas content={content} factor={filters.faktor} />
        <Shelf />
      </Columns>
    </Page>
  );
}

const columnsOf = (content: Content): ListColumn<Tool>[] => [
  { title: t.tool, cell: ({ title }) => inLanguage(title) },
  { title: t.whatItIs, cell: ({ summary }) => inLanguage(summary) },
  { title: t.suits, cell: ({ factors }) => named(content.factors, factors).join(", ") },
];

function Ideas({ content, factor }: { content: Content; factor: string }) {
  const home = useMe().data?.home?.id;
  const ideas = content.trial_ideas.filter((idea) => !factor || idea.factors.includes(factor));
  return (
    <Section title={t.ideas} lead={t.ideasLead} ruled>
      {ideas.length === 0 ? (
        <Empty title={t.noIdeas} />
      ) : (
        <Rows label={t.ideas}>
          {ideas.map((idea) => (
            <IdeaRow key={idea.key} idea={idea} content={content} home={home} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Beside({ content }: { content: Content }) {
  const statements = useStatements(content);
  const me = useMe().data;
  return (
    <>
      {me && (
        <Section title={t.toExperiences} size={3}>
          <p className="soft">{t.toExperiencesText}</p>
          <p className="section section--tight">
            <LinkButton href={to.experiences()}>{t.openExperiences}</LinkButton>
          </p>
        </Section>
      )}
      <Section title={t.toAbout} size={3}>
        <p className="soft">{t.toAboutText(content.factors.length)}</p>
        <p className="section section--tight">
          <LinkButton href={to.about}>{t.openAbout}</LinkButton>
        </p>
      </Section>
      <Section title={t.toCards} size={3}>
        <p className="soft">{t.toCardsText(statements.length)}</p>
        <p className="section section--tight">
          <LinkButton href={CARDS}>{t.openCards}</LinkButton>
        </p>
      </Section>
    </>
  );
}
