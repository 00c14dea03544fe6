/** Writing a new piece of material, or the first words about a tool of the pack. */
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useSearchParams } from "wouter";
import { Await } from "../../Await";
import { api, ask, useAttempt } from "../../api/client";
import { useSignedIn } from "../../api/session";
import { type Content, useContent } from "../../content/parts";
import { useDraft } from "../../drafts";
import { inLanguage } from "../../i18n";
import { to } from "../../paths";
import { useSave } from "../../save";
import { Button, ButtonRow, LinkButton } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { DraftLine } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { t } from "./formTexts";
import { EMPTY, lacks, linkWords, MaterialFields, sentOf, type Values } from "./MaterialForm";
import "./materials.scss";
import { KINDS, type MaterialKind, useMaterials } from "./reading";
import { t as words } from "./texts";

export function NewMaterialPage() {
  return <Await query={useContent()}>{(content) => <Begin content={content} />}</Await>;
}

function Begin({ content }: { content: Content }) {
  return (
    <Await query={useMaterials()}>
      {({ can }) =>
        can.includes("add") ? (
          <Chosen content={content} />
        ) : (
          <Page
            title={t.notHere}
            lead={t.notHereText}
            crumbs={[{ href: to.library, label: words.library }]}
            width="text"
          />
        )
      }
    </Await>
  );
}

function Chosen({ content }: { content: Content }) {
  const [asked] = useSearchParams();
  const tool = content.tools.find(({ key }) => key === asked.get("redskab"));
  const kind = KINDS.find((one) => one === asked.get("slags")) ?? "";
  return <New key={tool?.key ?? "own"} tool={tool} kind={tool ? "tool" : kind} />;
}

function New({ tool, kind }: { tool: Content["tools"][number] | undefined; kind: MaterialKind | "" }) {
  const me = useSignedIn();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const back = tool ? to.tool(tool.key) : `${to.library}#materiale`;
  const draft = useDraft<Values>(me.person.id, `material:${tool?.key ?? "new"}`, {
    ...EMPTY,
    kind,
    title: tool?.title.da ?? "",
  });
  const save = useSave(
    (values: Values) => {
      const body = { ...sentOf(values), kind: values.kind || "other", tool_key: tool?.key ?? null };
      return ask(api.POST("/api/materials", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (made) => {
        draft.saved();
        queries.setQueryData(["material", made.id], made);
        void queries.invalidateQueries();
        go(tool ? to.tool(tool.key) : to.material(made.id));
      },
      words: (refusal) => (refusal.code === "already_open" ? [{ words: t.taken }] : linkWords(refusal)),
    },
  );
  const crumbs = [{ href: to.library, label: words.library }];
  return (
    <Page title={tool ? t.newTool(inLanguage(tool.title)) : t.newTitle} crumbs={crumbs} width="text">
      <Section tight>
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.run(draft.values, lacks(draft.values));
          }}
        >
          <ErrorSummary problems={save.problems} />
          <DraftLine draft={draft} />
          <MaterialFields
            values={draft.values}
            put={draft.put}
            problems={save.problems}
            choosesKind={tool === undefined}
          />
          <p className="meta">{t.filesAfter}</p>
          <ButtonRow>
            <Button kind="filled" type="submit" busy={save.busy}>
              {t.save}
            </Button>
            <LinkButton kind="link" href={back}>
              {t.cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
