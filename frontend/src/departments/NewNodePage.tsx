/** A new node of the organisation. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, type Schemas, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { bodyOf, NodeFields, type NodeValues, nodeLacks } from "./NodeFields";
import { NodeSelect } from "./NodeSelect";
import { n } from "./nodeTexts";
import { o } from "./organisationTexts";
import { treeQuery } from "./reading";
import { arranged, type Line } from "./tree";
import { wrongWords } from "./wrong";

interface Values extends NodeValues {
  parent_id: string;
  walks: Way | "";
}

type Way = Schemas["Walks"];

export function NewNodePage() {
  const query = useQuery(treeQuery());
  return (
    <Page
      title={n.newTitle}
      lead={n.newLead}
      crumbs={[
        { href: to.administration, label: o.administration },
        { href: to.organisation, label: o.organisation },
      ]}
      width="text"
    >
      <Section tight>
        <Await query={query} part>
          {({ items }) => <New lines={items} />}
        </Await>
      </Section>
    </Page>
  );
}

/** What a node beneath this one usually is. */
function usualBeneath(parent: Line | undefined): Pick<Values, "kind" | "walks"> {
  if (!parent) return { kind: "", walks: "" };
  return parent.kind === "centre"
    ? { kind: "department", walks: "walks" }
    : { kind: "section", walks: "follows" };
}

function New({ lines }: { lines: readonly Line[] }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const rows = useMemo(() => arranged(lines), [lines]);
  const over = lines.find((line) => line.id === search.get("over"));
  const draft = useDraft<Values>(me.person.id, `node-new:${over?.id ?? ""}`, {
    name: "",
    code: "",
    headcount: "",
    pilot: false,
    valid_from: null,
    parent_id: over?.id ?? "",
    ...usualBeneath(over),
  });
  const { values, put } = draft;
  const save = useSave(
    (typed: Values) => {
      const { parent_id, walks, ...node } = typed;
      const body = { ...bodyOf(node), parent_id, walks: walks || null };
      return ask(api.POST("/api/departments", { params: { header: attempt(body) }, body }));
    },
    {
      words: wrongWords,
      onSaved: (made) => {
        draft.saved();
        queries.invalidateQueries();
        navigate(to.node(made.id));
      },
    },
  );
  const lacks = (): Problem[] => [
    ...(!values.parent_id ? [{ field: "parent_id", words: n.chooseOver }] : []),
    ...nodeLacks(values),
    ...(values.walks ? [] : [{ field: "walks", words: n.chooseWay }]),
  ];
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, lacks());
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      <NodeSelect
        name="parent_id"
        label={n.over}
        rows={rows}
        value={values.parent_id}
        onChange={(parent_id) =>
          put({ parent_id, ...usualBeneath(lines.find((line) => line.id === parent_id)) })
        }
        error={wordsFor(save.problems, "parent_id")}
      />
      <NodeFields values={values} put={put} problems={save.problems} />
      <RadioCards
        name="walks"
        legend={n.way}
        value={values.walks}
        onChange={(walks) => put({ walks })}
        options={wayOptions}
        error={wordsFor(save.problems, "walks")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {n.create}
        </Button>
        <LinkButton kind="link" href={over ? to.node(over.id) : to.organisation}>
          {n.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

const wayOptions = (Object.keys(n.wayOptions) as Way[]).map((value) => ({ value, ...n.wayOptions[value] }));
