/** A role for somebody: who, which, where, from when to when. */
import { useLocation } from "wouter";
import { api, ask, type Refusal, type Schemas, useAttempt } from "../api/client";
import { fieldErrors, type Problem, problemsOf } from "../api/refusals";
import { useSignedIn } from "../api/session";
import { useDraft } from "../drafts";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import type { Option } from "../ui/Field";
import { DraftLine } from "../ui/Notice";
import { p } from "./peopleTexts";
import { type Dates, DatesFields, datesLack, RoleFields } from "./RoleFields";
import { bodyOf } from "./RoleForm";
import { type Role, useTakeIn } from "./reading";
import { NOBODY, type Who, WhoFields, whoLacks } from "./WhoFields";

interface Values extends Who, Dates {
  role: Role | "";
  department_id: string;
}

interface Props {
  /** What a kept draft is named by. */
  name: string;
  roles: readonly Role[];
  places: readonly Option[];
  /** What is chosen to begin with. */
  given: Partial<Values>;
  /** The person is settled: only the role is asked for. */
  settled?: boolean;
  back: string;
  /** Where the page goes, told whose role it is. */
  after: (person: string) => string;
}

export function GrantForm({ name, roles, places, given, settled, back, after }: Props) {
  const me = useSignedIn();
  const [, navigate] = useLocation();
  const attempt = useAttempt();
  const takeIn = useTakeIn();
  const draft = useDraft<Values>(me.person.id, name, {
    ...NOBODY,
    role: "",
    department_id: places.length === 1 ? (places[0]?.value ?? "") : "",
    title: "",
    valid_from: me.today,
    valid_to: "",
    ...given,
  });
  const v = draft.values;
  const save = useSave(
    async ({ role, department_id, ...values }: Values) => {
      if (role === "") throw new Error("lacks() asks for the role");
      const held = { role, department_id, ...bodyOf(values) };
      if (values.which === "known") {
        const body = { ...held, person_id: values.person_id };
        await ask(api.POST("/api/roles", { params: { header: attempt(body) }, body }));
        return values.person_id;
      }
      const body = { name: values.name.trim(), email: values.email.trim(), role: held };
      return (await ask(api.POST("/api/people", { params: { header: attempt(body) }, body }))).id;
    },
    {
      onSaved: (person) => {
        draft.saved();
        takeIn();
        navigate(after(person));
      },
      words: (refusal) => {
        const known = knownBy(refusal);
        if (!known) return rolesField(refusal);
        // Trinvis knows her already: she is chosen, and the next press gives her the role.
        draft.put({ which: "known", person_id: known.id, person_name: known.name });
        return [{ field: "person_id", words: p.knownAlready(known.name) }];
      },
    },
  );
  const lacks = (): Problem[] => [
    ...whoLacks(v),
    ...(v.role ? [] : [{ field: "role", words: p.chooseRole }]),
    ...(v.department_id ? [] : [{ field: "department_id", words: p.chooseWhere }]),
    ...datesLack(v),
  ];
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(v, lacks());
      }}
    >
      <ErrorSummary problems={save.problems} />
      <DraftLine draft={draft} />
      {!settled && <WhoFields who={v} put={draft.put} problems={save.problems} />}
      <RoleFields roles={roles} places={places} values={v} put={draft.put} problems={save.problems} />
      <DatesFields values={v} put={draft.put} problems={save.problems} role={v.role} />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {settled ? p.giveRole : p.addAct}
        </Button>
        <LinkButton kind="link" href={back}>
          {p.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

/** Whose the address is, where the refusal says that somebody has it. */
function knownBy(refusal: Refusal): Schemas["PersonRef"] | null {
  const taken = fieldErrors(refusal).find(({ problem }) => problem === "person_exists");
  return (taken?.person as Schemas["PersonRef"] | undefined) ?? null;
}

/** The role stands inside the form of a new person ("role.valid_from") or alone ("valid_from"). */
const rolesField = (refusal: Refusal): Problem[] =>
  problemsOf(refusal).map((one) => (one.field ? { ...one, field: one.field.replace(/^role\./, "") } : one));
