/**
 * Saving a form: one act at a time, its refusal as a list for the error summary, its conflict apart.
 *   const save = useSave((values: Values) => ask(api.PUT(...)), { onSaved: (trial) => ... });
 *   <ErrorSummary problems={save.problems} />
 *   <Button kind="filled" busy={save.busy} onClick={() => save.run(values, check(values))}>Gem</Button>
 * `check` gives what the page itself can tell is wrong; with anything there nothing is sent.
 */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asRefusal, type Refusal } from "./api/client";
import { type Problem, problemsOf } from "./api/refusals";

interface Options<Data> {
  onSaved?: (data: Data) => void;
  /** Better words for a refusal than the general ones; null leaves it to those. */
  words?: (refusal: Refusal) => Problem[] | null;
}

export interface Save<Values, Data> {
  run: (values: Values, wrong?: Problem[]) => void;
  busy: boolean;
  problems: Problem[];
  /** The record has changed meanwhile: show <Conflict> with the fresh one. */
  conflict: boolean;
  refusal: Refusal | null;
  savedAt: Date | null;
  data: Data | undefined;
  clear: () => void;
}

const NONE: Problem[] = [];

export function useSave<Values, Data>(
  act: (values: Values) => Promise<Data>,
  options: Options<Data> = {},
): Save<Values, Data> {
  const [problems, setProblems] = useState<Problem[]>(NONE);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (data) => {
      setProblems(NONE);
      setSavedAt(new Date());
      options.onSaved?.(data);
    },
    onError: (trouble) => {
      const refusal = asRefusal(trouble);
      setProblems(
        refusal.code === "version_conflict" ? NONE : (options.words?.(refusal) ?? problemsOf(refusal)),
      );
    },
  });
  const refusal = mutation.error ? asRefusal(mutation.error) : null;
  return {
    run: (values, wrong = NONE) => {
      if (mutation.isPending) return;
      setProblems(wrong);
      if (wrong.length === 0) mutation.mutate(values);
    },
    busy: mutation.isPending,
    problems,
    conflict: refusal?.code === "version_conflict",
    refusal,
    savedAt,
    data: mutation.data,
    clear: () => {
      setProblems(NONE);
      mutation.reset();
    },
  };
}
