/** The text of an experience, as it is told and as it is corrected. */
import type { Schemas } from "../api/client";
import type { Problem } from "../api/refusals";
import { useContent } from "../content/parts";
import type { Draft } from "../drafts";
import { inLanguage } from "../i18n";
import { CheckboxGroup } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { TextArea, TextField } from "../ui/Field";
import { More } from "../ui/Section";
import { t } from "./texts";

export interface Values {
  title: string;
  did: string;
  learned: string;
  advice: string;
  factors: string[];
  tools: string[];
}

export const EMPTY: Values = { title: "", did: "", learned: "", advice: "", factors: [], tools: [] };

export const bodyOf = (values: Values): Schemas["ExperienceIn"] => ({
  ...values,
  advice: values.advice.trim() || null,
});

export const wrongIn = ({ title }: Values): Problem[] =>
  title.trim() ? [] : [{ field: "title", words: t.form.titleProblem }];

interface Props {
  draft: Draft<Values>;
  problems: Problem[];
}

export function ExperienceFields({ draft, problems }: Props) {
  const content = useContent().data;
  const { values, set } = draft;
  const options = (entries: readonly { key: string; title: { da: string; en: string } }[] = []) =>
    entries.map(({ key, title }) => ({ value: key, label: inLanguage(title) }));
  return (
    <>
      <TextField
        name="title"
        label={t.form.title}
        hint={t.form.titleHint}
        maxLength={200}
        value={values.title}
        onChange={set("title")}
        error={wordsFor(problems, "title")}
      />
      <TextArea
        name="did"
        label={t.form.did}
        rows={4}
        maxLength={4000}
        value={values.did}
        onChange={set("did")}
        error={wordsFor(problems, "did")}
      />
      <TextArea
        name="learned"
        label={t.form.learned}
        hint={t.form.learnedHint}
        rows={4}
        maxLength={4000}
        value={values.learned}
        onChange={set("learned")}
        error={wordsFor(problems, "learned")}
      />
      <TextArea
        name="advice"
        label={t.form.advice}
        optional
        rows={3}
        maxLength={4000}
        after={t.form.readers}
        value={values.advice}
        onChange={set("advice")}
        error={wordsFor(problems, "advice")}
      />
      <More label={t.form.more} open={values.factors.length + values.tools.length > 0}>
        <CheckboxGroup
          name="factors"
          legend={t.form.factors}
          optional
          value={values.factors}
          onChange={set("factors")}
          options={options(content?.factors)}
        />
        <CheckboxGroup
          name="tools"
          legend={t.form.tools}
          optional
          value={values.tools}
          onChange={set("tools")}
          options={options(content?.tools)}
        />
      </More>
    </>
  );
}
