/** What waits on this phone: how many, and what could not be sent, with its text. */
import type { Code } from "../api/client";
import { Refusal } from "../api/client";
import { refusalWords } from "../api/refusals";
import { quoted } from "../dates";
import { Button, ButtonRow } from "../ui/Button";
import { Warm } from "../ui/Notice";
import { Panel } from "../ui/Section";
import { CopyButton } from "../ui/Sharing";
import type { Waiting } from "./queue";
import { t } from "./texts";
import { type Queue, useOnline } from "./useQueue";

export function WaitingBar({ queue }: { queue: Queue }) {
  const online = useOnline();
  const waiting = queue.waiting.filter(({ trouble }) => !trouble);
  const refused = queue.waiting.filter(({ trouble }) => trouble);
  return (
    <>
      {(waiting.length > 0 || !online) && (
        <Warm title={online ? t.waiting.title : t.waiting.offline}>
          {waiting.length > 0 && t.waiting.count(waiting.length)}
        </Warm>
      )}
      {refused.map((one) => (
        <Refused key={one.key} waiting={one} queue={queue} />
      ))}
    </>
  );
}

function Refused({ waiting, queue }: { waiting: Waiting; queue: Queue }) {
  const note = waiting.body.note ?? "";
  return (
    <Panel tone="warm" title={t.waiting.trouble}>
      <p>{wordsOf(waiting.trouble)}</p>
      <Told title={waiting.title} assessment={waiting.body.assessment} note={note} />
      <ButtonRow>
        <CopyButton text={`${waiting.title} ${t.assessed[waiting.body.assessment]}. ${note}`.trim()}>
          {t.waiting.copy}
        </CopyButton>
        <Button kind="quiet" onClick={() => void queue.change(waiting.key, {})}>
          {t.waiting.retry}
        </Button>
        <Button kind="link" onClick={() => queue.drop(waiting.key)}>
          {t.waiting.drop}
        </Button>
      </ButtonRow>
    </Panel>
  );
}

function wordsOf(trouble: Code | null): string {
  if (trouble === "not_found") return t.waiting.gone;
  if (trouble === "wrong_state") return t.waiting.cancelled;
  if (trouble === "key_reused") return t.waiting.firstArrived;
  return refusalWords(new Refusal(0, trouble ?? "unknown"));
}

interface ToldProps {
  title: string;
  assessment: Waiting["body"]["assessment"];
  note: string | null | undefined;
}

/** What was logged, as a quotation. */
export function Told({ title, assessment, note }: ToldProps) {
  return (
    <div className="told">
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        {t.assessed[assessment]}. {note && quoted(note)}
      </p>
    </div>
  );
}
