/** Name and code of a node that a merge or a split makes. */
import type { Problem } from "../api/refusals";
import { wordsFor } from "../ui/ErrorSummary";
import { TextField } from "../ui/Field";
import { n } from "./nodeTexts";

export interface Named {
  name: string;
  code: string;
}

interface Props {
  /** The API's name of the object: `new`, `parts.0`. */
  field: string;
  value: Named;
  put: (value: Named) => void;
  problems: readonly Problem[];
}

export function NamedFields({ field, value, put, problems }: Props) {
  return (
    <>
      <TextField
        name={`${field}.name`}
        label={n.name}
        maxLength={200}
        value={value.name}
        onChange={(name) => put({ ...value, name })}
        error={wordsFor(problems, `${field}.name`)}
      />
      <TextField
        name={`${field}.code`}
        label={n.code}
        hint={n.codeHint}
        size="medium"
        maxLength={40}
        value={value.code}
        onChange={(code) => put({ ...value, code })}
        error={wordsFor(problems, `${field}.code`)}
      />
    </>
  );
}

export const namedLacks = (field: string, { name, code }: Named): Problem[] => [
  ...(name.trim() ? [] : [{ field: `${field}.name`, words: n.writeName }]),
  ...(code.trim() ? [] : [{ field: `${field}.code`, words: n.writeCode }]),
];
