/** A material's words, links and files, and what its keeper can do with it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, ifMatch } from "../../api/client";
import { BringFile, FileList } from "../../attachments/parts";
import { longDay, moment } from "../../dates";
import { to } from "../../paths";
import { useSave } from "../../save";
import { Button, ButtonRow, LinkButton, TextLink } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Section } from "../../ui/Section";
import "./materials.scss";
import { Prose } from "./Prose";
import { fileAddress, type Material, wordsOf } from "./reading";
import { t } from "./texts";

interface Props {
  material: Material;
  /** The summary too: where the page's own lead is another one. */
  lead?: boolean;
  signedIn: boolean;
  level: 2 | 3;
}

export function MaterialBody({ material, lead, signedIn, level }: Props) {
  const { summary, summaryLang, body, bodyLang } = wordsOf(material);
  return (
    <>
      {lead && (
        <p className="measure" lang={summaryLang}>
          {summary}
        </p>
      )}
      {body && (
        <div className={lead ? "material-body" : undefined}>
          <Prose text={body} lang={bodyLang} level={level} />
        </div>
      )}
      {material.links.length > 0 && (
        <Section title={t.links} level={level} size={3} tight>
          <ul className="material-links">
            {material.links.map((link) => (
              <li key={link.url}>
                <a className="link" href={link.url} rel="noreferrer">
                  {link.title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Files material={material} level={level} />
      <Written material={material} signedIn={signedIn} />
      <Keeping material={material} />
    </>
  );
}

function Files({ material, level }: { material: Material; level: 2 | 3 }) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries();
  const adds = material.can.includes("add_file");
  if (material.files.length === 0 && !adds) return null;
  const remove = async (file: { id: string }) => {
    const path = { material_id: material.id, attachment_id: file.id };
    await ask(api.POST("/api/materials/{material_id}/files/{attachment_id}/remove", { params: { path } }));
    await again();
  };
  return (
    <Section title={t.files} level={level} size={3} tight>
      <FileList
        files={material.files}
        href={(file) => fileAddress(material.id, file.id)}
        onRemove={material.can.includes("remove_file") ? remove : undefined}
      />
      {adds && <BringFile url={`/api/materials/${material.id}/files`} onBrought={again} />}
    </Section>
  );
}

function Written({ material, signedIn }: { material: Material; signedIn: boolean }) {
  const day = moment(material.written_at);
  return (
    <p className="meta section section--tight">
      {material.written_by?.name ? t.writtenBy(material.written_by.name, day) : t.written(day)}{" "}
      {signedIn && (
        <TextLink href={to.materialVersions(material.id)}>
          {material.number > 1 ? t.versions(material.number) : t.oneVersion}
        </TextLink>
      )}
    </p>
  );
}

/** Editing it, taking it away and putting it back. */
function Keeping({ material }: { material: Material }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const act = useSave(
    (move: "retire" | "restore") =>
      ask(
        api.POST(`/api/materials/{material_id}/${move}`, {
          params: { path: { material_id: material.id }, header: ifMatch(material.version) },
        }),
      ),
    {
      onSaved: () => {
        setAsked(false);
        void queries.invalidateQueries();
      },
    },
  );
  const { can } = material;
  if (can.length === 0) return null;
  return (
    <div className="section section--tight no-print">
      <ErrorSummary problems={act.problems} />
      {material.retired_on && <p>{t.retired(longDay(material.retired_on))}</p>}
      {asked && <p>{t.retireSure}</p>}
      <ButtonRow>
        {can.includes("restore") && (
          <Button busy={act.busy} onClick={() => act.run("restore")}>
            {t.restore}
          </Button>
        )}
        {can.includes("edit") && !asked && (
          <LinkButton href={to.editMaterial(material.id)}>{t.edit}</LinkButton>
        )}
        {can.includes("retire") && (
          <Button
            kind={asked ? "outline" : "link"}
            busy={act.busy}
            onClick={() => (asked ? act.run("retire") : setAsked(true))}
          >
            {t.retire}
          </Button>
        )}
        {asked && (
          <Button kind="link" onClick={() => setAsked(false)}>
            {t.keep}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}
