/** Changing the plan of a wave: what was decided, confirmed and printed for the former one is void. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation, useParams } from "wouter";
import { Await } from "../Await";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { longDay } from "../dates";
import { useDraft } from "../drafts";
import { to } from "../paths";
import { useSave } from "../save";
import { LinkButton } from "../ui/Button";
import { type Chosen, Conflict } from "../ui/Conflict";
import { Page } from "../ui/Page";
import { Section } from "../ui/Section";
import { crumbsOf } from "./crumbs";
import { PlanForm } from "./PlanForm";
import {
  bodyOf,
  DAYS,
  type PlanValues,
  planLacks,
  planOf,
  readable,
  refusedPlan,
  splitWords,
} from "./planning";
import { p } from "./planTexts";
import { answering, departmentsOf } from "./units";
import { type Thought, useTakeIn, useWave, type Wave, waveQuery } from "./waveReading";
import { w } from "./waveTexts";
import "./waves.scss";

export function EditWavePage() {
  const { id = "" } = useParams<{ id: string }>();
  return (
    <Await query={useWave(id)}>
      {(wave) => (wave.can.includes("edit") ? <Edit key={id} wave={wave} /> : <NotHere wave={wave} />)}
    </Await>
  );
}

function NotHere({ wave }: { wave: Wave }) {
  return (
    <Page title={p.notHere} lead={p.notHereText} crumbs={crumbsOf(wave, true)} width="text">
      <p className="section section--tight">
        <LinkButton href={to.wave(wave.id)}>{p.toWave}</LinkButton>
      </p>
    </Page>
  );
}

/** What is typed, and the version it was typed upon: a draft of yesterday must not overwrite today. */
type Values = PlanValues & { version: number };
const valuesOf = (wave: Wave): Values => ({ ...planOf(wave), version: wave.version });

function Edit({ wave }: { wave: Wave }) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const takeIn = useTakeIn();
  const [fresh, setFresh] = useState(wave);
  const sent = useRef<Thought>(undefined);
  const departments = departmentsOf(wave.nodes);
  const ids = [...departments];
  const draft = useDraft<Values>(me.person.id, `wave-plan:${wave.id}`, valuesOf(wave));
  const save = useSave(
    ({ values, thought }: { values: Values; thought: Thought }) => {
      sent.current = thought;
      return ask(
        api.PUT("/api/waves/{wave_id}", {
          params: { path: { wave_id: wave.id }, header: ifMatch(values.version) },
          body: bodyOf(values, thought, ids),
        }),
      );
    },
    {
      onSaved: (saved) => {
        draft.saved();
        takeIn(saved);
        navigate(to.wave(wave.id));
      },
      words: (refusal) => refusedPlan(refusal, sent.current?.nodes ?? [], departments),
    },
  );
  useEffect(() => {
    if (save.conflict) void queries.fetchQuery({ ...waveQuery(wave.id), staleTime: 0 }).then(setFresh);
  }, [save.conflict, wave.id, queries]);
  const run = (values: Values, thought: Thought) => save.run({ values, thought }, planLacks(values, thought));
  const torn = save.conflict && fresh.version !== draft.values.version;
  return (
    <Page
      title={p.editTitle}
      crumbs={crumbsOf(wave, true)}
      lead={wave.state === "draft" ? p.editDraft : p.editLead}
      width="text"
    >
      <Section tight>
        <PlanForm
          departments={ids}
          wave={wave.id}
          draft={draft}
          problems={save.problems}
          busy={save.busy}
          onSave={(thought) => run(draft.values, thought)}
          act={p.save}
          filled={!torn}
          cancel={to.wave(wave.id)}
        >
          {torn && (
            <Both
              wave={fresh}
              mine={draft.values}
              busy={save.busy}
              onChosen={(values) => {
                draft.put(values);
                if (sent.current) run(values, sent.current);
              }}
            />
          )}
        </PlanForm>
      </Section>
    </Page>
  );
}

interface BothProps {
  wave: Wave;
  mine: Values;
  busy: boolean;
  onChosen: (merged: Values) => void;
}

const LABELS = { opens_on: p.opens, closes_on: p.closes, dialogue_on: p.dialogue, hmu_on: p.hmu };

/** Both plans, where two people have changed the same wave. */
function Both({ wave, mine, busy, onChosen }: BothProps) {
  const theirs = valuesOf(wave);
  const all = answering(wave.nodes, departmentsOf(wave.nodes));
  const phases = (one: Values) =>
    all.map(({ department: { id, name } }) => `${name}: ${w.phase[one.phases[id] ?? one.phase]}`).join(", ");
  const day = (one: Values, name: (typeof DAYS)[number]) => {
    const chosen = readable(one.days[name]);
    return chosen ? longDay(chosen) : (one.days[name] ?? "");
  };
  const several = all.length > 1;
  const yes = (one: Values) => (one.hmu_single ? p.yes : p.no);
  const units = (one: Values) => splitWords(all, one.split);
  const choose = (chosen: Chosen) => {
    const of = (name: string) => (chosen[name] === "theirs" ? theirs : mine);
    const days = Object.fromEntries(DAYS.map((name) => [name, of(name).days[name]])) as PlanValues["days"];
    onChosen({
      days: several ? days : { ...days, hmu_on: theirs.days.hmu_on },
      phase: of("phases").phase,
      phases: of("phases").phases,
      hmu_single: of("hmu_single").hmu_single,
      split: of("units").split,
      version: wave.version,
    });
  };
  return (
    <Conflict
      busy={busy}
      fields={[
        { name: "phases", label: p.fields.phases, mine: phases(mine), theirs: phases(theirs) },
        { name: "units", label: p.fields.units, mine: units(mine), theirs: units(theirs) },
        ...DAYS.filter((name) => several || name !== "hmu_on").map((name) => ({
          name,
          label: LABELS[name],
          mine: day(mine, name),
          theirs: day(theirs, name),
        })),
        ...(several ? [{ name: "hmu_single", label: p.single_, mine: yes(mine), theirs: yes(theirs) }] : []),
      ]}
      onChosen={choose}
    />
  );
}
