/** One year's contribution is written or changed: four parts, none of them demanded. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { Conflict } from "../ui/Conflict";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { TextArea } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { f } from "./formTexts";
import { NotKept } from "./NotKept";
import { type Place, readYearly, useYearly, type Yearly } from "./reading";
import { m } from "./texts";
import { useFresh } from "./useFresh";
import { crumbsOf } from "./words";

const PARTS = ["goals", "met", "next_goals", "follow_up"] as const;
type Part = (typeof PARTS)[number];
type Values = Record<Part, string> & { version: number };

const LABELS: Record<Part, string> = {
  goals: f.goals,
  met: f.met,
  next_goals: f.nextGoals,
  follow_up: f.followUp,
};
const HINTS: Partial<Record<Part, string>> = {
  goals: f.goalsHint,
  met: f.metHint,
  follow_up: f.followUpHint,
};

export function EditYearlyPage() {
  const { id = "", year = "" } = useParams<{ id: string; year: string }>();
  return (
    <Await query={useYearly(id)}>
      {({ items, place }) =>
        place.can.includes("plan") && /^20\d\d$/.test(year) ? (
          <Edit
            key={year}
            place={place}
            year={Number(year)}
            one={items.find((each) => each.year === Number(year)) ?? null}
            before={items.find((each) => each.year === Number(year) - 1) ?? null}
          />
        ) : (
          <NotKept back={to.yearly(id)} />
        )
      }
    </Await>
  );
}

interface Props {
  place: Place;
  year: number;
  one: Yearly | null;
  before: Yearly | null;
}

const valuesOf = (one: Yearly | null, before: Yearly | null): Values => ({
  goals: (one ? one.goals : before?.next_goals) ?? "",
  met: one?.met ?? "",
  next_goals: one?.next_goals ?? "",
  follow_up: one?.follow_up ?? "",
  version: one?.version ?? 0,
});

const bodyOf = (values: Values) => ({
  goals: values.goals.trim() || null,
  met: values.met.trim() || null,
  next_goals: values.next_goals.trim() || null,
  follow_up: values.follow_up.trim() || null,
});

function Edit({ place, year, one, before }: Props) {
  const me = useSignedIn();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const node = place.department.id;
  const [first] = useState(one);
  const draft = useDraft<Values>(me.person.id, `yearly:${node}:${year}`, valuesOf(first, before));
  const save = useSave(
    ({ version, ...values }: Values) => {
      const body = bodyOf({ ...values, version });
      if (!first) {
        const begun = { ...body, department_id: node, year };
        return ask(api.POST("/api/yearly-discussions", { params: { header: attempt(begun) }, body: begun }));
      }
      const params = { path: { discussion_id: first.id }, header: ifMatch(version) };
      return ask(api.PUT("/api/yearly-discussions/{discussion_id}", { params, body }));
    },
    {
      onSaved: () => {
        draft.saved();
        void queries.invalidateQueries();
        navigate(to.yearly(node));
      },
      words: ({ code }) => (code === "already_open" ? [{ field: "goals", words: f.yearlyExists }] : null),
    },
  );
  const fresh = useFresh(save.conflict, first, async () => {
    const { items } = await readYearly(node);
    return items.find((each) => each.year === year) ?? first;
  });
  const stands = valuesOf(fresh, before);
  const torn = save.conflict && stands.version !== draft.values.version;
  return (
    <Page
      title={f.yearlyOf(year)}
      lead={f.yearlyLead}
      crumbs={crumbsOf(place, { href: to.yearly(node), label: m.yearly })}
      width="text"
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft.values);
        }}
      >
        <ErrorSummary problems={save.problems} />
        <DraftLine draft={draft} />
        {torn && (
          <Conflict
            busy={save.busy}
            fields={PARTS.map((name) => ({
              name,
              label: LABELS[name],
              mine: draft.values[name],
              theirs: stands[name],
            }))}
            onChosen={(chosen) => {
              const merged = { ...draft.values, version: stands.version };
              for (const name of PARTS) if (chosen[name] === "theirs") merged[name] = stands[name];
              draft.put(merged);
              save.run(merged);
            }}
          />
        )}
        {PARTS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={LABELS[name]}
            hint={HINTS[name]}
            rows={3}
            maxLength={2000}
            value={draft.values[name]}
            onChange={draft.set(name)}
            error={wordsFor(save.problems, name)}
          />
        ))}
        <ButtonRow>
          <Button kind={torn ? "outline" : "filled"} type="submit" busy={save.busy}>
            {f.save}
          </Button>
          <LinkButton kind="link" href={to.yearly(node)}>
            {f.back}
          </LinkButton>
        </ButtonRow>
      </form>
    </Page>
  );
}
