/** Correcting what a node is called and what it is. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { bodyOf, type Kind, NodeFields, type NodeValues, nodeLacks } from "./NodeFields";
import { n } from "./nodeTexts";
import { kindWords } from "./organisationTexts";
import { type Department, nodeQuery } from "./reading";
import { wrongWords } from "./wrong";

/** What is typed, and the version it was typed upon. */
type Values = NodeValues & { version: number };

const valuesOf = (here: Department): Values => ({
  name: here.name,
  code: here.code,
  kind: here.kind as Kind,
  headcount: here.headcount > 0 ? String(here.headcount) : "",
  pilot: here.pilot,
  valid_from: here.valid_from,
  version: here.version,
});

export function EditNode({ here }: { here: Department }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [fresh, setFresh] = useState(here);
  const draft = useDraft<Values>(me.person.id, `node:${here.id}`, valuesOf(here));
  const { values, put } = draft;
  const save = useSave(
    ({ version, ...typed }: Values) =>
      ask(
        api.PUT("/api/departments/{department_id}", {
          params: { path: { department_id: here.id }, header: ifMatch(version) },
          body: bodyOf(typed),
        }),
      ),
    {
      words: wrongWords,
      onSaved: (saved) => {
        draft.saved();
        queries.setQueryData(["department", here.id], saved);
        queries.invalidateQueries();
        navigate(to.node(here.id));
      },
    },
  );
  useEffect(() => {
    if (save.conflict) void queries.fetchQuery({ ...nodeQuery(here.id), staleTime: 0 }).then(setFresh);
  }, [save.conflict, here.id, queries]);
  const torn = save.conflict && fresh.version !== values.version;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, nodeLacks(values));
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {torn && (
        <Both
          mine={values}
          theirs={valuesOf(fresh)}
          busy={save.busy}
          onChosen={(merged) => {
            put(merged);
            save.run(merged, nodeLacks(merged));
          }}
        />
      )}
      <NodeFields values={values} put={put} problems={save.problems} />
      <ButtonRow>
        <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
          {n.save}
        </Button>
        <LinkButton kind="link" href={to.node(here.id)}>
          {n.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

interface BothProps {
  mine: Values;
  theirs: Values;
  busy: boolean;
  onChosen: (merged: Values) => void;
}

/** Both versions, where two people have corrected the same node. */
function Both({ mine, theirs, busy, onChosen }: BothProps) {
  const written = (one: Values) => (one.valid_from ? longDay(one.valid_from) : "");
  const pilot = (one: Values) => (one.pilot ? n.isPilot : n.isNoPilot);
  return (
    <Conflict
      busy={busy}
      fields={[
        { name: "name", label: n.name, mine: mine.name, theirs: theirs.name },
        { name: "code", label: n.code, mine: mine.code, theirs: theirs.code },
        { name: "kind", label: n.kind, mine: kindWords(mine.kind), theirs: kindWords(theirs.kind) },
        { name: "valid_from", label: n.from, mine: written(mine), theirs: written(theirs) },
        { name: "headcount", label: n.headcount, mine: mine.headcount, theirs: theirs.headcount },
        { name: "pilot", label: n.pilot, mine: pilot(mine), theirs: pilot(theirs) },
      ]}
      onChosen={(chosen) => {
        const names = Object.keys(chosen) as (keyof NodeValues)[];
        const taken = names.filter((name) => chosen[name] === "theirs").map((name) => [name, theirs[name]]);
        onChosen({ ...mine, ...Object.fromEntries(taken), version: theirs.version });
      }}
    />
  );
}
