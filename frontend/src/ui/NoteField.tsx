/**
 * A note with its audience: under the field stands who reads it, and the one act that changes it.
 *   <NoteField name="note" label="Én sætning" value={v.note} onChange={set("note")}
 *     audience={v.audience} onAudience={set("audience")} />
 * Give `never` of useDraft the note's name while the audience is candid. Without `onAudience` it is shared.
 */
import type { ReactNode } from "react";
import { type FieldProps, TextArea } from "./Field";
import { t } from "./texts";

export type Audience = "shared" | "candid";

interface NoteFieldProps extends Omit<FieldProps, "after"> {
  value: string | null;
  onChange: (value: string) => void;
  audience?: Audience;
  onAudience?: (audience: Audience) => void;
  /** Who reads it, where it is not who usually does. */
  readers?: Record<Audience, ReactNode>;
  rows?: number;
  maxLength?: number;
}

export function NoteField({ audience = "shared", onAudience, readers, ...field }: NoteFieldProps) {
  const shared = audience === "shared";
  const words = readers?.[audience] ?? (shared ? t.sharedReaders : t.candidReaders);
  const after = (
    <>
      <div className="audience">
        <p>
          <strong>{shared ? t.shared : t.candid}</strong> {words}
        </p>
        {onAudience && (
          <button
            type="button"
            className="button button--link"
            onClick={() => onAudience(shared ? "candid" : "shared")}
          >
            {shared ? t.makeCandid : t.makeShared}
          </button>
        )}
      </div>
      <p className="audience__law">{t.openRecords}</p>
    </>
  );
  return <TextArea {...field} after={after} />;
}
