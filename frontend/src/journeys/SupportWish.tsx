/** One wish for help: where it stands, and what the department or HR can do with it. */
import { useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { useSignedIn } from "../api/session";
import { addDays, longDay } from "../dates";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { Checkbox } from "../ui/Choice";
import { DateField, dayProblem } from "../ui/DateField";
import { ErrorSummary, wordsFor } from "../ui/ErrorSummary";
import { PersonSelect, TextArea } from "../ui/Field";
import { f } from "./formTexts";
import { type Support, usePeople, useTakeInSupport } from "./reading";
import { s } from "./sessionTexts";

export const EMPTY = { wish: "", visible_to_hmu: false };

interface WishFieldsProps {
  values: typeof EMPTY;
  put: (some: Partial<typeof EMPTY>) => void;
  error: string | undefined;
}

export function WishFields({ values, put, error }: WishFieldsProps) {
  return (
    <>
      <TextArea
        name="wish"
        label={f.help.wish}
        hint={f.help.wishHint}
        after={f.help.readers}
        rows={4}
        maxLength={4000}
        value={values.wish}
        onChange={(wish) => put({ wish })}
        error={error}
      />
      <Checkbox
        name="visible_to_hmu"
        label={f.help.visible}
        detail={f.help.visibleDetail}
        checked={values.visible_to_hmu}
        onChange={(visible_to_hmu) => put({ visible_to_hmu })}
      />
    </>
  );
}

type Shown = "edit" | "agree" | null;

export function SupportWish({ wish }: { wish: Support }) {
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  if (shown === "edit") return <EditForm wish={wish} onDone={close} />;
  if (shown === "agree") return <AgreeForm wish={wish} onDone={close} />;
  return (
    <>
      <p className="lead">{wish.wish}</p>
      <p>{standing(wish)}</p>
      <p className="meta">{wish.visible_to_hmu ? f.help.seen : f.help.notSeen}</p>
      <Moves wish={wish} onShow={setShown} />
    </>
  );
}

function standing(wish: Support): string {
  if (wish.state === "agreed" && wish.agreed_for) {
    return f.help.agreed(wish.agreed_with?.name || "HR", longDay(wish.agreed_for));
  }
  const words = wish.can.includes("agree") ? f.help.wantedFromYou : f.help.wanted;
  return words(wish.asked_by?.name || f.help.wantedBy, longDay(wish.wanted_on));
}

function Moves({ wish, onShow }: { wish: Support; onShow: (shown: Shown) => void }) {
  const takeIn = useTakeInSupport();
  const params = { path: { request_id: wish.id }, header: ifMatch(wish.version) };
  const move = useSave(
    (act: "done" | "withdraw") =>
      act === "done"
        ? ask(api.POST("/api/support-requests/{request_id}/done", { params }))
        : ask(api.POST("/api/support-requests/{request_id}/withdraw", { params })),
    { onSaved: takeIn },
  );
  const { can } = wish;
  return (
    <div className="no-print">
      <ErrorSummary problems={move.problems} />
      <ButtonRow>
        {can.includes("agree") && (
          <Button kind={wish.state === "wanted" ? "filled" : "outline"} onClick={() => onShow("agree")}>
            {wish.state === "wanted" ? f.help.agree : f.help.change}
          </Button>
        )}
        {can.includes("done") && (
          <Button busy={move.busy} onClick={() => move.run("done")}>
            {f.help.done}
          </Button>
        )}
        {can.includes("edit") && <Button onClick={() => onShow("edit")}>{f.help.edit}</Button>}
        {can.includes("withdraw") && (
          <Button kind="link" busy={move.busy} onClick={() => move.run("withdraw")}>
            {f.help.withdraw}
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}

function EditForm({ wish, onDone }: { wish: Support; onDone: () => void }) {
  const takeIn = useTakeInSupport();
  const [values, setValues] = useState({ wish: wish.wish, visible_to_hmu: wish.visible_to_hmu });
  const save = useSave(
    (body: typeof EMPTY) =>
      ask(
        api.PUT("/api/support-requests/{request_id}", {
          params: { path: { request_id: wish.id }, header: ifMatch(wish.version) },
          body,
        }),
      ),
    {
      onSaved: () => {
        takeIn();
        onDone();
      },
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(values, values.wish.trim() ? [] : [{ field: "wish", words: f.help.wishNeeded }]);
      }}
    >
      <ErrorSummary problems={save.problems} />
      {save.conflict && <p role="alert">{f.help.changedMeanwhile}</p>}
      <WishFields
        values={values}
        put={(some) => setValues((old) => ({ ...old, ...some }))}
        error={wordsFor(save.problems, "wish")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.help.save}
        </Button>
        <Button kind="link" onClick={onDone}>
          {s.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

function AgreeForm({ wish, onDone }: { wish: Support; onDone: () => void }) {
  const me = useSignedIn();
  const takeIn = useTakeInSupport();
  const people = usePeople(wish.department.id).data?.items ?? [];
  const [day, setDay] = useState(wish.agreed_for ?? "");
  const [who, setWho] = useState(wish.agreed_with?.id ?? me.person.id);
  const save = useSave(
    () =>
      ask(
        api.POST("/api/support-requests/{request_id}/agree", {
          params: { path: { request_id: wish.id }, header: ifMatch(wish.version) },
          body: { agreed_for: day, agreed_with: who || null },
        }),
      ),
    {
      onSaved: () => {
        takeIn();
        onDone();
      },
    },
  );
  const check = () => {
    const words = dayProblem(day, { min: me.today });
    return words ? [{ field: "agreed_for", words }] : [];
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(undefined, check());
      }}
    >
      <p className="lead">{wish.wish}</p>
      <ErrorSummary problems={save.problems} />
      {save.conflict && <p role="alert">{f.help.changedMeanwhile}</p>}
      <DateField
        name="agreed_for"
        label={f.help.agreedFor}
        value={day}
        onChange={setDay}
        now={me.today}
        quick={[
          { label: s.inAWeek, day: addDays(me.today, 7) },
          { label: s.inTwoWeeks, day: addDays(me.today, 14) },
        ]}
        error={wordsFor(save.problems, "agreed_for")}
      />
      <PersonSelect
        name="agreed_with"
        label={f.help.agreedWith}
        people={people.filter(({ id, roles }) => id === me.person.id || roles.includes("hr"))}
        me={me.person.id}
        value={who}
        onChange={setWho}
        error={wordsFor(save.problems, "agreed_with")}
      />
      <ButtonRow>
        <Button kind="filled" type="submit" busy={save.busy}>
          {f.help.saveAgree}
        </Button>
        <Button kind="link" onClick={onDone}>
          {s.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
