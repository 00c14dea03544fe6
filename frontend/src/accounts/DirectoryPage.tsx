/** Everybody with a role, for the administration: found by name, e-mail, department. */
import { refusalWords } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { shortDay } from "../dates";
import { to } from "../paths";
import { roleWords } from "../shell/texts";
import { LinkButton, TextLink } from "../ui/Button";
import { FilterBar, FilterSelect, SearchBox, Toggle, useFilters } from "../ui/Filters";
import { Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { keyOf, type ListColumn, MOST, SaveList } from "../ui/SaveList";
import { type Column, Table } from "../ui/Table";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { lineOf, ORDER } from "./held";
import { p } from "./peopleTexts";
import { a } from "./personTexts";
import { type Known, readDirectory, useDirectory, useTreeOptions } from "./reading";

const NONE = { q: "", afdeling: "", rolle: "", uden: "", rejst: "" };

export function DirectoryPage() {
  const { today } = useSignedIn();
  const [wanted, setWanted] = useFilters(NONE);
  const tree = useTreeOptions();
  const role = ORDER.find((one) => one === wanted.rolle);
  const narrowed = {
    q: wanted.q,
    department: wanted.afdeling,
    ...(role && { role }),
    none: wanted.uden !== "",
    gone: wanted.rejst !== "",
  };
  const found = useDirectory(narrowed);
  // While another search is on its way, the rows on screen are still those of the one before.
  const more = found.hasNextPage || found.isPlaceholderData;
  const items = found.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={a.directory}
      lead={a.directoryLead}
      crumbs={[{ href: to.administration, label: a.administration }]}
      actions={
        <LinkButton kind="filled" href={to.giveRole()}>
          {p.add}
        </LinkButton>
      }
    >
      <FilterBar count={items && a.shown(items.length, found.hasNextPage)}>
        <SearchBox label={p.find} value={wanted.q} onChange={(words) => setWanted("q", words)} />
        <FilterSelect
          label={a.department}
          value={wanted.afdeling}
          onChange={(id) => setWanted("afdeling", id)}
          options={tree}
        />
        <FilterSelect
          label={a.role}
          value={role ?? ""}
          onChange={(one) => setWanted("rolle", one)}
          options={ORDER.map((one) => ({ value: one, label: roleWords(one) }))}
        />
        <Toggle pressed={wanted.uden !== ""} onChange={(on) => setWanted("uden", on ? "1" : "")}>
          {a.none}
        </Toggle>
        <Toggle pressed={wanted.rejst !== ""} onChange={(on) => setWanted("rejst", on ? "1" : "")}>
          {a.gone}
        </Toggle>
      </FilterBar>
      {found.isError && <Trouble words={refusalWords(found.error)} onRetry={() => found.refetch()} />}
      {found.isPending && <Loading />}
      {items?.length === 0 && wanted.uden && !wanted.q && <Empty title={a.noneWithout} level={2} />}
      {items?.length === 0 && !(wanted.uden && !wanted.q) && (
        <Empty title={a.noMatch} level={2} action={<LinkButton href={to.allPeople}>{a.clear}</LinkButton>}>
          {a.noMatchText}
        </Empty>
      )}
      {items && items.length > 0 && (
        <Table
          caption={a.directory}
          columns={columnsFor(today)}
          rows={items}
          rowKey={(one) => one.person.id}
        />
      )}
      {items && (
        <SaveList
          key={keyOf(narrowed)}
          title={a.directory}
          rows={items}
          columns={savedFor(today)}
          rest={more && ((cursor) => readDirectory({ ...narrowed, limit: MOST }, cursor))}
        />
      )}
      {found.hasNextPage && (
        <ShowMore onClick={() => found.fetchNextPage()} busy={found.isFetchingNextPage} />
      )}
    </Page>
  );
}

const savedFor = (today: string): ListColumn<Known>[] => [
  { title: p.name, cell: ({ person }) => person.name },
  { title: p.email, cell: ({ email }) => email },
  { title: a.roles, cell: ({ roles }) => roles.map((one) => lineOf(one, "", today, true)).join(" ") },
];

const columnsFor = (today: string): Column<Known>[] => [
  {
    key: "name",
    title: p.name,
    rowTitle: true,
    cell: (one) => <TextLink href={to.onePerson(one.person.id)}>{one.person.name}</TextLink>,
  },
  { key: "roles", title: a.roles, cell: (one) => <Roles one={one} today={today} /> },
  { key: "email", title: p.email, cell: (one) => one.email },
];

function Roles({ one, today }: { one: Known; today: string }) {
  if (one.left_on) {
    const words = one.left_on < today ? a.left : a.leaves;
    return <span className="soft">{words(shortDay(one.left_on, today))}</span>;
  }
  if (one.roles.length === 0) return <span className="soft">{a.noRoleNow}</span>;
  return (
    <ul className="plain-list">
      {one.roles.map((held) => (
        <li key={held.id}>{lineOf(held, "", today, true)}</li>
      ))}
    </ul>
  );
}
