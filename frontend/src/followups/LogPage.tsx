/** Følg op: two choices, a sentence, saved - also without network. */
import { useState } from "react";
import { useSearchParams } from "wouter";
import { Await } from "../Await";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { Loading } from "../ui/Waiting";
import { LogForm } from "./LogForm";
import type { Waiting } from "./queue";
import { type FollowUp, useDepartment, useFollowUp, useFollowUps, useProposals } from "./reading";
import { type Done, SavedView } from "./SavedView";
import { t } from "./texts";
import { useQueue } from "./useQueue";
import { WaitingBar } from "./WaitingBar";

export function LogPage() {
  const [search] = useSearchParams();
  const wanted = search.get("opfoelgning") ?? "";
  const planned = useFollowUps({ department: search.get("afdeling") ?? undefined, state: "planned" });
  return (
    <Await query={planned}>
      {({ items }) => {
        const known = items.some(({ id }) => id === wanted);
        return wanted && !known ? (
          <AsWanted id={wanted} items={items} />
        ) : (
          <Log key={wanted} items={items} wanted={wanted} />
        );
      }}
    </Await>
  );
}

/** One that is not planned any more: a second log stands beside the first. */
function AsWanted({ id, items }: { id: string; items: FollowUp[] }) {
  return (
    <Await query={useFollowUp(id)}>{(one) => <Log key={id} items={[one, ...items]} wanted={id} />}</Await>
  );
}

function Log({ items, wanted }: { items: FollowUp[]; wanted: string }) {
  const me = useSignedIn();
  const [search] = useSearchParams();
  const queue = useQueue(me.person.id);
  const [done, setDone] = useState<Done | null>(null);
  const [begun, setBegun] = useState<{ times: number; from: Waiting | null }>({ times: 0, from: null });

  const mine = items.filter(({ can }) => can.includes("log"));
  const place = search.get("afdeling") ?? placeOf(mine, wanted) ?? me.home?.id ?? "";
  const here = useDepartment(place);
  const department = here.data;
  const proposals = useProposals(place || undefined).data?.dates ?? [];
  // What was just logged, here or from another page, is not offered once more.
  const waits = new Set(queue.waiting.map(({ followUp }) => followUp));
  const open = mine.filter(({ id }) => !waits.has(id));
  const mayAdd = department?.can.includes("record") ?? false;

  if (done) {
    return (
      <SavedView
        done={done}
        queue={queue}
        proposals={proposals}
        onCorrect={(from) => {
          setDone(null);
          setBegun({ times: begun.times + 1, from });
        }}
        onAnother={() => {
          setDone(null);
          setBegun({ times: begun.times + 1, from: null });
        }}
      />
    );
  }
  // Whether something else may be logged is known with the department.
  if (open.length === 0 && here.isLoading) return <Loading />;
  return (
    <>
      <WaitingBar queue={queue} />
      <Page title={t.log.title} meta={department?.name} width="text">
        {open.length > 0 || mayAdd ? (
          <LogForm
            key={begun.times}
            items={open}
            wanted={begun.times === 0 ? wanted : ""}
            from={begun.from}
            department={department}
            mayAdd={mayAdd}
            queue={queue}
            onDone={setDone}
          />
        ) : (
          <Section>
            <Empty title={t.log.nothing} action={<LinkButton href={to.home}>{t.saved.home}</LinkButton>}>
              {t.log.nothingText}
            </Empty>
          </Section>
        )}
      </Page>
    </>
  );
}

/** The department of the wanted one, or the one that all of them belong to. */
function placeOf(items: FollowUp[], wanted: string): string | undefined {
  const found = items.find(({ id }) => id === wanted);
  if (found) return found.department.id;
  const places = new Set(items.map(({ department }) => department.id));
  return places.size === 1 ? items[0]?.department.id : undefined;
}
