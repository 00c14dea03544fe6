/** Promises, one a line: what it is, its date, who had it, and who takes it. */
import { Link } from "wouter";
import type { Refusal, Schemas } from "../api/client";
import { type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { capital, inWords, shortDay } from "../dates";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { Heading } from "../ui/Section";
import { h } from "./handoverTexts";
import { placeOf, useTitles } from "./places";
import { type Owned, ownerOptions, usePeopleHere } from "./reading";

/** New owners by `keyOf` of the record; "" or nothing: none chosen. */
export type Chosen = Readonly<Record<string, string>>;

type Given = Schemas["GiveIn"];

export const keyOf = (one: Pick<Owned, "kind" | "id">): string => `${one.kind}-${one.id}`;

/** What was chosen, as the API takes it: a line without a new owner stays as it is. */
export const given = (items: readonly Owned[], chosen: Chosen): Given[] =>
  items.flatMap((one) => {
    const to_id = chosen[keyOf(one)];
    return to_id ? [{ kind: one.kind, id: one.id, to_id }] : [];
  });

/** What the API refuses, at the line it is about; `field`: what asks for a line's new owner. */
export function refusedAt(
  refusal: Refusal,
  lines: readonly Given[],
  field: (line: Given) => string,
): Problem[] {
  if (refusal.code === "wrong_state") return [{ words: h.gone }];
  return problemsOf(refusal).map((problem) => {
    const line = lines[Number(/^to\.(\d+)\./.exec(problem.field ?? "")?.[1])];
    return line ? { ...problem, field: field(line) } : problem;
  });
}

/** "tre ting" */
export const things = (count: number): string => h.things(inWords(count), count === 1);

interface Choice {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  problems: readonly Problem[];
}

interface LinesProps {
  items: readonly Owned[];
  /** The department of the page: a line of another one names it. */
  here: string;
  /** Of the lines' headings; 2 where no heading stands over the list. */
  level?: 2 | 3;
  /** Whose it was is named: where the list is not one person's. */
  former?: boolean;
  /** With it each line asks for its new owner. */
  choice?: Choice;
}

export function WorkLines({ items, here, level = 3, former, choice }: LinesProps) {
  const me = useSignedIn();
  const people = usePeopleHere(choice ? here : "").data?.items ?? [];
  const titles = useTitles();
  const options = ownerOptions(people, me.person.id, h.me);
  return (
    <ul className="rows">
      {items.map((one) => (
        <li key={keyOf(one)} className="row taking">
          <div className="row__words">
            <Heading level={level} size={4}>
              <Link href={placeOf(one)} className="title-link">
                {titles(one)}
              </Link>
            </Heading>
            <p className="row__meta">{metaOf(one, me.today, here, former)}</p>
          </div>
          {choice && (
            <SelectField
              name={keyOf(one)}
              label={
                <>
                  {h.to}
                  <span className="visually-hidden"> {h.toFor(titles(one))}</span>
                </>
              }
              options={options.filter(({ value }) => value !== one.owner?.id)}
              empty={h.stays}
              value={choice.chosen[keyOf(one)] ?? ""}
              error={wordsFor(choice.problems, keyOf(one))}
              onChange={(id) => choice.onChoose({ ...choice.chosen, [keyOf(one)]: id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function metaOf(one: Owned, today: string, here: string, former = false): string {
  const words = [h.kind[one.kind] ?? ""];
  if (one.due) words.push((one.due < today ? h.was : h.due)(shortDay(one.due, today)));
  if (former && one.owner) words.push(h.before(one.owner.name));
  if (one.department.id !== here) words.push(one.department.name);
  return `${capital(words.filter(Boolean).join(", "))}.`;
}
