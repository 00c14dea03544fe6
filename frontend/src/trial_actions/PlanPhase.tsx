/** Plan: the three sentences in large type, the rest under Mere. */
import { longDay, span } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { type Fact, Facts } from "../ui/Rows";
import { More, Phase } from "../ui/Section";
import { type Trial, useContent } from "./reading";
import { t } from "./texts";

export function PlanPhase({ trial }: { trial: Trial }) {
  const sentences = (["change", "prediction", "measure"] as const).map((name) => ({
    key: name,
    label: t.plan[name],
    value: trial[name] || <span className="soft">{t.plan.notYet}</span>,
  }));
  const facts = whenAndWhere(trial);
  return (
    <Phase title={t.plan.title} under={t.plan.three} open={trial.state === "draft"}>
      <Facts items={sentences} large />
      {facts.length > 0 && <Facts items={facts} columns />}
      {trial.warnings.includes("longer_than_three_months") && <p className="soft">{t.plan.long}</p>}
      <MorePlan trial={trial} />
      {trial.can.includes("edit_plan") && (
        <p className="no-print">
          <TextLink href={to.editTrial(trial.id)}>{editWords(trial)}</TextLink>
        </p>
      )}
    </Phase>
  );
}

function editWords({ state, can, suggested_by }: Trial): string {
  if (state === "running") return t.plan.editRunning;
  return suggested_by && !can.includes("plan") && state === "draft" ? t.plan.editSuggestion : t.plan.edit;
}

function whenAndWhere({ starts_on, ends_on, where }: Trial): Fact[] {
  const facts: Fact[] = [];
  if (starts_on && ends_on) facts.push({ label: t.plan.when, value: span(starts_on, ends_on) });
  else if (starts_on) facts.push({ label: t.plan.starts, value: longDay(starts_on) });
  if (where) facts.push({ label: t.plan.where, value: where });
  return facts;
}

/** Only what somebody has written; nothing asks to be filled in here. */
function MorePlan({ trial }: { trial: Trial }) {
  const content = useContent().data;
  const named = (all: readonly { key: string; title: { da: string; en: string } }[] = [], keys: string[]) =>
    all.filter((one) => keys.includes(one.key)).map((one) => inLanguage(one.title));
  const texts: [string, string | null][] = [
    [t.plan.situation, trial.situation],
    [t.plan.aim, trial.aim],
    [t.plan.forWhom, trial.for_whom],
    [t.plan.dataPlan, trial.data_plan],
    [t.plan.factors, named(content?.factors, trial.factors).join("\n")],
    [t.plan.dimensions, named(content?.dimensions, trial.dimensions).join("\n")],
    [
      t.plan.evaluateOn,
      trial.evaluate_on && trial.evaluate_on !== trial.ends_on ? longDay(trial.evaluate_on) : null,
    ],
  ];
  const facts: Fact[] = texts.filter(([, value]) => value).map(([label, value]) => ({ label, value }));
  const tools = content?.tools.filter((tool) => trial.tools.includes(tool.key)) ?? [];
  if (tools.length > 0) facts.push({ label: t.plan.tools, value: <ToolLinks tools={tools} /> });
  if (facts.length === 0) return null;
  return (
    <More label={t.plan.more(facts.slice(0, 3).map((fact) => String(fact.label)))}>
      <Facts items={facts} />
    </More>
  );
}

function ToolLinks({ tools }: { tools: readonly { key: string; title: { da: string; en: string } }[] }) {
  return (
    <ul className="plain-list">
      {tools.map((tool) => (
        <li key={tool.key}>
          <TextLink href={to.tool(tool.key)}>{inLanguage(tool.title)}</TextLink>
        </li>
      ))}
    </ul>
  );
}
