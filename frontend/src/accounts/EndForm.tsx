/** The end of a role, from a day: what follows from it stands above the button. */
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
import { lastOfMonth } from "./RoleFields";
import { type Person, type RoleLine, useTakeIn } from "./reading";

interface Props {
  person: Person;
  held: RoleLine;
  onEnded: (done: Schemas["EndedOut"]) => void;
}

export function EndForm({ person, held, onEnded }: Props) {
  const { today } = useSignedIn();
  const takeIn = useTakeIn();
  const [on, setOn] = useState(today);
  const save = useSave(
    (day: string) =>
      ask(
        api.POST("/api/roles/{role_id}/end", {
          params: { path: { role_id: held.id }, header: ifMatch(held.version) },
          body: { on: day },
        }),
      ),
    {
      onSaved: (done) => {
        takeIn();
        onEnded(done);
      },
    },
  );
  const conflict = save.conflict ? [{ words: refusalWords(save.refusal) }] : [];
  const problems = save.problems.length > 0 ? save.problems : conflict;
  const days = dayProblem(on);
  const lastOf = lastOfMonth(today);
  return (
    <Section title={p.endTitle} lead={held.deputy_for ? p.endDeputyText : p.endText(person.name)}>
      <form
        className="form section__act"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run(on, days ? [{ field: "on", words: days }] : []);
        }}
      >
        <ErrorSummary problems={problems} />
        <DateField
          name="on"
          label={p.lastDay}
          value={on}
          onChange={setOn}
          now={today}
          quick={[{ label: p.today, day: today }, ...(lastOf.day === today ? [] : [lastOf])]}
          error={wordsFor(problems, "on")}
        />
        <ButtonRow>
          <Button type="submit" busy={save.busy}>
            {p.end}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
