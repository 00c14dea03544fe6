/** What stood in a field before: shown where it was shared, opened where it is for us alone, erased for good. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, ask } from "../../api/client";
import { useSave } from "../../save";
import { Button, ButtonRow } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { h } from "./texts";
import { fieldWord, type Happened } from "./words";

type Text = Happened["former"][number];

export function Former({ event }: { event: Happened }) {
  // Read into this page only: neither the cache nor the device keeps it.
  const [opened, setOpened] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState<string | null>(null);
  const several = event.former.length > 1;
  return (
    <div className="former">
      {event.former.map((text) =>
        asking === text.field ? (
          <Erasing key={text.field} event={event} field={text.field} onKeep={() => setAsking(null)} />
        ) : (
          <One key={text.field} kind={event.kind} text={text} opened={opened[text.field]} several={several}>
            {text.can.includes("open") && opened[text.field] === undefined && (
              <Open event={event} onOpened={setOpened} />
            )}
            {text.can.includes("erase") && (
              <Button kind="link" onClick={() => setAsking(text.field)}>
                {h.erase}
              </Button>
            )}
          </One>
        ),
      )}
    </div>
  );
}

interface OneProps {
  kind: string;
  text: Text;
  opened: string | undefined;
  several: boolean;
  children: ReactNode;
}

function One({ kind, text, opened, several, children }: OneProps) {
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
      <div className="former__acts no-print">{children}</div>
    </div>
  );
}

function Open({ event, onOpened }: { event: Happened; onOpened: (texts: Record<string, string>) => void }) {
  const open = useSave(
    (_: null) => ask(api.POST("/api/history/{event_id}/open", { params: { path: { event_id: event.id } } })),
    {
      onSaved: ({ texts }) => onOpened(Object.fromEntries(texts.map(({ field, text }) => [field, text]))),
    },
  );
  return (
    <div>
      <ErrorSummary problems={open.problems} />
      <Button kind="link" busy={open.busy} onClick={() => open.run(null)}>
        {h.open}
      </Button>
      <p className="meta">{h.openText}</p>
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
