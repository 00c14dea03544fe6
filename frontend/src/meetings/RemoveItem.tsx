/** An item leaves the agenda, as long as nothing was decided about it. */
import { useState } from "react";
import { useLocation } from "wouter";
import { api, ask, ifMatch } from "../api/client";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Panel } from "../ui/Section";
import { f } from "./formTexts";
import { type Item, type Meeting, useTakeIn } from "./reading";

export function RemoveItem({ meeting, item }: { meeting: Meeting; item: Item }) {
  const [asking, setAsking] = useState(false);
  const [, navigate] = useLocation();
  const takeIn = useTakeIn();
  const remove = useSave(
    () =>
      ask(
        api.DELETE("/api/meetings/{meeting_id}/items/{item_id}", {
          params: { path: { meeting_id: meeting.id, item_id: item.id }, header: ifMatch(item.version) },
        }),
      ),
    {
      onSaved: (fresh) => {
        takeIn(fresh);
        navigate(to.meeting(fresh.id));
      },
    },
  );
  return (
    <div className="section section--tight">
      <ErrorSummary problems={remove.problems} />
      {asking ? (
        <Panel tone="quiet" title={f.remove}>
          <p>{f.removeText}</p>
          <ButtonRow>
            <Button busy={remove.busy} onClick={() => remove.run(undefined)}>
              {f.doRemove}
            </Button>
            <Button kind="link" onClick={() => setAsking(false)}>
              {f.keep}
            </Button>
          </ButtonRow>
        </Panel>
      ) : (
        <Button kind="link" onClick={() => setAsking(true)}>
          {f.remove}
        </Button>
      )}
    </div>
  );
}
