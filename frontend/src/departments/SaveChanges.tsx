/** The list of changes as a file. */
import { MOST, SaveList } from "../ui/SaveList";
import { type Change, readChanges } from "./changing";
import { changeColumns, s } from "./savedColumns";

export function SaveChanges({ changes, more }: { changes: readonly Change[]; more: boolean }) {
  return (
    <SaveList
      title={s.changes}
      rows={changes}
      columns={changeColumns}
      rest={more && ((cursor) => readChanges(cursor, MOST))}
    />
  );
}
