/** The board page's link: switched on, made anew, switched off; and what whoever has it reads. */
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas } from "../api/client";
import { moment } from "../dates";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Page } from "../ui/Page";
import { Panel, Section } from "../ui/Section";
import { CopyButton } from "../ui/Sharing";
import { BoardDates, BoardPractices, BoardSteps, BoardTrials, useBoardLink } from "./board";
import { t } from "./boardTexts";

type Link = Schemas["BoardLinkOut"];

export function BoardLinkPage() {
  const { id } = useParams<{ id: string }>();
  return <Await query={useBoardLink(id)}>{(link) => <Shown id={id} link={link} />}</Await>;
}

function Shown({ id, link }: { id: string; link: Link }) {
  const queries = useQueryClient();
  const path = { params: { path: { department_id: id } } };
  const told = { onSaved: (fresh: Link) => queries.setQueryData(["board", id], fresh) };
  const on = useSave(() => ask(api.POST("/api/departments/{department_id}/board", path)), told);
  const off = useSave(() => ask(api.DELETE("/api/departments/{department_id}/board", path)), told);
  const { board } = link;
  return (
    <Page
      title={t.linkTitle}
      crumbs={[
        { href: to.departments, label: t.departments },
        { href: to.department(id), label: board.name },
      ]}
      lead={t.linkLead}
      width="text"
    >
      <ErrorSummary problems={[...on.problems, ...off.problems]} />
      {link.url === null ? (
        <Panel tone="tint" title={t.off}>
          <p>{t.offText}</p>
          {link.can.includes("switch_on") ? (
            <Button kind="filled" busy={on.busy} onClick={() => on.run(undefined)}>
              {t.switchOn}
            </Button>
          ) : (
            <p className="meta">{t.notYours}</p>
          )}
        </Panel>
      ) : (
        <Section title={t.link} ruled>
          <p className="board-link lead">{link.url}</p>
          <p className="meta">{switchedOn(link)}</p>
          <ButtonRow>
            <LinkButton href={new URL(link.url).pathname}>{t.open}</LinkButton>
            <CopyButton text={link.url}>{t.copy}</CopyButton>
          </ButtonRow>
        </Section>
      )}
      <Section title={t.sheet} lead={t.sheetText}>
        <LinkButton href={to.sheet(id)}>{t.sheetLink}</LinkButton>
      </Section>
      <Section title={t.whatShows} ruled lead={t.typed}>
        <BoardSteps board={board} />
        <BoardTrials board={board} />
        <BoardPractices board={board} />
        <BoardDates board={board} />
      </Section>
      {link.can.includes("renew") && (
        <>
          <Section title={t.newLink} lead={t.newLinkText}>
            <Button busy={on.busy} onClick={() => on.run(undefined)}>
              {t.renew}
            </Button>
          </Section>
          <Section title={t.switchOff} lead={t.switchOffText}>
            <Button busy={off.busy} onClick={() => off.run(undefined)}>
              {t.switchOff}
            </Button>
          </Section>
        </>
      )}
    </Page>
  );
}

function switchedOn({ switched_on_at: at, switched_on_by: by }: Link): string {
  if (!at) return "";
  const day = moment(at);
  return by ? t.onSince(day, by.name) : t.onSinceNobody(day);
}
