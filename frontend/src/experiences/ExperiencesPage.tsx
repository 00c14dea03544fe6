/** What departments have shared: filters in the address, last first; one's own drafts beside. */
import { refusalWords } from "../api/refusals";
import { may, useSignedIn } from "../api/session";
import { useContent } from "../content/parts";
import { inLanguage } from "../i18n";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { FilterBar, FilterSelect, useFilters } from "../ui/Filters";
import { Announce, Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Rows } from "../ui/Rows";
import { keyOf, MOST, SaveList } from "../ui/SaveList";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { ExperienceRow } from "./ExperienceRow";
import { readExperiences, useExperiences, type Wanted } from "./reading";
import { savedColumns } from "./savedColumns";
import { t } from "./texts";

const NONE: Wanted = { vis: "", faktor: "", redskab: "", afdeling: "" };

export function ExperiencesPage() {
  const me = useSignedIn();
  const [wanted, setWanted] = useFilters({ ...NONE });
  const list = useExperiences(wanted);
  const items = list.data?.pages.flatMap((page) => page.items);
  const more = list.hasNextPage;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: to.library, label: t.library }]}
      actions={may(me, "suggest") && <LinkButton href={to.library}>{t.list.ready}</LinkButton>}
    >
      <Filters wanted={wanted} onChange={setWanted} departments={list.data?.pages[0]?.departments ?? []} />
      {list.isError && <Trouble words={refusalWords(list.error)} onRetry={() => list.refetch()} />}
      {list.isPending && <Loading />}
      {items && (
        <div className="section section--tight">
          <Announce>{t.list.count(items.length, more)}</Announce>
          {items.length === 0 ? (
            <Nothing wanted={wanted} />
          ) : (
            <Rows label={t.title}>
              {items.map((one) => (
                <ExperienceRow key={one.id} experience={one} level={2} />
              ))}
            </Rows>
          )}
          <SaveList
            key={keyOf(wanted)}
            title={t.title}
            rows={items}
            columns={savedColumns}
            rest={more && ((cursor) => readExperiences(wanted, cursor, MOST))}
          />
          {may(me, "roll_out") && items.length > 0 && (
            <p className="section__act no-print">
              <TextLink href={to.papers(undefined, undefined, "experiences")}>{t.list.collect}</TextLink>
            </p>
          )}
          {more && <ShowMore onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage} />}
        </div>
      )}
    </Page>
  );
}

interface FiltersProps {
  wanted: Wanted;
  onChange: (name: keyof Wanted, value: string) => void;
  departments: readonly { id: string; name: string }[];
}

function Filters({ wanted, onChange, departments }: FiltersProps) {
  const me = useSignedIn();
  const content = useContent().data;
  const titled = (entries: readonly { key: string; title: { da: string; en: string } }[] = []) =>
    entries.map(({ key, title }) => ({ value: key, label: inLanguage(title) }));
  return (
    <FilterBar>
      <FilterSelect
        label={t.list.factor}
        value={wanted.faktor}
        onChange={(factor) => onChange("faktor", factor)}
        options={titled(content?.factors)}
      />
      <FilterSelect
        label={t.list.tool}
        value={wanted.redskab}
        onChange={(tool) => onChange("redskab", tool)}
        options={titled(content?.tools)}
      />
      <FilterSelect
        label={t.list.department}
        value={wanted.afdeling}
        onChange={(id) => onChange("afdeling", id)}
        options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {may(me, "read") && (
        <FilterSelect
          label={t.list.which}
          value={wanted.vis}
          onChange={(state) => onChange("vis", state)}
          all={t.list.shared}
          options={[
            { value: "draft", label: t.list.draft },
            { value: "withdrawn", label: t.list.withdrawn },
          ]}
        />
      )}
    </FilterBar>
  );
}

function Nothing({ wanted }: { wanted: Wanted }) {
  const { vis, ...rest } = wanted;
  if (Object.values(rest).some(Boolean) || vis) {
    const title = Object.values(rest).some(Boolean)
      ? t.list.noMatch
      : vis === "draft"
        ? t.list.noDrafts
        : t.list.noWithdrawn;
    return (
      <Empty
        title={title}
        level={2}
        action={<LinkButton href={to.experiences()}>{t.list.clear}</LinkButton>}
      />
    );
  }
  return (
    <Empty title={t.list.none} level={2} action={<LinkButton href={to.library}>{t.list.ready}</LinkButton>}>
      {t.list.noneText} <TextLink href={to.trials}>{t.list.toTrials}</TextLink>
    </Empty>
  );
}
