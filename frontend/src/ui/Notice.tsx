/**
 * What happened, what is missing, what can be undone.
 *   <SavedLine at={savedAt} />                       "Gemt kl. 14.32", said aloud
 *   <DraftLine draft={draft} />                      "Du er i gang med noget, der ikke er gemt. Begynd forfra"
 *   <UndoBar text="Sat i gang." until={trial.undo_until} onUndo={...} busy={...} />
 *   <Empty title="Ingen prøvehandlinger endnu" action={<LinkButton ...>}>Begynd med det, der er svært.</Empty>
 *   <Warm title="Ingen forbindelse lige nu">1 opfølgning venter på telefonen.</Warm>   a person waits
 *   <Announce>...</Announce>                         said aloud, not shown
 */
import { type ReactNode, useEffect, useState } from "react";
import { clock } from "../dates";
import { Button } from "./Button";
import { Icon } from "./Icon";
import { Heading } from "./Section";
import { t } from "./texts";

export function SavedLine({ at }: { at: Date | string | null | undefined }) {
  return (
    <p className="saved-line" role="status">
      {at && (
        <>
          <Icon name="check" size={16} />
          {t.saved(clock(at))}
        </>
      )}
    </p>
  );
}

export function DraftLine({ draft }: { draft: { restored: boolean; discard: () => void } }) {
  if (!draft.restored) return null;
  return (
    <p className="draft-line" role="status">
      {t.draftKept}{" "}
      <Button kind="link" onClick={() => draft.discard()}>
        {t.draftDrop}
      </Button>
    </p>
  );
}

interface UndoProps {
  text: ReactNode;
  /** Until when (a moment); after that the bar goes away by itself. */
  until: string | null | undefined;
  onUndo: () => void;
  busy?: boolean;
}

export function UndoBar({ text, until, onUndo, busy }: UndoProps) {
  const [now, setNow] = useState(() => Date.now());
  const left = until ? Date.parse(until) - now : 0;
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, 3_600_000) + 50);
    return () => clearTimeout(timer);
  }, [left]);
  if (!until || left <= 0) return null;
  return (
    <div className="undo-bar no-print">
      <p role="status">
        {text} {t.undoUntil(clock(until))}
      </p>
      <Button kind="link" onClick={onUndo} busy={busy}>
        {t.undo}
      </Button>
    </div>
  );
}

interface EmptyProps {
  title: string;
  action?: ReactNode;
  level?: 2 | 3;
  children?: ReactNode;
}

export function Empty({ title, action, level = 3, children }: EmptyProps) {
  return (
    <div className="empty">
      <Heading level={level} size={3}>
        {title}
      </Heading>
      {children && <p>{children}</p>}
      {action && <div className="empty__action no-print">{action}</div>}
    </div>
  );
}

export function Warm({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="warm-bar" role="status">
      <Icon name="waiting" />
      <div>
        <p className="warm-bar__title">{title}</p>
        {children && <p className="warm-bar__text">{children}</p>}
      </div>
    </div>
  );
}

export function Announce({ children }: { children: ReactNode }) {
  return (
    <p className="visually-hidden" role="status">
      {children}
    </p>
  );
}
