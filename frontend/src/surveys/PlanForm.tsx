/** The form of a wave's plan, new or changed: what it would mean is said while it is filled in. */
import type { ReactNode } from "react";
import { Await } from "../Await";
import type { Problem } from "../api/refusals";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { DraftLine } from "../ui/Notice";
import { DayFields, PhaseFields, UnitFields } from "./PlanFields";
import { InTheWay, Prospects } from "./Prospects";
import { type PlanValues, readable } from "./planning";
import { p } from "./planTexts";
import { answering, unitsOf } from "./units";
import { type Thought, useThought } from "./waveReading";
import { w } from "./waveTexts";

interface FormProps {
  departments: readonly string[];
  /** The wave that is changed, which does not stand in its own way. */
  wave?: string;
  draft: {
    values: PlanValues;
    put: (some: Partial<PlanValues>) => void;
    restored: boolean;
    discard: () => void;
  };
  problems: readonly Problem[];
  busy: boolean;
  onSave: (proposed: Thought) => void;
  act: string;
  filled: boolean;
  cancel: string;
  children?: ReactNode;
}

export function PlanForm(props: FormProps) {
  const { departments, wave, draft } = props;
  const ids = new Set(departments);
  const { values } = draft;
  const base = useThought({ department_ids: [...departments], wave_id: wave });
  const nodes = base.data?.nodes ?? [];
  const query = useThought({
    department_ids: [...departments],
    wave_id: wave,
    opens_on: readable(values.days.opens_on),
    closes_on: readable(values.days.closes_on),
    units: unitsOf(answering(nodes, ids), values.split),
  });
  return <Await query={query}>{(thought) => <Fields {...props} thought={thought} ids={ids} />}</Await>;
}

function Fields({ thought, ids, ...props }: FormProps & { thought: Thought; ids: Set<string> }) {
  const { draft, problems, busy, onSave, act, filled, cancel, children } = props;
  const all = answering(thought.nodes, ids);
  const fields = { values: draft.values, put: draft.put, problems, all, proposed: thought };
  return (
    <form
      className="wave-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(thought);
      }}
    >
      <ErrorSummary problems={problems} />
      <DraftLine draft={draft} />
      {children}
      <PhaseFields {...fields} />
      <UnitFields {...fields} />
      <DayFields {...fields} />
      <div className="wave-form__said">
        <InTheWay obstacles={thought.obstacles} nodes={thought.nodes} departments={ids} />
        <Prospects nodes={thought.nodes} departments={ids} />
      </div>
      <p className="soft measure">{p.keepText(w.committee[thought.decider])}</p>
      <p className="meta measure">{p.losing}</p>
      <ButtonRow>
        <Button kind={filled ? "filled" : "outline"} type="submit" busy={busy}>
          {act}
        </Button>
        <LinkButton kind="link" href={cancel}>
          {p.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
