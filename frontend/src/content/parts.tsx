/**
 * The content pack, and how tools and ready trials stand in lists.
 *   const content = useContent();                              <Await query={content}>{(c) => ...}</Await>
 *   <ToolRow tool={tool} content={content} />                  in <Rows>
 *   <IdeaRow idea={idea} content={content} home={me?.home?.id} />
 *   const statements = useStatements(content)                  the seven, as the hospital words them
 *   named(content.factors, trial.factors)                      titles of keys, in the pack's order
 */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, ask, type Schemas } from "../api/client";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { Facts, Row } from "../ui/Rows";
import { Heading } from "../ui/Section";
import { t } from "./texts";

export type Content = Schemas["ContentOut"];
export type Tool = Schemas["ToolBriefOut"];
export type Idea = Schemas["TrialIdea"];

/** Where the dialogue cards are. */
export const CARDS = to.cards;

/** The content pack; it changes with a new release only. */
export function useContent() {
  return useQuery({
    queryKey: ["content"],
    queryFn: () => ask(api.GET("/api/content")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * The seven statements as the hospital words them. Until its choice has come, as the first version has them: the
 * versions differ in two misprints.
 */
export function useStatements(content: Content | undefined): Content["instruments"][number]["statements"] {
  const chosen = useQuery({
    queryKey: ["wording"],
    queryFn: () => ask(api.GET("/api/waves/wording")),
  }).data?.instrument;
  const versions = content?.instruments ?? [];
  return (versions.find(({ key }) => key === chosen) ?? versions[0])?.statements ?? [];
}

interface Titled {
  key: string;
  title: Schemas["Text"];
}

/** Titles of the entries that have one of these keys. */
export const named = (entries: readonly Titled[], keys: readonly string[]): string[] =>
  entries.filter((entry) => keys.includes(entry.key)).map((entry) => inLanguage(entry.title));

export function ToolRow({ tool, content, level }: { tool: Tool; content: Content; level?: 2 | 3 }) {
  const parent = content.tools.find((one) => one.key === tool.parent);
  const subItems = content.tools.filter((one) => one.parent === tool.key);
  return (
    <Row
      title={inLanguage(tool.title)}
      href={to.tool(tool.key)}
      text={inLanguage(tool.summary)}
      meta={
        <>
          {t.suits}: {named(content.factors, tool.factors).join(", ")}
          {subItems.length > 0 && <OtherTools label={t.subItems} tools={subItems} />}
          {parent && <OtherTools label={t.parent} tools={[parent]} />}
        </>
      }
      level={level}
    />
  );
}

function OtherTools({ label, tools }: { label: string; tools: readonly Tool[] }) {
  return (
    <>
      <br />
      {label}:{" "}
      {tools.map((tool, index) => (
        <span key={tool.key}>
          {index > 0 && ", "}
          <Link href={to.tool(tool.key)}>{inLanguage(tool.title)}</Link>
        </span>
      ))}
    </>
  );
}

interface IdeaRowProps {
  idea: Idea;
  content: Content;
  /** The reader's own department, where the trial can be begun. */
  home: string | undefined;
}

/** A ready trial: what is tried at once, the rest where it stands. */
export function IdeaRow({ idea, content, home }: IdeaRowProps) {
  const tools = content.tools.filter((tool) => idea.tools.includes(tool.key));
  const facts = [
    { label: t.prediction, value: inLanguage(idea.prediction) },
    { label: t.measure, value: inLanguage(idea.measure) },
    { label: t.lasts, value: t.length[idea.length] },
    {
      label: t.toolsInIdea,
      value: tools.map((tool, index) => (
        <span key={tool.key}>
          {index > 0 && ", "}
          <TextLink href={to.tool(tool.key)}>{inLanguage(tool.title)}</TextLink>
        </span>
      )),
    },
  ];
  return (
    <li className="row">
      <div className="row__words">
        <Heading level={3} size={4}>
          {inLanguage(idea.title)}
        </Heading>
        <p className="row__text">
          {t.change} {inLanguage(idea.change)}
        </p>
        <details className="more">
          <summary>
            {t.wholeIdea}
            <span className="visually-hidden">: {inLanguage(idea.title)}</span>
          </summary>
          <div className="more__body">
            <Facts items={facts} />
            {home && (
              <p className="section section--tight">
                <LinkButton href={`${to.newTrial(home)}?ide=${idea.key}`}>{t.tryIt}</LinkButton>
              </p>
            )}
          </div>
        </details>
      </div>
    </li>
  );
}
