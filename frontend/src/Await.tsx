/**
 * What a query brings, with its waiting and its trouble worded.
 *   <Await query={useQuery({ queryKey: ["trial", id], queryFn: () => ask(api.GET(...)) })}>
 *     {(trial) => <TrialPage trial={trial} />}
 *   </Await>
 * What one may not know of looks like what does not exist.
 */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asRefusal } from "./api/client";
import { refusalWords } from "./api/refusals";
import { texts } from "./i18n";
import { to } from "./paths";
import { LinkButton } from "./ui/Button";
import { Page } from "./ui/Page";
import { Loading, Trouble } from "./ui/Waiting";

const t = texts({
  da: {
    gone: "Det findes ikke her",
    goneLead: "Det er måske flyttet, eller du har ikke adgang til det.",
    home: "Til forsiden",
  },
  en: {
    gone: "It is not here",
    goneLead: "It may have moved, or you do not have access to it.",
    home: "To the front page",
  },
});

interface AwaitProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  /** A part of a page says its trouble in a line, a whole page on a page. */
  part?: boolean;
}

export function Await<Data>({ query, children, part }: AwaitProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Loading />;
  const { code } = asRefusal(query.error);
  if (!part && (code === "not_found" || code === "not_allowed")) {
    return (
      <Page title={t.gone} lead={t.goneLead} width="text">
        <p className="section section--tight">
          <LinkButton href={to.home}>{t.home}</LinkButton>
        </p>
      </Page>
    );
  }
  return <Trouble words={refusalWords(query.error)} onRetry={() => query.refetch()} />;
}
