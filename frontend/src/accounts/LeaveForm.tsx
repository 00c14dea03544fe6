/** A person leaves the hospital: the last day, and what it means, before anything happens. */
import { useState } from "react";
import { api, ask, ifMatch, type Schemas } from "../api/client";
import { refusalWords } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Section } from "../ui/Section";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { lastOfMonth } from "./RoleFields";
import { type Person, useTakeIn } from "./reading";

interface Props {
  person: Person;
  onLeft: (done: Schemas["LeftOut"]) => void;
}

export function LeaveForm({ person, onLeft }: Props) {
  const { today } = useSignedIn();
  const takeIn = useTakeIn();
  const [on, setOn] = useState("");
  const save = useSave(
    (day: string) =>
      ask(
        api.POST("/api/people/{person_id}/leave", {
          params: { path: { person_id: person.id }, header: ifMatch(person.version) },
          body: { on: day },
        }),
      ),
    {
      onSaved: (done) => {
        takeIn(done.person);
        onLeft(done);
      },
    },
  );
  const conflict = save.conflict ? [{ words: refusalWords(save.refusal) }] : [];
  const problems = save.problems.length > 0 ? save.problems : conflict;
  const wrong = dayProblem(on);
  return (
    <Section title={a.leaveTitle} lead={a.leaveText(person.name)}>
      <form
        className="form section__act"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(on, wrong ? [{ field: "on", words: wrong }] : []);
        }}
      >
        <ErrorSummary problems={problems} />
        <DateField
          name="on"
          label={a.lastWorkday}
          value={on}
          onChange={setOn}
          now={today}
          quick={[{ label: p.today, day: today }, lastOfMonth(today)]}
          error={wordsFor(problems, "on")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {a.leaveAct}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
