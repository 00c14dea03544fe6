/** *Tavleside*: public, read without signing in by whoever has the link. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { api, ask, asRefusal } from "../api/client";
import { refusalWords } from "../api/refusals";
import { to } from "../paths";
import { TextLink } from "../ui/Button";
import { Columns, Page } from "../ui/Page";
import { Loading, Trouble } from "../ui/Waiting";
import { type Board, BoardClosed, BoardDates, BoardPractices, BoardSteps, BoardTrials } from "./board";
import { t } from "./boardTexts";

/** A screen on the wall stays on for days: it looks for news by itself. */
const EVERY = 5 * 60_000;

export function BoardPage() {
  const { token } = useParams<{ token: string }>();
  const query = useQuery({
    queryKey: ["board", "public", token],
    queryFn: () => ask(api.GET("/api/boards/{token}", { params: { path: { token } } })),
    refetchInterval: EVERY,
  });
  if (query.data) return <Shown board={query.data} />;
  if (query.isPending) return <Loading />;
  if (asRefusal(query.error).code === "not_found") return <Page title={t.gone} lead={t.goneText} />;
  return <Trouble words={refusalWords(asRefusal(query.error))} onRetry={() => query.refetch()} />;
}

function Shown({ board }: { board: Board }) {
  return (
    <Page title={board.name} lead={t.lead}>
      {board.closed_on ? (
        <BoardClosed board={board} />
      ) : (
        <>
          <BoardSteps board={board} />
          <Columns aside={<BoardDates board={board} />}>
            <BoardTrials board={board} />
            <BoardPractices board={board} />
          </Columns>
        </>
      )}
      <p className="meta">
        {t.publicNote} <TextLink href={to.about}>{t.about}</TextLink>
      </p>
    </Page>
  );
}
