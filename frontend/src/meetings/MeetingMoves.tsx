/** What can be done with a meeting: decisions, its days, cancelling. */
import { useState } from "react";
import { api, ask, ifMatch } from "../api/client";
import { to } from "../paths";
import { useSave } from "../save";
import { Button, ButtonRow, LinkButton } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Panel } from "../ui/Section";
import { type Meeting, useTakeIn } from "./reading";
import { m } from "./texts";
import { lmuOf } from "./words";

export function MeetingMoves({ meeting, asked }: { meeting: Meeting; asked: boolean }) {
  const [asking, setAsking] = useState(false);
  const takeIn = useTakeIn();
  const params = { path: { meeting_id: meeting.id }, header: ifMatch(meeting.version) };
  const move = useSave(
    (act: "cancel" | "reopen") =>
      act === "cancel"
        ? ask(api.POST("/api/meetings/{meeting_id}/cancel", { params }))
        : ask(api.POST("/api/meetings/{meeting_id}/reopen", { params })),
    {
      onSaved: (fresh) => {
        setAsking(false);
        takeIn(fresh);
      },
    },
  );
  const { can } = meeting;
  if (can.length === 0) return null;
  return (
    <div className="section section--tight no-print">
      <ErrorSummary problems={move.problems} />
      {asking ? (
        <Panel tone="quiet" title={m.cancel}>
          <p>{m.cancelText}</p>
          <ButtonRow>
            <Button kind="outline" busy={move.busy} onClick={() => move.run("cancel")}>
              {m.doCancel}
            </Button>
            <Button kind="link" onClick={() => setAsking(false)}>
              {m.keep}
            </Button>
          </ButtonRow>
        </Panel>
      ) : (
        <ButtonRow>
          {can.includes("decide") && !asked && (
            <LinkButton href={to.decisions(meeting.id)}>
              {meeting.items.some((item) => item.decision) ? m.correctDecisions : m.writeDecisions}
            </LinkButton>
          )}
          {can.includes("edit") && (
            <>
              <LinkButton href={to.papers(lmuOf(meeting), meeting.id)}>{m.papers}</LinkButton>
              <LinkButton href={to.editMeeting(meeting.id)}>{m.edit}</LinkButton>
            </>
          )}
          {can.includes("cancel") && (
            <Button kind="link" onClick={() => setAsking(true)}>
              {m.cancel}
            </Button>
          )}
          {can.includes("reopen") && (
            <Button busy={move.busy} onClick={() => move.run("reopen")}>
              {m.reopen}
            </Button>
          )}
        </ButtonRow>
      )}
    </div>
  );
}
