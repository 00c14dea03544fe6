/** What stood in a field before: shown where it was shared, opened where it is for us alone, erased for good. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, ask } from "../../api/client";
import { to } from "../../paths";
import { useSave } from "../../save";
import { Button, ButtonRow, TextLink } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { h } from "./texts";
import { fieldWord, type Happened } from "./words";

type Text = Happened["former"][number];

interface Props {
  event: Happened;
  /** On the record's own page it can be opened and erased; elsewhere a link leads there. */
  acts: boolean;
}

export function Former({ event, acts }: Props) {
  // Read into this page only: neither the cache nor the device keeps it.
  const [opened, setOpened] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState<string | null>(null);
  const several = event.former.length > 1;
  const can = event.former.flatMap((text) => text.can);
  return (
    <div className="former">
      {event.former.map((text) =>
        asking === text.field ? (
          <Erasing key={text.field} event={event} field={text.field} onKeep={() => setAsking(null)} />
        ) : (
          <One
            key={text.field}
            kind={event.kind}
            text={text}
            opened={opened[text.field]}
            several={several}
            acts={
              acts &&
              text.can.length > 0 && (
                <Acts
                  event={event}
                  text={text}
                  opened={opened[text.field] !== undefined}
                  onOpened={setOpened}
                  onErase={() => setAsking(text.field)}
                />
              )
            }
          />
        ),
      )}
      {!acts && can.length > 0 && (
        <p className="former__there no-print">
          <TextLink href={to.recordHistory(event.record_id)}>
            {can.includes("open") ? h.openOrErase : h.erase}
          </TextLink>
        </p>
      )}
    </div>
  );
}

interface OneProps {
  kind: string;
  text: Text;
  opened: string | undefined;
  several: boolean;
  acts: ReactNode;
}

function One({ kind, text, opened, several, acts }: OneProps) {
  const words = text.text ?? opened;
  const field = fieldWord(text.field, kind);
  return (
    <div className="former__text">
      {words === undefined ? (
        <p className="soft">{h.sealed}</p>
      ) : (
        <p className="written">
          <span className="soft">{several && field ? h.beforeField(field) : h.beforeText}</span> {words}
        </p>
      )}
      {opened !== undefined && <p className="meta">{h.candid}</p>}
      {acts}
    </div>
  );
}

interface ActsProps {
  event: Happened;
  text: Text;
  opened: boolean;
  onOpened: (texts: Record<string, string>) => void;
  onErase: () => void;
}

function Acts({ event, text, opened, onOpened, onErase }: ActsProps) {
  const open = useSave(
    (_: null) => ask(api.POST("/api/history/{event_id}/open", { params: { path: { event_id: event.id } } })),
    {
      onSaved: ({ texts }) => onOpened(Object.fromEntries(texts.map(({ field, text }) => [field, text]))),
    },
  );
  const opens = text.can.includes("open") && !opened;
  return (
    <div className="no-print">
      <ErrorSummary problems={open.problems} />
      <div className="former__acts">
        {opens && (
          <Button kind="link" busy={open.busy} onClick={() => open.run(null)}>
            {h.open}
          </Button>
        )}
        {text.can.includes("erase") && (
          <Button kind="link" onClick={onErase}>
            {h.erase}
          </Button>
        )}
      </div>
      {opens && <p className="meta">{h.openText}</p>}
    </div>
  );
}

function Erasing({ event, field, onKeep }: { event: Happened; field: string; onKeep: () => void }) {
  const queries = useQueryClient();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const erase = useSave(
    (_: null) =>
      ask(
        api.POST("/api/history/{event_id}/erase", {
          params: { path: { event_id: event.id } },
          body: { field },
        }),
      ),
    { onSaved: () => queries.invalidateQueries() },
  );
  if (erase.data) return <p role="status">{h.erased}</p>;
  return (
    <div className="former__erasing">
      <h3 className="h4" ref={title} tabIndex={-1}>
        {h.eraseTitle}
      </h3>
      <p>{h.eraseText}</p>
      <ErrorSummary problems={erase.problems} />
      <ButtonRow>
        <Button busy={erase.busy} onClick={() => erase.run(null)}>
          {h.doErase}
        </Button>
        <Button kind="link" onClick={onKeep}>
          {h.keep}
        </Button>
      </ButtonRow>
    </div>
  );
}
