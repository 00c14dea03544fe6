/** Searching from everywhere: one field, and what was found by kind; words and kind stand in the address. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { refusalWords } from "../api/refusals";
import { useMe } from "../api/session";
import { listed, number } from "../dates";
import { to } from "../paths";
import { LinkButton, TextLink } from "../ui/Button";
import { TextField } from "../ui/Field";
import { Announce, Empty } from "../ui/Notice";
import { Page } from "../ui/Page";
import { Rows } from "../ui/Rows";
import { Section } from "../ui/Section";
import { Loading, ShowMore, Trouble } from "../ui/Waiting";
import { HitRow } from "./hits";
import { type Group, IN_ADDRESS, type Kind, kindOf, useSearch } from "./reading";
import "./search.scss";
import { t } from "./texts";

const PAUSE = 250;

export function SearchPage() {
  const [address, setAddress] = useSearchParams();
  const signedIn = Boolean(useMe().data);
  const asked = address.get("q") ?? "";
  const kind = kindOf(address.get("slags") ?? "");
  const field = useRef<HTMLInputElement>(null);
  // Here and not in the field: the page's heading takes the focus when one arrives, and this comes after it.
  useEffect(() => field.current?.focus(), []);
  const ask = (q: string) => setAddress(q ? { q } : {}, { replace: true });
  return (
    <Page title={t.title} width="text">
      <SearchField field={field} asked={asked} onAsk={ask} hint={signedIn ? t.hint : t.guestHint} />
      {!signedIn && (
        <p className="search-guest">
          {t.guest} <TextLink href={to.signIn(to.search(asked))}>{t.signIn}</TextLink>
        </p>
      )}
      <Results signedIn={signedIn} asked={asked.trim()} kind={kind} />
    </Page>
  );
}

interface FieldProps {
  field: RefObject<HTMLInputElement | null>;
  asked: string;
  onAsk: (q: string) => void;
  hint: string;
}

/** The field has the focus; what is typed is asked for when one pauses, or at once with Enter. */
function SearchField({ field, asked, onAsk, hint }: FieldProps) {
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);
  useEffect(() => {
    // Back and forward change the address from outside.
    if (asked === sent.current) return;
    sent.current = asked;
    setTyped(asked);
  }, [asked]);
  const send = (q: string) => {
    sent.current = q;
    onAsk(q);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing begins the pause anew.
  useEffect(() => {
    if (typed === sent.current) return;
    const pause = setTimeout(() => send(typed), PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <search>
      <form
        className="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(typed);
        }}
      >
        <TextField
          ref={field}
          type="search"
          name="q"
          label={t.field}
          labelSize="h3"
          hint={hint}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
        />
      </form>
    </search>
  );
}

function Results({ signedIn, asked, kind }: { signedIn: boolean; asked: string; kind: Kind | undefined }) {
  const found = useSearch(signedIn, asked, kind);
  if (!asked) return null;
  if (found.isError) return <Trouble words={refusalWords(found.error)} onRetry={() => found.refetch()} />;
  if (!found.data) return <Loading />;
  const groups = together(found.data.pages.map((page) => page.groups));
  if (groups.length === 0)
    return (
      <div className="section">
        <Announce>{t.none(asked)}</Announce>
        <Empty title={t.none(asked)} level={2}>
          {signedIn ? t.noneText : t.noneGuest}
        </Empty>
      </div>
    );
  return (
    <div className="search-groups">
      <Announce>{t.said(listed(groups.map(howMany)))}</Announce>
      {kind && signedIn && (
        <p className="search-guest">
          <TextLink href={to.search(asked)}>{t.back}</TextLink>
        </p>
      )}
      {groups.map((group) => (
        <Found key={group.kind} group={group} asked={asked} />
      ))}
      {found.hasNextPage && (
        <ShowMore onClick={() => found.fetchNextPage()} busy={found.isFetchingNextPage} />
      )}
    </div>
  );
}

const howMany = (group: Group): string => {
  const what = t.kinds[group.kind];
  return group.more ? t.foundMany(number(group.count), what) : t.found(group.count, what);
};

/** Pages of one kind are one list. */
function together(pages: readonly (readonly Group[])[]): Group[] {
  const [first = [], ...rest] = pages;
  return first.map((group) => ({ ...group, items: [group, ...rest.flat()].flatMap((each) => each.items) }));
}

function Found({ group, asked }: { group: Group; asked: string }) {
  const title = t.kinds[group.kind];
  const all = !group.more && group.count > group.items.length && group.items.length <= 5;
  const crowded = group.items.length > 0 ? t.crowded : t.crowdedNone;
  return (
    <Section
      title={title}
      ruled
      lead={group.more ? crowded(number(group.count)) : undefined}
      actions={
        all && (
          <LinkButton kind="quiet" href={to.search(asked, IN_ADDRESS[group.kind])}>
            {t.all(group.count)}
            <span className="visually-hidden">{t.allOf(title.toLowerCase())}</span>
          </LinkButton>
        )
      }
    >
      <Rows label={title}>
        {group.items.map((hit) => (
          <HitRow key={hit.id} kind={group.kind} hit={hit} />
        ))}
      </Rows>
    </Section>
  );
}
