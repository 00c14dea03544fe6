/** One act upon a node, named by the address: correct, move, merge, split, close, change its way. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo } from "react";
import { useParams } from "wouter";
import { Await } from "../Await";
import { to } from "../paths";
import { LinkButton } from "../ui/Button";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { Loading } from "../ui/Waiting";
import { a } from "./actTexts";
import { EditNode } from "./EditNode";
import { CloseForm, MoveForm, WalksForm } from "./moves";
import { n } from "./nodeTexts";
import { o } from "./organisationTexts";
import { type Department, nodeQuery, treeQuery } from "./reading";
import { arranged, type TreeRow } from "./tree";

/** The long ones come when they are asked for. */
const MergeForm = lazy(async () => ({ default: (await import("./MergeForm")).MergeForm }));
const SplitForm = lazy(async () => ({ default: (await import("./SplitForm")).SplitForm }));

const FORMS = {
  flyt: MoveForm,
  luk: CloseForm,
  "laeg-sammen": MergeForm,
  del: SplitForm,
  trin: WalksForm,
};

export interface ActProps {
  here: Department;
  rows: readonly TreeRow[];
}

export function ActPage() {
  const { id = "", act = "" } = useParams();
  return (
    <Await query={useQuery(nodeQuery(id))}>
      {(here) =>
        here.closed_on === null && here.can.includes("manage_tree") ? (
          <Act key={here.id + act} here={here} act={act} />
        ) : (
          <NotHere here={here} />
        )
      }
    </Await>
  );
}

const crumbsOf = (here: Department) => [
  { href: to.administration, label: o.administration },
  { href: to.organisation, label: o.organisation },
  { href: to.node(here.id), label: here.name },
];

function Act({ here, act }: { here: Department; act: string }) {
  if (act === "ret") {
    return (
      <Page title={n.editTitle(here.name)} crumbs={crumbsOf(here)} current={n.edit} width="text">
        <Section tight>
          <EditNode here={here} />
        </Section>
      </Page>
    );
  }
  if (!(act in FORMS)) return <NotHere here={here} />;
  return <Change here={here} act={act as keyof typeof FORMS} />;
}

function Change({ here, act }: { here: Department; act: keyof typeof FORMS }) {
  const query = useQuery(treeQuery());
  const items = query.data?.items;
  const rows = useMemo(() => arranged(items ?? []), [items]);
  const Form = FORMS[act];
  return (
    <Page
      title={a[act].title(here.name)}
      lead={a[act].lead}
      crumbs={crumbsOf(here)}
      current={n.acts[act].title}
      width="text"
    >
      <Section tight>
        <Await query={query} part>
          {() => (
            <Suspense fallback={<Loading />}>
              <Form here={here} rows={rows} />
            </Suspense>
          )}
        </Await>
      </Section>
    </Page>
  );
}

function NotHere({ here }: { here: Department }) {
  return (
    <Page title={n.notHere} lead={n.notHereText} crumbs={crumbsOf(here)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.node(here.id)}>{here.name}</LinkButton>
      </p>
    </Page>
  );
}
