/** What a history page shows: kinds of record, first and last day; in the address. */
import { useMemo, useState } from "react";
import { dayProblem } from "../../ui/DateField";
import { FilterBar, FilterSelect, Toggle, useFilters } from "../../ui/Filters";
import { PrintButton } from "../../ui/Sharing";
import { type DaysField, DaysForm } from "../DaysForm";
import { h } from "./texts";

/** The kinds of record that each choice stands for. */
export const OF_DEPARTMENT = {
  trial_action: ["trial_action"],
  experience: ["experience"],
  follow_up: ["follow_up"],
  agreement: ["agreement"],
  journey: ["journey"],
  session: ["session"],
  support_request: ["support_request"],
  wave: ["wave", "dialogue"],
  meeting: ["meeting", "meeting_item", "yearly_discussion"],
  people: ["role", "person", "handover", "log_link"],
  department: [
    "department",
    "tree_change",
    "board",
    "contact",
    "rollout",
    "talk",
    "course",
    "introduction_day",
  ],
} as const;

export const OF_ORGANISATION = {
  organisation: ["department", "tree_change"],
  person: ["person"],
  role: ["role"],
  import: ["import", "instrument"],
} as const;

type Groups = Partial<Record<keyof typeof h.groups, readonly string[]>>;

const NONE = { slags: "", fra: "", til: "" };

export interface Asked {
  kind?: string[];
  from?: string;
  to?: string;
}

/** What the address asks for; `wrong`: a day in it that cannot be read or cannot be. */
export function useAsked(groups: Groups) {
  const [filters, setFilter] = useFilters(NONE);
  const { slags, fra, til } = filters;
  const wrong = Boolean(dayProblem(fra, { required: false }) ?? orderProblem(fra, til));
  const asked: Asked = useMemo(() => {
    const kinds = Object.hasOwn(groups, slags) ? groups[slags as keyof Groups] : undefined;
    return {
      ...(kinds ? { kind: [...kinds] } : {}),
      ...(fra ? { from: fra } : {}),
      ...(til ? { to: til } : {}),
    };
  }, [groups, slags, fra, til]);
  const clear = () => {
    for (const name of ["slags", "fra", "til"] as const) setFilter(name, "");
  };
  return { filters, setFilter, clear, asked, wrong, filtered: Boolean(slags || fra || til) };
}

const orderProblem = (from: string, till: string): string | null =>
  dayProblem(till, { required: false, ...(from && !dayProblem(from) ? { min: from } : {}) });

interface Props {
  groups: Groups;
  state: ReturnType<typeof useAsked>;
  /** Words for how many are shown. */
  count: string | null;
}

export function HistoryFilters({ groups, state, count }: Props) {
  const { filters, setFilter, wrong } = state;
  const chosen = filters.fra !== "" || filters.til !== "";
  const [open, setOpen] = useState(chosen);
  const fields: DaysField[] = [
    { name: "fra", label: h.from, value: filters.fra },
    { name: "til", label: h.to, value: filters.til },
  ];
  const show = (days: Record<string, string>) => {
    setFilter("fra", days.fra ?? "");
    setFilter("til", days.til ?? "");
  };
  return (
    <>
      <FilterBar count={count} actions={<PrintButton />}>
        <FilterSelect
          label={h.kinds}
          value={Object.hasOwn(groups, filters.slags) ? filters.slags : ""}
          onChange={(value) => setFilter("slags", value)}
          all={h.all}
          options={(Object.keys(groups) as (keyof Groups)[]).map((value) => ({
            value,
            label: h.groups[value],
          }))}
        />
        <Toggle pressed={open} onChange={setOpen}>
          {h.days}
        </Toggle>
      </FilterBar>
      {(open || wrong) && (
        <DaysForm
          key={`${filters.fra} ${filters.til}`}
          fields={fields}
          onShow={show}
          act={h.show}
          clear={chosen ? h.allDays : undefined}
          check={(days) => {
            const problem = days.til ? orderProblem(days.fra ?? "", days.til) : null;
            return problem ? [{ field: "til", words: problem }] : [];
          }}
        />
      )}
    </>
  );
}
