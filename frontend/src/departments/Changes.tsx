/** Changes of the organisation: what happens by itself on its day, what could not, what has happened. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { useSave } from "../save";
import { Arriving } from "../ui/arriving";
import { Button, ButtonRow } from "../ui/Button";
import { DateRow, DateRows } from "../ui/Due";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Empty } from "../ui/Notice";
import { Section } from "../ui/Section";
import { ShowMore } from "../ui/Waiting";
import { c } from "./changeTexts";
import { type Change, changeWords, readChanges } from "./changing";
import { obstacleLines } from "./sentences";

const SaveChanges = lazy(async () => ({ default: (await import("./SaveChanges")).SaveChanges }));

/** `of`: those that name this node; without it all of them. */
export function Changes({ of }: { of?: string }) {
  const pages = useInfiniteQuery({
    queryKey: ["tree-changes", { of }],
    queryFn: ({ pageParam }) => readChanges(pageParam, 50, of),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const ahead = all.filter((one) => one.state === "planned");
  const over = all.filter((one) => one.state !== "planned");
  if (pages.isPending || (of && all.length === 0)) return null;
  return (
    <>
      {(ahead.length > 0 || !of) && (
        <Section title={c.ahead} lead={ahead.length > 0 ? c.aheadLead : undefined} ruled={ahead.length > 0}>
          {ahead.length > 0 ? <ChangeRows changes={ahead} /> : <Empty title={c.none}>{c.noneText}</Empty>}
        </Section>
      )}
      {over.length > 0 && (
        <Section title={c.over} ruled>
          <ChangeRows changes={over} />
          {pages.hasNextPage && (
            <ShowMore onClick={() => pages.fetchNextPage()} busy={pages.isFetchingNextPage} />
          )}
        </Section>
      )}
      {!of && (
        <Suspense fallback={<Arriving />}>
          <SaveChanges changes={all} more={pages.hasNextPage} />
        </Suspense>
      )}
    </>
  );
}

export function ChangeRows({ changes }: { changes: readonly Change[] }) {
  return (
    <DateRows>
      {changes.map((change) => (
        <OneChange key={change.id} change={change} />
      ))}
    </DateRows>
  );
}

function OneChange({ change }: { change: Change }) {
  const { today } = useSignedIn();
  const refused = change.state === "refused";
  return (
    <DateRow
      date={shortDay(change.effective_on, today)}
      title={changeWords(change)}
      meta={metaOf(change)}
      warm={refused}
      action={change.can.includes("withdraw") && <Withdraw change={change} />}
    />
  );
}

/** Why it could not happen, or that it was taken back; what happened as planned needs no words. */
function metaOf({ state, refusal }: Change): string | null {
  if (state === "withdrawn") return `${c.withdrawn}.`;
  if (state !== "refused") return null;
  return [c.refused, ...((refusal && obstacleLines(refusal)) ?? [])].join(" ");
}

/** Taken back after a second look: it is asked for where the row stands. */
function Withdraw({ change }: { change: Change }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const save = useSave(
    () =>
      ask(
        api.POST("/api/tree-changes/{change_id}/withdraw", {
          params: { path: { change_id: change.id }, header: ifMatch(change.version) },
        }),
      ),
    { onSaved: () => queries.invalidateQueries() },
  );
  if (!asking) {
    return (
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {c.withdraw}
      </Button>
    );
  }
  return (
    <>
      <ErrorSummary problems={save.problems} />
      <ButtonRow>
        <Button kind="outline" busy={save.busy} onClick={() => save.run(undefined)}>
          {c.withdrawSure}
        </Button>
        <Button kind="link" onClick={() => setAsking(false)}>
          {c.keep}
        </Button>
      </ButtonRow>
    </>
  );
}
