/** All trial actions that one may read, newest first; the filters stand in the address. */

import { refusalWords } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { type TrialState, trialStateWord } from "../ui/Badge";
import { LinkButton } from "../ui/Button";
import { FilterBar, FilterSelect, SearchBox, Toggle, useFilters } from "../ui/Filters";
import { Announce, Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Rows } from "../ui/Rows";
import { keyOf, MOST, SaveList } from "../ui/SaveList";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { TakingPart, TrialRow } from "./parts";
import { readTrials, useContent, useDepartments, useTrials, type Wanted } from "./reading";
import { savedColumns } from "./savedColumns";
import { t } from "./texts";

const NONE: Record<keyof Wanted, string> = {
  department: "",
  state: "",
  decision: "",
  owner: "",
  tool: "",
  q: "",
};
const STATES: readonly TrialState[] = ["draft", "planned", "running", "tried", "evaluated", "cancelled"];
const DECISIONS = ["adopt", "adapt", "abandon"] as const;

export function TrialsPage() {
  const [wanted, setWanted] = useFilters(NONE);
  const trials = useTrials(wanted);
  const me = useSignedIn();
  // With nothing sought but a department (or one's own): also what it is part of beyond its own.
  const { department, ...rest } = wanted;
  const place = Object.values(rest).some(Boolean) ? "" : department || (me.home?.id ?? "");
  const items = trials.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t.trials} lead={t.list.lead}>
      <TrialFilters wanted={wanted} onChange={setWanted} />
      {wanted.tool && <p className="meta measure">{t.list.toolNote}</p>}
      {place && <TakingPart department={place} ours={place === me.home?.id} />}
      {trials.isError && <Trouble words={refusalWords(trials.error)} onRetry={() => trials.refetch()} />}
      {trials.isPending && <Loading />}
      {items && (
        <div className="section section--tight">
          <Announce>{t.list.shown(items.length, trials.hasNextPage)}</Announce>
          {items.length === 0 ? (
            <NoTrials filtered={Object.values(wanted).some(Boolean)} />
          ) : (
            <Rows label={t.trials}>
              {items.map((one) => (
                <TrialRow key={one.id} trial={one} place level={2} />
              ))}
            </Rows>
          )}
          <SaveList
            key={keyOf(wanted)}
            title={t.trials}
            rows={items}
            columns={savedColumns}
            rest={trials.hasNextPage && ((cursor) => readTrials(wanted, cursor, MOST))}
          />
          {trials.hasNextPage && (
            <ShowMore onClick={() => trials.fetchNextPage()} busy={trials.isFetchingNextPage} />
          )}
        </div>
      )}
    </Page>
  );
}

interface FiltersProps {
  wanted: Wanted;
  onChange: (name: keyof Wanted, value: string) => void;
}

function TrialFilters({ wanted, onChange }: FiltersProps) {
  const departments = useDepartments().data?.items ?? [];
  return (
    <FilterBar>
      <SearchBox label={t.list.search} value={wanted.q} onChange={(words) => onChange("q", words)} />
      {departments.length > 1 && (
        <FilterSelect
          label={t.list.department}
          value={wanted.department}
          onChange={(id) => onChange("department", id)}
          options={departments.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <FilterSelect
        label={t.list.state}
        value={wanted.state}
        onChange={(state) => onChange("state", state)}
        options={STATES.map((state) => ({ value: state, label: trialStateWord(state) }))}
      />
      <FilterSelect
        label={t.list.decision}
        value={wanted.decision}
        onChange={(decision) => onChange("decision", decision)}
        options={DECISIONS.map((one) => ({ value: one, label: t.decision[one] }))}
      />
      {wanted.tool && <ToolFilter tool={wanted.tool} onChange={(tool) => onChange("tool", tool)} />}
      <Toggle pressed={wanted.owner === "me"} onChange={(on) => onChange("owner", on ? "me" : "")}>
        {t.list.mine}
      </Toggle>
    </FilterBar>
  );
}

/** Only where one came by way of a tool: there are many, and few look for trials by them. */
function ToolFilter({ tool, onChange }: { tool: string; onChange: (tool: string) => void }) {
  const tools = useContent().data?.tools ?? [];
  return (
    <FilterSelect
      label={t.list.tool}
      value={tool}
      onChange={onChange}
      options={tools.map(({ key, title }) => ({ value: key, label: inLanguage(title) }))}
    />
  );
}

function NoTrials({ filtered }: { filtered: boolean }) {
  const me = useSignedIn();
  if (filtered) {
    return (
      <Empty
        title={t.list.noMatch}
        level={2}
        action={<LinkButton href={to.trials}>{t.list.clear}</LinkButton>}
      >
        {t.list.noMatchText}
      </Empty>
    );
  }
  const begin = me.home && (
    <LinkButton kind="filled" href={to.newTrial(me.home.id)}>
      {t.list.begin}
    </LinkButton>
  );
  return (
    <Empty title={t.list.none} level={2} action={begin}>
      {t.list.noneText}
    </Empty>
  );
}
