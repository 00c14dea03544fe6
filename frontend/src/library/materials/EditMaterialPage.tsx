/** Writing a material anew: what stands becomes a former version. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../../Await";
import { api, ask, ifMatch } from "../../api/client";
import { useSignedIn } from "../../api/session";
import { useDraft } from "../../drafts";
import { to } from "../../paths";
import { useSave } from "../../save";
import { Button, ButtonRow, LinkButton } from "../../ui/Button";
import { type Chosen, Conflict } from "../../ui/Conflict";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { DraftLine } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { t } from "./formTexts";
import { type Link, lacks, linkWords, MaterialFields, sentOf, type Values, valuesOf } from "./MaterialForm";
import "./materials.scss";
import { type Material, readMaterial, useMaterial } from "./reading";
import { t as words } from "./texts";

export function EditMaterialPage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useMaterial(id)}>
      {(material) =>
        material.can.includes("edit") ? (
          <Edit key={id} material={material} />
        ) : (
          <NotHere material={material} />
        )
      }
    </Await>
  );
}

const placeOf = ({ id, tool_key }: Material): string => (tool_key ? to.tool(tool_key) : to.material(id));
const crumbsOf = (material: Material) => [
  { href: to.library, label: words.library },
  { href: placeOf(material), label: material.title },
];

function NotHere({ material }: { material: Material }) {
  return <Page title={t.notHere} lead={t.notHereText} crumbs={crumbsOf(material)} width="text" />;
}

/** What is typed, and the version it was typed upon: a draft of yesterday must not overwrite today. */
type EditValues = Values & { version: number };

function Edit({ material }: { material: Material }) {
  const me = useSignedIn();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [fresh, setFresh] = useState(material);
  const draft = useDraft<EditValues>(me.person.id, `material:${material.id}`, {
    ...valuesOf(material),
    version: material.version,
  });
  const save = useSave(
    ({ version, ...values }: EditValues) =>
      ask(
        api.PUT("/api/materials/{material_id}", {
          params: { path: { material_id: material.id }, header: ifMatch(version) },
          body: sentOf(values),
        }),
      ),
    {
      onSaved: (saved) => {
        draft.saved();
        queries.setQueryData(["material", saved.id], saved);
        void queries.invalidateQueries();
        go(placeOf(saved));
      },
      words: linkWords,
    },
  );
  useEffect(() => {
    if (save.conflict) void readMaterial(material.id).then(setFresh);
  }, [save.conflict, material.id]);
  const run = (values: EditValues) => save.run(values, lacks(values));
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Page title={t.editTitle} crumbs={crumbsOf(material)} width="text">
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            run(draft.values);
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          {torn && (
            <Both
              mine={draft.values}
              theirs={valuesOf(fresh)}
              busy={save.busy}
              onChosen={(merged) => {
                const values = { ...merged, version: fresh.version };
                draft.put(values);
                run(values);
              }}
            />
          )}
          <MaterialFields values={draft.values} put={draft.put} problems={save.problems} />
          <ButtonRow>
            <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
              {t.save}
            </Button>
            <LinkButton kind="link" href={placeOf(material)}>
              {t.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

const TEXTS = [
  ["title", t.title],
  ["summary", t.summary],
  ["body", t.body],
  ["title_en", t.titleEn],
  ["summary_en", t.summaryEn],
  ["body_en", t.bodyEn],
] as const;
const told = (links: readonly Link[]): string => links.map(({ title, url }) => `${title}: ${url}`).join("\n");

interface BothProps {
  mine: Values;
  theirs: Values;
  busy: boolean;
  onChosen: (values: Values) => void;
}

function Both({ mine, theirs, busy, onChosen }: BothProps) {
  const fields = [
    ...TEXTS.map(([name, label]) => ({ name, label, mine: mine[name], theirs: theirs[name] })),
    { name: "links", label: t.links, mine: told(mine.links), theirs: told(theirs.links) },
  ];
  const choose = (chosen: Chosen) => {
    const taken = Object.entries(chosen).filter(([, whose]) => whose === "theirs");
    onChosen({ ...mine, ...Object.fromEntries(taken.map(([name]) => [name, theirs[name as keyof Values]])) });
  };
  return <Conflict fields={fields} onChosen={choose} busy={busy} />;
}
