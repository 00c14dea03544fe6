/** Planning a wave: a leader in her own department, HR in several at once. */
import { useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Await } from "../Await";
import { api, ask, useAttempt } from "../api/client";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { CheckboxGroup } from "../ui/Choice";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { InstrumentFirst } from "./InstrumentFirst";
import { PlanForm } from "./PlanForm";
import { plannable } from "./places";
import { bodyOf, EMPTY, type PlanValues, planLacks, refusedPlan } from "./planning";
import { p } from "./planTexts";
import { type Line, type Thought, useInstrument, useTakeIn, useTree } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

export function NewWavePage() {
  const [search] = useSearchParams();
  const given = (search.get("afdelinger") ?? "").split(",").filter(Boolean);
  return <Await query={useTree()}>{({ items }) => <Which lines={items} given={given} />}</Await>;
}

function Which({ lines, given }: { lines: readonly Line[]; given: readonly string[] }) {
  const me = useSignedIn();
  const mine = plannable(lines, me.roles);
  const only = mine.length === 1 ? mine : mine.filter((one) => given.includes(one.id));
  if (mine.length === 0) return <Nobody />;
  if (only.length === 0) return <Choose lines={mine} />;
  return <Planned key={only.map((one) => one.id).join()} chosen={only} several={mine.length > 1} />;
}

function Nobody() {
  return (
    <Page title={p.nobody} lead={p.nobodyText} width="text">
      <p className="section section--tight">
        <LinkButton href={to.departments}>{p.toDepartments}</LinkButton>
      </p>
    </Page>
  );
}

const crumbs = [{ href: to.waves(), label: w.waves }];

function Choose({ lines }: { lines: readonly Line[] }) {
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [wrong, setWrong] = useState<{ field: string; words: string }[]>([]);
  return (
    <Page title={p.title} lead={p.lead} crumbs={crumbs} width="text">
      <Section tight>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setWrong(chosen.length > 0 ? [] : [{ field: "department_ids", words: p.chooseOne }]);
            if (chosen.length > 0) navigate(to.newWave(chosen));
          }}
        >
          <ErrorSummary problems={wrong} />
          <CheckboxGroup
            name="department_ids"
            legend={p.choose}
            legendSize="h3"
            layout="columns"
            hint={p.chooseLead}
            options={lines.map((one) => ({ value: one.id, label: one.name }))}
            value={chosen}
            onChange={setChosen}
            error={wordsFor(wrong, "department_ids")}
          />
          <ButtonRow>
            <Button kind="filled" type="submit">
              {p.next}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}

function Planned({ chosen, several }: { chosen: readonly Line[]; several: boolean }) {
  const [one] = chosen;
  const here = chosen.length === 1 && one ? one : null;
  return (
    <Page
      title={p.title}
      lead={p.lead}
      crumbs={
        here
          ? [
              { href: to.department(here.id), label: here.name },
              { href: to.waves(here.id), label: w.waves },
            ]
          : crumbs
      }
      meta={here ? null : w.and(chosen.map(({ name }) => name))}
      width="text"
    >
      <Section tight>
        <Await query={useInstrument()} part>
          {(instrument) =>
            instrument.instrument ? (
              <Plan chosen={chosen} cancel={here ? to.waves(here.id) : several ? to.newWave() : to.waves()} />
            ) : (
              <InstrumentFirst instrument={instrument} />
            )
          }
        </Await>
      </Section>
    </Page>
  );
}

function Plan({ chosen, cancel }: { chosen: readonly Line[]; cancel: string }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const attempt = useAttempt();
  const ids = chosen.map((one) => one.id);
  const draft = useDraft<PlanValues>(me.person.id, `wave:${ids.join()}`, EMPTY);
  const sent = useRef<Thought>(undefined);
  const save = useSave(
    (thought: Thought) => {
      sent.current = thought;
      const body = bodyOf(draft.values, thought, ids);
      return ask(api.POST("/api/waves", { params: { header: attempt(body) }, body }));
    },
    {
      onSaved: (wave) => {
        draft.saved();
        takeIn(wave);
        navigate(to.wave(wave.id));
      },
      words: (refusal) => refusedPlan(refusal, sent.current?.nodes ?? [], new Set(ids)),
    },
  );
  return (
    <PlanForm
      departments={ids}
      draft={draft}
      problems={save.problems}
      busy={save.busy}
      onSave={(thought) => save.run(thought, planLacks(draft.values, thought))}
      act={p.keep}
      filled
      cancel={cancel}
    />
  );
}
