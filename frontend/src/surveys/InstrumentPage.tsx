/** How the seven statements are worded: HR's choice, once for the whole hospital. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { type Content, useContent } from "../content/parts";
import { inLanguage, texts } from "../i18n";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { RadioCards } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { SavedLine } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { type Instrument, useInstrument } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

const t = texts({
  da: {
    title: "Hvordan skal de 7 spørgsmål stå?",
    lead: "Hele hospitalet svarer på de samme sætninger, så målinger kan holdes op mod hinanden.",
    which: "Vælg udgave",
    chooseOne: "Vælg en af udgaverne.",
    differs: (number: number, words: string) => `Spørgsmål ${number}: ”${words}”`,
    until: "I kan ændre valget, til den første måling åbner.",
    fixed: "Den første måling er åbnet, så udgaven ligger fast. En anden ordlyd ville være en anden måling.",
    theirs: "Det vælger HR for hele hospitalet.",
    chosen: "HR har valgt",
    notChosen: "HR har ikke valgt endnu.",
    save: "Gem valget",
    plan: "Planlæg en måling",
    all: "Alle 7, som de står i den valgte udgave",
  },
  en: {
    title: "How shall the 7 questions be worded?",
    lead: "The whole hospital answers the same sentences, so that surveys can be held against each other.",
    which: "Choose a version",
    chooseOne: "Choose one of the versions.",
    differs: (number: number, words: string) => `Question ${number}: “${words}”`,
    until: "You can change the choice until the first survey opens.",
    fixed: "The first survey has opened, so the version is fixed. Other words would be another measurement.",
    theirs: "HR chooses for the whole hospital.",
    chosen: "HR has chosen",
    notChosen: "HR has not chosen yet.",
    save: "Save the choice",
    plan: "Plan a survey",
    all: "All 7, as they stand in the chosen version",
  },
});

export function InstrumentPage() {
  const content = useContent();
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ href: to.waves(), label: w.waves }]} width="text">
      <Section tight>
        <Await query={useInstrument()} part>
          {(instrument) => (
            <Await query={content} part>
              {(pack) => <Choice instrument={instrument} pack={pack} />}
            </Await>
          )}
        </Await>
      </Section>
    </Page>
  );
}

interface ChoiceProps {
  instrument: Instrument;
  pack: Content;
}

function Choice({ instrument, pack }: ChoiceProps) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(instrument.instrument);
  const save = useSave(
    (key: string) =>
      ask(
        api.PUT("/api/waves/instrument", {
          params: { header: ifMatch(instrument.version) },
          body: { instrument: key },
        }),
      ),
    { onSaved: (saved) => queries.setQueryData(["instrument"], saved) },
  );
  if (!instrument.can.includes("choose")) return <Standing instrument={instrument} pack={pack} />;
  const lacks = chosen ? [] : [{ field: "instrument", words: t.chooseOne }];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(chosen ?? "", lacks);
      }}
    >
      <ErrorSummary problems={save.problems} />
      <RadioCards
        name="instrument"
        legend={t.which}
        legendSize="h3"
        hint={t.until}
        options={pack.instruments.map(({ key, label }) => ({
          value: key,
          label: inLanguage(label),
          detail: <Differing pack={pack} of={key} />,
        }))}
        value={chosen}
        onChange={setChosen}
        error={wordsFor(save.problems, "instrument")}
      />
      <Statements pack={pack} of={chosen} />
      <ButtonRow end={<SavedLine at={save.savedAt} />}>
        <Button kind={instrument.instrument ? "outline" : "filled"} type="submit" busy={save.busy}>
          {t.save}
        </Button>
        {instrument.instrument && (
          <LinkButton kind="filled" href={to.newWave()}>
            {t.plan}
          </LinkButton>
        )}
      </ButtonRow>
    </form>
  );
}

/** The statements in which the versions differ, as this one has them. */
function Differing({ pack, of }: { pack: Content; of: string }) {
  const mine = pack.instruments.find(({ key }) => key === of)?.statements ?? [];
  const lines = mine
    .map((one, index) => ({ key: one.key, number: index + 1, words: inLanguage(one.text) }))
    .filter(({ words }, index) =>
      pack.instruments.some(({ statements }) => {
        const other = statements[index];
        return other && inLanguage(other.text) !== words;
      }),
    );
  return lines.map(({ key, number, words }) => (
    <span key={key} className="differing">
      {t.differs(number, words)}
    </span>
  ));
}

function Statements({ pack, of }: { pack: Content; of: string | null }) {
  const chosen = pack.instruments.find(({ key }) => key === of);
  if (!chosen) return null;
  return (
    <Section title={t.all} size={3}>
      <ol className="statements">
        {chosen.statements.map((one) => (
          <li key={one.key}>{inLanguage(one.text)}</li>
        ))}
      </ol>
    </Section>
  );
}

function Standing({ instrument, pack }: ChoiceProps) {
  const chosen = pack.instruments.find(({ key }) => key === instrument.instrument);
  return (
    <>
      <p>{instrument.fixed ? t.fixed : t.theirs}</p>
      <p>{chosen ? `${t.chosen}: ${inLanguage(chosen.label)}.` : t.notChosen}</p>
      <Statements pack={pack} of={instrument.instrument} />
    </>
  );
}
