/** The fields of a material, for writing it and for writing it anew. */
import type { Refusal } from "../../api/client";
import { fieldErrors, type Problem } from "../../api/refusals";
import { Button } from "../../ui/Button";
import { RadioCards } from "../../ui/Choice";
import { wordsFor } from "../../ui/ErrorSummary";
import { TextArea, TextField } from "../../ui/Field";
import { More } from "../../ui/Section";
import { t } from "./formTexts";
import { KINDS, type Material } from "./reading";
import { t as words } from "./texts";

export interface Link {
  title: string;
  url: string;
}

export interface Values {
  kind: Material["kind"] | "";
  title: string;
  summary: string;
  body: string;
  title_en: string;
  summary_en: string;
  body_en: string;
  links: Link[];
}

export const EMPTY: Values = {
  kind: "",
  title: "",
  summary: "",
  body: "",
  title_en: "",
  summary_en: "",
  body_en: "",
  links: [],
};

export const valuesOf = (material: Material): Values => ({
  kind: material.kind,
  title: material.title,
  summary: material.summary,
  body: material.body ?? "",
  title_en: material.title_en ?? "",
  summary_en: material.summary_en ?? "",
  body_en: material.body_en ?? "",
  links: material.links,
});

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s/@]+\S*$/i.test(url.trim());

/** What is sent: a link of which nothing was written is none. */
export const sentOf = ({ kind: _, ...values }: Values) => ({ ...values, links: written(values.links) });

const written = (links: readonly Link[]): Link[] =>
  links.filter(({ title, url }) => title.trim() || url.trim());

/** What can be told before anything is sent. */
export function lacks(values: Values): Problem[] {
  const found: Problem[] = [];
  if (!values.kind) found.push({ field: "kind", words: t.kindMissing });
  if (!values.title.trim()) found.push({ field: "title", words: t.titleMissing });
  if (!values.summary.trim()) found.push({ field: "summary", words: t.summaryMissing });
  for (const [at, link] of written(values.links).entries()) {
    if (!link.title.trim()) found.push({ field: `links.${at}.title`, words: t.linkMissing });
    if (!isWebAddress(link.url)) found.push({ field: `links.${at}.url`, words: t.problems.no_web_address });
  }
  return found;
}

/** The API's words about an address that looked right here. */
export function linkWords(refusal: Refusal): Problem[] | null {
  const wrong = fieldErrors(refusal).filter(({ problem }) => problem === "no_web_address");
  return wrong.length > 0 ? wrong.map(({ field }) => ({ field, words: t.problems.no_web_address })) : null;
}

interface Props {
  values: Values;
  put: (some: Partial<Values>) => void;
  problems: readonly Problem[];
  /** The kind is chosen once, when it is written. */
  choosesKind?: boolean;
}

export function MaterialFields({ values, put, problems, choosesKind }: Props) {
  const wrong = (name: string) => wordsFor(problems, name);
  // A tool is called what the note calls it.
  const named = values.kind !== "tool";
  return (
    <>
      {choosesKind && (
        <RadioCards
          name="kind"
          legend={t.kind}
          value={values.kind}
          onChange={(kind) => put({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          error={wrong("kind")}
        />
      )}
      {named && (
        <TextField
          name="title"
          label={t.title}
          value={values.title}
          onChange={(title) => put({ title })}
          error={wrong("title")}
          maxLength={120}
        />
      )}
      <TextArea
        name="summary"
        label={t.summary}
        hint={t.summaryHint}
        value={values.summary}
        onChange={(summary) => put({ summary })}
        error={wrong("summary")}
        maxLength={400}
        rows={2}
      />
      <TextArea
        name="body"
        label={t.body}
        optional
        hint={t.bodyHint}
        value={values.body}
        onChange={(body) => put({ body })}
        error={wrong("body")}
        maxLength={20_000}
        rows={10}
      />
      <LinkFields links={values.links} onChange={(links) => put({ links })} problems={problems} />
      <English values={values} put={put} problems={problems} named={named} />
    </>
  );
}

interface LinksProps {
  links: readonly Link[];
  onChange: (links: Link[]) => void;
  problems: readonly Problem[];
}

function LinkFields({ links, onChange, problems }: LinksProps) {
  const change = (at: number, some: Partial<Link>) =>
    onChange(links.map((link, place) => (place === at ? { ...link, ...some } : link)));
  // A link has no name but its place.
  const placed = links.map((link, place) => ({ link, place }));
  return (
    <fieldset className="link-fields">
      <legend className="field__label">{t.links}</legend>
      {placed.map(({ link, place }) => (
        <div key={place} className="link-fields__one">
          <TextField
            name={`links.${place}.title`}
            label={t.linkTitle(place + 1)}
            value={link.title}
            onChange={(title) => change(place, { title })}
            error={wordsFor(problems, `links.${place}.title`)}
            maxLength={120}
          />
          <TextField
            type="url"
            name={`links.${place}.url`}
            label={t.linkUrl(place + 1)}
            hint={t.urlHint}
            value={link.url}
            onChange={(url) => change(place, { url })}
            error={wordsFor(problems, `links.${place}.url`)}
            maxLength={2000}
          />
          <Button kind="link" onClick={() => onChange(links.filter((_, other) => other !== place))}>
            {t.removeLink}
            <span className="visually-hidden">{t.removeLinkOf(place + 1)}</span>
          </Button>
        </div>
      ))}
      {links.length < 20 && (
        <Button kind="quiet" onClick={() => onChange([...links, { title: "", url: "" }])}>
          {t.addLink}
        </Button>
      )}
    </fieldset>
  );
}

function English({ values, put, problems, named }: Props & { named: boolean }) {
  const wrong = (name: string) => wordsFor(problems, name);
  return (
    <More label={t.english}>
      <div className="form">
        <p className="meta">{t.englishHint}</p>
        {named && (
          <TextField
            name="title_en"
            label={t.titleEn}
            optional
            value={values.title_en}
            onChange={(title_en) => put({ title_en })}
            error={wrong("title_en")}
            maxLength={120}
          />
        )}
        <TextArea
          name="summary_en"
          label={t.summaryEn}
          optional
          value={values.summary_en}
          onChange={(summary_en) => put({ summary_en })}
          error={wrong("summary_en")}
          maxLength={400}
          rows={2}
        />
        <TextArea
          name="body_en"
          label={t.bodyEn}
          optional
          value={values.body_en}
          onChange={(body_en) => put({ body_en })}
          error={wrong("body_en")}
          maxLength={20_000}
          rows={8}
        />
      </div>
    </More>
  );
}
