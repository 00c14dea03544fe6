/**
 * Follow-ups and agreements as they stand in other pages' lists.
 *   <FollowUpDates items={planned.items} now={me.today} />        dates first; the oldest overdue one warm
 *   <FollowUpsHeld items={held.items} />                          what was seen the last times
 *   <AgreementRows items={agreements.items} now={me.today} />
 *   <SavedFollowUps department={here} items={...} more />         the planned ones as a file; comes after the page
 *   <SavedAgreements department={here} items={...} more />        the open ones
 * `place`: name the department too, where the list holds several.
 */
import { lazy, Suspense } from "react";
import { shortDay } from "../dates";
import { to } from "../paths";
import { Arriving } from "../ui/arriving";
import { LinkButton, TextLink } from "../ui/Button";
import { DateRow, DateRows } from "../ui/Due";
import { Row, Rows } from "../ui/Rows";
import type { Agreement, FollowUp } from "./reading";
import type { SavedProps } from "./SavedLists";
import { t } from "./texts";

export { useAgreements, useFollowUps } from "./reading";

const saved = () => import("./SavedLists");
const LazyFollowUps = lazy(async () => ({ default: (await saved()).SavedFollowUps }));
const LazyAgreements = lazy(async () => ({ default: (await saved()).SavedAgreements }));

export const SavedFollowUps = (props: SavedProps<FollowUp>) => (
  <Suspense fallback={<Arriving />}>
    <LazyFollowUps {...props} />
  </Suspense>
);

export const SavedAgreements = (props: SavedProps<Agreement>) => (
  <Suspense fallback={<Arriving />}>
    <LazyAgreements {...props} />
  </Suspense>
);

interface ListProps<Item> {
  items: readonly Item[];
  now: string;
  place?: boolean;
}

export function FollowUpDates({ items, now, place }: ListProps<FollowUp>) {
  const oldest = items.find((item) => item.overdue);
  return (
    <DateRows>
      {items.map((item) => (
        <DateRow
          key={item.id}
          date={shortDay(item.due, now)}
          title={<TextLink href={to.followUp(item.id)}>{item.question}</TextLink>}
          meta={metaOf(item, now, place)}
          warm={item === oldest}
          action={
            item.can.includes("log") && (
              <LinkButton kind="quiet" href={to.logFollowUp(item.department.id, item.id)}>
                {t.followUp}
              </LinkButton>
            )
          }
        />
      ))}
    </DateRows>
  );
}

function metaOf(item: FollowUp, now: string, place?: boolean): string {
  const words = [
    item.overdue ? t.wasDue(shortDay(item.due, now)) : "",
    item.question === t.kind[item.kind] ? "" : t.kind[item.kind],
    aboutOf(item),
    place ? item.department.name : "",
  ];
  return words.filter(Boolean).map(sentence).join(" ");
}

/** What it is about, in a few words. */
export const aboutOf = ({ trial_action, agreement }: FollowUp): string =>
  trial_action?.title ?? agreement?.what ?? "";

const sentence = (words: string): string => (/[.?!…]$/.test(words) ? words : `${words}.`);

export function FollowUpsHeld({ items, now, place }: ListProps<FollowUp>) {
  return (
    <Rows>
      {items.map((item) => {
        const last = item.logs.at(-1);
        const where = place ? `${item.department.name}.` : "";
        return (
          <Row
            key={item.id}
            title={item.question}
            href={to.followUp(item.id)}
            text={last?.note ?? (last?.has_note ? t.page.hasCandid : null)}
            meta={[last && `${t.assessed[last.assessment]}.`, where].filter(Boolean).join(" ")}
            side={last && shortDay(last.held_on, now)}
          />
        );
      })}
    </Rows>
  );
}

export function AgreementRows({ items, now, place }: ListProps<Agreement>) {
  return (
    <Rows>
      {items.map((item) => {
        const owner = item.owner ? t.owner(item.owner.name) : t.noOwner;
        return (
          <Row
            key={item.id}
            title={item.what}
            href={to.agreement(item.id)}
            meta={[`${owner}.`, place && `${item.department.name}.`].filter(Boolean).join(" ")}
            side={agreementDate(item, now)}
          />
        );
      })}
    </Rows>
  );
}

/** When it is to be done, was done or was dropped. */
export function agreementDate(item: Agreement, now: string): string {
  if (item.state === "open") {
    return (item.overdue ? t.agreement.wasDueOn : t.agreement.dueOn)(shortDay(item.due, now));
  }
  const ended = shortDay(item.ended_on ?? item.due, now);
  return (item.state === "done" ? t.agreement.doneOn : t.agreement.cancelledOn)(ended);
}
