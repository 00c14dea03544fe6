/** *Prøv det hos jer*: where, and who is told. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, ask, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SelectField } from "../ui/Field";
import { Panel } from "../ui/Section";
import type { Experience } from "./reading";
import { t } from "./texts";

export function BorrowForm({ experience }: { experience: Experience }) {
  const me = useSignedIn();
  const { id, borrow_to, plan, title } = experience;
  const home =
    borrow_to.find((one) => one.id === me.home?.id) ?? (borrow_to.length === 1 ? borrow_to[0] : null);
  const [where, setWhere] = useState(home?.id ?? "");
  const attempt = useAttempt();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const save = useSave(
    (department: string) => {
      const body = { department_id: department };
      return ask(
        api.POST("/api/experiences/{experience_id}/borrow", {
          params: { path: { experience_id: id }, header: attempt(body) },
          body,
        }),
      );
    },
    {
      onSaved: (trial) => {
        queries.setQueryData(["trial", trial.id], trial);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== trial.id });
        go(trial.can.includes("edit_plan") ? to.editTrial(trial.id) : to.trial(trial.id));
      },
    },
  );
  if (borrow_to.length === 0) return <p>{t.borrow.nowhere}</p>;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(where, where ? [] : [{ field: "department_id", words: t.borrow.chooseProblem }]);
      }}
    >
      <ErrorSummary problems={save.problems} />
      <Panel tone="frame">
        <p>
          {t.page.change} {plan?.change ?? title}
        </p>
      </Panel>
      {borrow_to.length === 1 ? (
        <p className="lead">
          {t.borrow.where} <strong>{borrow_to[0]?.name}</strong>
        </p>
      ) : (
        <SelectField
          name="department_id"
          label={t.borrow.where}
          empty={t.borrow.choose}
          value={where}
          onChange={setWhere}
          options={borrow_to.map((one) => ({ value: one.id, label: one.name }))}
          error={wordsFor(save.problems, "department_id")}
        />
      )}
      <p className="soft">{t.borrow.told}</p>
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.borrow.make}
        </Button>
        <LinkButton kind="link" href={to.experience(id)}>
          {t.borrow.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
