/** Every version of a material: who wrote it, when, and what it said. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "wouter";
import { Await } from "../../Await";
import { api, ask, type Schemas } from "../../api/client";
import { FileList } from "../../attachments/parts";
import { moment } from "../../dates";
import { to } from "../../paths";
import { Tag } from "../../ui/Badge";
import { LinkButton } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { Row, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { t } from "./formTexts";
import "./materials.scss";
import { Prose } from "./Prose";
import { fileAddress, wordsOf } from "./reading";
import { t as words } from "./texts";

type Versions = Schemas["FormerVersions"];

export function MaterialVersionsPage() {
  const { id = "" } = useParams<{ id: string }>();
  const [asked] = useSearchParams();
  const query = useQuery({
    queryKey: ["material", id, "versions"],
    queryFn: () =>
      ask(api.GET("/api/materials/{material_id}/versions", { params: { path: { material_id: id } } })),
  });
  return (
    <Await query={query}>
      {(versions) => <Shown versions={versions} number={Number(asked.get("nr"))} />}
    </Await>
  );
}

function Shown({ versions, number }: { versions: Versions; number: number }) {
  const { id, tool_key, items } = versions;
  const newest = items[0];
  const now = tool_key ? to.tool(tool_key) : to.material(id);
  const known = items.some((item) => item.number === number);
  return (
    <Page
      title={t.versionsTitle}
      crumbs={[
        { href: to.library, label: words.library },
        { href: now, label: newest?.title ?? "" },
      ]}
      lead={t.versionsLead}
      width="text"
    >
      {known && <OneVersion id={id} number={number} now={now} />}
      <Section title={t.versionsTitle} ruled>
        <Rows label={t.versionsTitle}>
          {items.map((item) => (
            <Row
              key={item.number}
              title={t.number(item.number)}
              href={item.number === newest?.number ? now : to.materialVersions(id, item.number)}
              text={item.title}
              meta={t.by(item.written_by.name, moment(item.written_at))}
              side={item.number === newest?.number && <Tag>{t.now}</Tag>}
            />
          ))}
        </Rows>
      </Section>
    </Page>
  );
}

function OneVersion({ id, number, now }: { id: string; number: number; now: string }) {
  const query = useQuery({
    queryKey: ["material", id, "version", number],
    queryFn: () =>
      ask(
        api.GET("/api/materials/{material_id}/versions/{number}", {
          params: { path: { material_id: id, number } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Await query={query} part>
      {(version) => {
        const { title, titleLang, summary, summaryLang, body, bodyLang } = wordsOf(version);
        return (
          <Section
            title={t.number(number)}
            lead={t.by(version.written_by.name, moment(version.written_at))}
            actions={
              <LinkButton kind="quiet" href={now}>
                {t.backToNow}
              </LinkButton>
            }
          >
            <h3 lang={titleLang}>{title}</h3>
            <p className="measure" lang={summaryLang}>
              {summary}
            </p>
            {body && (
              <div className="material-body">
                <Prose text={body} lang={bodyLang} level={3} />
              </div>
            )}
            <ul className="material-links">
              {version.links.map((link) => (
                <li key={link.url}>
                  <a className="link" href={link.url} rel="noreferrer">
                    {link.title}
                  </a>
                </li>
              ))}
            </ul>
            <Files id={id} files={version.files} />
          </Section>
        );
      }}
    </Await>
  );
}

/** What hung there then; what was removed since is named, and cannot be fetched. */
function Files({ id, files }: { id: string; files: Schemas["VersionOut"]["files"] }) {
  if (files.length === 0) return null;
  const removed = files.filter((file) => file.removed);
  return (
    <Section title={words.files} level={3} size={4} tight>
      <FileList files={files.filter((file) => !file.removed)} href={(file) => fileAddress(id, file.id)} />
      {removed.map((file) => (
        <p key={file.id} className="meta">
          {t.removedSince(file.name ?? "")}
        </p>
      ))}
    </Section>
  );
}
