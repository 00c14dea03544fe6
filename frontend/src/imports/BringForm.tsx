/** Choosing what a file holds and the file itself; it is sent as it is, and read by the worker. */
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { api, ask, useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { language } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { Checkbox, RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Field } from "../ui/Field";
import { KINDS, type Kind, MOST_BYTES } from "./reading";
import { t } from "./texts";

interface Values {
  kind: Kind | "";
  file: File | null;
  whole: boolean;
}

export function BringForm() {
  // The corrected file is of the same kind as the one before it.
  const [before] = useSearchParams();
  const [values, setValues] = useState<Values>({
    kind: KINDS.find((kind) => kind === before.get("slags")) ?? "",
    file: null,
    whole: before.get("hele") === "1",
  });
  const [, go] = useLocation();
  const attempt = useAttempt();
  const save = useSave(
    async ({ kind, file, whole }: Values) => {
      if (!kind || !file) throw new Error("checked before");
      const query = { kind, name: file.name, whole, lang: language };
      const key = { ...query, size: file.size, changed: file.lastModified };
      return ask(
        api.POST("/api/imports", {
          params: { query, header: attempt(key) },
          headers: { "Content-Type": "application/octet-stream" },
          // The generated type knows bytes as text; they are sent as they are.
          body: file as unknown as string,
          bodySerializer: (bytes) => bytes,
        }),
      );
    },
    {
      onSaved: (run) => go(to.import(run.id)),
      words: ({ code }) => (code === "too_large" ? [{ field: "file", words: t.fileTooLarge }] : null),
    },
  );
  const wrong = (name: string) => wordsFor(save.problems, name);
  return (
    <form
      className="form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        save.run(values, await check(values));
      }}
    >
      <ErrorSummary problems={save.problems} />
      <RadioCards
        name="kind"
        legend={t.kind}
        value={values.kind}
        onChange={(kind) => setValues({ ...values, kind })}
        options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], detail: t.kindDetails[kind] }))}
        error={wrong("kind")}
      />
      <Field name="file" label={t.file} hint={t.fileHint} error={wrong("file")}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            className="input input--file"
            accept=".xlsx,.csv,.txt,.tsv"
            onChange={(event) => setValues({ ...values, file: event.target.files?.[0] ?? null })}
          />
        )}
      </Field>
      <Checkbox
        name="whole"
        label={t.whole}
        detail={t.wholeDetails[values.kind]}
        checked={values.whole}
        onChange={(whole) => setValues({ ...values, whole })}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.look}
        </Button>
      </ButtonRow>
    </form>
  );
}

async function check({ kind, file }: Values): Promise<Problem[]> {
  const found: Problem[] = [];
  if (!kind) found.push({ field: "kind", words: t.kindMissing });
  if (!file) found.push({ field: "file", words: t.fileMissing });
  else if (file.size > MOST_BYTES) found.push({ field: "file", words: t.fileTooLarge });
  else {
    // A file that was saved anew after it was chosen cannot be sent; say so here, not as a lost network.
    const readable = await file
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    if (!readable) found.push({ field: "file", words: t.fileGone });
  }
  return found;
}
