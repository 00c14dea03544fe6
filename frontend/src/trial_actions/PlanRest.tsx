/** What a plan's form asks beyond its sentences: by who writes it, and whether the trial runs. */
import type { Problem } from "../api/refusals";
import { dayProblem } from "../ui/DateField";
import { More } from "../ui/Section";
import type { PlanForm } from "./forms";
import { End, EvaluateOn, type FieldsProps, Owner, Period, Places, Text, Title, Topics } from "./PlanFields";
import { t } from "./texts";

/** With somebody who may plan it: who and how long, then all that is optional under Mere. */
export function PlannedRest(props: FieldsProps & { department: string }) {
  return (
    <>
      <Owner {...props} />
      <Period {...props} />
      <Places {...props} />
      <More label={t.form.more}>
        <Title {...props} />
        <Text name="situation" {...props} />
        <Optional {...props} />
      </More>
    </>
  );
}

/** A suggestion asks for the idea alone; who and when can wait. */
export function SuggestedRest(props: FieldsProps & { department: string }) {
  return (
    <>
      <Text name="situation" {...props} />
      <More label={t.form.moreSuggest}>
        <Owner {...props} />
        <Period {...props} />
        <Title {...props} />
        <Optional {...props} />
      </More>
    </>
  );
}

function Optional(props: FieldsProps) {
  return (
    <>
      <Text name="aim" {...props} />
      <Text name="for_whom" {...props} />
      <Text name="where" {...props} />
      <Text name="data_plan" {...props} />
      <EvaluateOn {...props} />
      <Topics {...props} />
    </>
  );
}

/** While it runs: the end and whose it is. */
export function RunningRest(props: FieldsProps & { department: string }) {
  return (
    <>
      <Owner {...props} />
      <End {...props} />
      <EvaluateOn {...props} />
      <Title {...props} />
      <Places {...props} />
    </>
  );
}

/** Days that cannot be read; everything else the API tells. */
export function unreadableDays(form: PlanForm): Problem[] {
  const days = [
    "starts_on",
    ...(form.length === "other" ? (["ends_on"] as const) : []),
    "evaluate_on",
  ] as const;
  return days.flatMap((field) => {
    const words = dayProblem(form[field], { required: false });
    return words ? [{ field, words }] : [];
  });
}
