/** Promises, one a line: what it is, its date, who had it, and who takes it. */
import { Link } from "wouter";
import type { Problem } from "../api/refusals";
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

export const keyOf = (one: Pick<Owned, "kind" | "id">): string => `${one.kind}-${one.id}`;

/** What was chosen, as the API takes it: a line without a new owner stays as it is. */
export const given = (items: readonly Owned[], chosen: Chosen) =>
  items.flatMap((one) => {
    const to_id = chosen[keyOf(one)];
    return to_id ? [{ kind: one.kind, id: one.id, to_id }] : [];
  });

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
  /** With it each line asks for its new owner. */
  choice?: Choice;
}

export function WorkLines({ items, here, level = 3, choice }: LinesProps) {
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
            <p className="row__meta">{metaOf(one, me.today, here)}</p>
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

function metaOf(one: Owned, today: string, here: string): string {
  const words = [h.kind[one.kind] ?? ""];
  if (one.due) words.push((one.due < today ? h.was : h.due)(shortDay(one.due, today)));
  if (one.owner && !one.belongs) words.push(h.before(one.owner.name));
  if (one.department.id !== here) words.push(one.department.name);
  return `${capital(words.filter(Boolean).join(", "))}.`;
}
