/** Who has said yes for the department, and what sharing means. */
import { useState } from "react";
import { useLocation } from "wouter";
import { api, ask, ifMatch } from "../api/client";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Panel } from "../ui/Section";
import { type Experience, useTakeIn } from "./reading";
import { t } from "./texts";

type Consenter = Experience["consenters"][number];
const keyOf = ({ consent, person }: Consenter): string => `${consent}:${person.id}`;

export function ShareForm({ experience }: { experience: Experience }) {
  const { id, version, consenters, plan } = experience;
  const [chosen, setChosen] = useState("");
  const takeIn = useTakeIn();
  const [, go] = useLocation();
  const save = useSave(
    ({ consent, person }: Consenter) =>
      ask(
        api.POST("/api/experiences/{experience_id}/share", {
          params: { path: { experience_id: id }, header: ifMatch(version) },
          body: { consent, consented_by: person.id },
        }),
      ),
    {
      onSaved: (fresh) => {
        takeIn(fresh);
        go(to.experience(id), { replace: true });
      },
    },
  );
  const one = consenters.find((each) => keyOf(each) === chosen);
  if (consenters.length === 0) return <p>{t.share.nobody}</p>;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = one ? [] : [{ field: "consented_by", words: t.share.whoProblem }];
        save.run(one as Consenter, wrong);
      }}
    >
      <ErrorSummary problems={save.problems} />
      {plan && (
        <Panel tone="frame">
          <p>{t.share.plan}</p>
        </Panel>
      )}
      <RadioCards
        name="consented_by"
        legend={t.share.who}
        hint={t.share.whoHint}
        value={chosen}
        onChange={setChosen}
        options={consenters.map((each) => ({
          value: keyOf(each),
          label: each.person.name,
          detail: t.share.role[each.consent],
        }))}
        error={wordsFor(save.problems, "consented_by")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {t.share.act}
        </Button>
        <LinkButton kind="link" href={to.experience(id)}>
          {t.share.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
