/** What was seen once: the sentence, who wrote it; correcting it, opening one that is only for us. */
import { useState } from "react";
import { api, ask } from "../api/client";
import { useSignedIn } from "../api/session";
import { dayOf, longDay, shortDay } from "../dates";
import { useSave } from "../save";
import { Button } from "../ui/Button";
import { ErrorSummary } from "../ui/ErrorSummary";
import { CorrectLog } from "./CorrectLog";
import type { FollowUp, Log } from "./reading";
import { t } from "./texts";

interface Props {
  item: FollowUp;
  log: Log;
}

export function LogEntry({ item, log }: Props) {
  const [correcting, setCorrecting] = useState(false);
  // Read into this page only: neither the cache nor the device keeps it.
  const [opened, setOpened] = useState<string | null>(null);
  const note = log.note ?? opened;
  return (
    <li className="log-entry">
      <p>
        <strong>{t.assessed[log.assessment]}</strong> <span className="soft">{longDay(log.held_on)}</span>
      </p>
      {correcting ? (
        <CorrectLog item={item} log={log} opened={opened} onDone={() => setCorrecting(false)} />
      ) : (
        <>
          {note && <p className="written">{note}</p>}
          {log.tally !== null && <p className="soft">{t.page.tally(log.tally)}</p>}
        </>
      )}
      {log.audience === "candid" && <Sealed log={log} opened={opened} onOpened={setOpened} />}
      <p className="meta">{byOf(log, useSignedIn().today)}</p>
      {!correcting && log.can.includes("correct") && (
        <Button kind="link" onClick={() => setCorrecting(true)}>
          {t.page.correct}
        </Button>
      )}
    </li>
  );
}

function byOf(log: Log, now: string): string {
  const when = shortDay(dayOf(log.logged_at), now);
  const by = log.from_board
    ? `${t.page.fromBoard(when, log.logged_by.name)}.`
    : `${t.page.by(log.logged_by.name, when)}.`;
  return log.corrected_at ? `${by} ${t.page.corrected(shortDay(dayOf(log.corrected_at), now))}.` : by;
}

interface SealedProps {
  log: Log;
  opened: string | null;
  onOpened: (note: string) => void;
}

function Sealed({ log, opened, onOpened }: SealedProps) {
  const open = useSave(
    (_: null) =>
      ask(api.POST("/api/follow-ups/logs/{log_id}/open", { params: { path: { log_id: log.id } } })),
    { onSaved: ({ note }) => onOpened(note) },
  );
  if (opened !== null) return <p className="meta">{t.candid}.</p>;
  return (
    <div>
      <ErrorSummary problems={open.problems} />
      <p>{t.page.hasCandid}</p>
      {log.can.includes("open_note") && (
        <>
          <Button kind="quiet" busy={open.busy} onClick={() => open.run(null)}>
            {t.page.openNote}
          </Button>
          <p className="meta">{t.page.openNoteText}</p>
        </>
      )}
    </div>
  );
}
