/** Who is to have a role: somebody on the lists one keeps, or somebody new with name and work e-mail. */
import { useEffect, useState } from "react";
import type { Problem } from "../api/refusals";
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { SelectField, TextField } from "../ui/Field";
import { p } from "./peopleTexts";
import { type Known, useDirectory } from "./reading";

export interface Who {
  which: "known" | "new";
  person_id: string;
  /** As it was when chosen: a kept draft can name it, whatever is searched for since. */
  person_name: string;
  name: string;
  email: string;
}

export const NOBODY: Who = { which: "new", person_id: "", person_name: "", name: "", email: "" };

const ADDRESS = /^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+$/;

export function nameLacks({ name, email }: Pick<Who, "name" | "email">): Problem[] {
  const found: Problem[] = [];
  if (!name.trim()) found.push({ field: "name", words: p.writeName });
  if (!ADDRESS.test(email.trim())) found.push({ field: "email", words: p.writeEmail });
  return found;
}

export function whoLacks(who: Who): Problem[] {
  if (who.which === "new") return nameLacks(who);
  return who.person_id ? [] : [{ field: "person_id", words: p.choosePerson }];
}

interface Props {
  who: Who;
  put: (some: Partial<Who>) => void;
  problems: readonly Problem[];
}

export function WhoFields({ who, put, problems }: Props) {
  return (
    <>
      <RadioCards
        name="which"
        legend={p.who}
        options={[
          { value: "new", label: p.fresh, detail: p.freshDetail },
          { value: "known", label: p.known, detail: p.knownDetail },
        ]}
        value={who.which}
        onChange={(which) => put({ which })}
      />
      {who.which === "known" ? (
        <KnownFields who={who} put={put} error={wordsFor(problems, "person_id")} />
      ) : (
        <NameFields values={who} put={put} problems={problems} />
      )}
    </>
  );
}

interface NameProps {
  values: { name: string; email: string };
  put: (some: { name?: string; email?: string }) => void;
  problems: readonly Problem[];
}

export function NameFields({ values, put, problems }: NameProps) {
  return (
    <>
      <TextField
        name="name"
        label={p.name}
        autoComplete="off"
        maxLength={200}
        value={values.name}
        onChange={(name) => put({ name })}
        error={wordsFor(problems, "name")}
      />
      <TextField
        name="email"
        label={p.email}
        hint={p.emailHint}
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        value={values.email}
        onChange={(email) => put({ email })}
        error={wordsFor(problems, "email")}
      />
    </>
  );
}

function KnownFields({ who, put, error }: { who: Who; put: Props["put"]; error: string | undefined }) {
  const [typed, setTyped] = useState("");
  const words = usePause(typed);
  const found = useDirectory({ q: words, limit: 50 }).data?.pages[0];
  const items = found?.items ?? [];
  const away = who.person_id && !items.some(({ person }) => person.id === who.person_id);
  const options = [
    ...(away ? [{ value: who.person_id, label: who.person_name }] : []),
    ...items.map((one) => ({ value: one.person.id, label: nameOf(one) })),
  ];
  const said = items.length === 0 ? p.notFound : found?.next ? p.foundMore : words && p.found(items.length);
  return (
    <>
      <TextField
        name="find"
        label={p.find}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        after={<span role="status">{found && said}</span>}
      />
      <SelectField
        name="person_id"
        label={p.person}
        options={options}
        empty={p.choosePersonHere}
        value={who.person_id}
        onChange={(id) =>
          put({ person_id: id, person_name: options.find(({ value }) => value === id)?.label ?? "" })
        }
        error={error}
      />
    </>
  );
}

/** What was typed, once one pauses. */
function usePause(typed: string): string {
  const [words, setWords] = useState(typed);
  useEffect(() => {
    const pause = setTimeout(() => setWords(typed), 300);
    return () => clearTimeout(pause);
  }, [typed]);
  return words;
}

/** "Anders Friis (Skadestuen)" */
const nameOf = ({ person, roles }: Known): string =>
  roles[0] ? `${person.name} (${roles[0].department.name})` : person.name;
