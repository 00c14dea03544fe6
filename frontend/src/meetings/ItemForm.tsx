/** The form of an item. */
import type { Problem } from "../api/refusals";
import { RadioCards } from "../ui/Choice";
import { wordsFor } from "../ui/ErrorSummary";
import { TextArea, TextField } from "../ui/Field";
import { f } from "./formTexts";
import type { Asks, Committee, Item } from "./reading";

export interface ItemValues {
  title: string;
  asks: Asks | "";
  recommendation: string;
  account: string;
}

export const EMPTY: ItemValues = { title: "", asks: "", recommendation: "", account: "" };

export const valuesOf = ({ title, asks, recommendation, account }: Item): ItemValues => ({
  title,
  asks,
  recommendation: recommendation ?? "",
  account: account ?? "",
});

export const bodyOf = ({ title, asks, recommendation, account }: ItemValues) => ({
  title: title.trim(),
  asks: asks || ("discuss" as const),
  recommendation: recommendation.trim() || null,
  account: account.trim() || null,
});

export const itemLacks = ({ title, asks }: ItemValues): Problem[] => [
  ...(title.trim() ? [] : [{ field: "title", words: f.titleNeeded }]),
  ...(asks ? [] : [{ field: "asks", words: f.asksNeeded }]),
];

const CHOICES: readonly Asks[] = ["approve", "discuss", "note"];

interface Props {
  committee: Committee;
  values: ItemValues;
  put: (some: Partial<ItemValues>) => void;
  problems: readonly Problem[];
}

export function ItemFields({ committee, values, put, problems }: Props) {
  return (
    <>
      <TextField
        name="title"
        label={f.title}
        maxLength={200}
        value={values.title}
        onChange={(title) => put({ title })}
        error={wordsFor(problems, "title")}
      />
      <RadioCards<Asks>
        name="asks"
        legend={f.asks[committee]}
        layout="inline"
        value={values.asks}
        onChange={(asks) => put({ asks })}
        options={CHOICES.map((value) => ({ value, label: f.ask[value] }))}
        error={wordsFor(problems, "asks")}
      />
      <TextArea
        name="recommendation"
        label={f.recommendation[committee]}
        hint={f.recommendationHint}
        optional
        rows={2}
        maxLength={500}
        value={values.recommendation}
        onChange={(recommendation) => put({ recommendation })}
        error={wordsFor(problems, "recommendation")}
      />
      <TextArea
        name="account"
        label={f.account}
        hint={f.accountHint}
        optional
        rows={5}
        maxLength={2000}
        value={values.account}
        onChange={(account) => put({ account })}
        error={wordsFor(problems, "account")}
      />
    </>
  );
}
