/** The session's files, e.g. its minutes: read by whoever reads its note. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import { type Attached, BringFile, FileList, saveReply } from "../attachments/parts";
import { Section } from "../ui/Section";
import type { Session } from "./reading";
import { s } from "./sessionTexts";

export function SessionFiles({ session }: { session: Session }) {
  const queries = useQueryClient();
  const address = `/api/journeys/sessions/${session.id}/files`;
  const minutes = useQuery({
    queryKey: ["session", session.id, "files"],
    queryFn: () =>
      ask(
        api.GET("/api/journeys/sessions/{session_id}/files", {
          params: { path: { session_id: session.id } },
        }),
      ),
  }).data;
  const again = () => queries.invalidateQueries();
  if (!minutes) return null;
  const { items, can } = minutes;
  if (items.length === 0 && !can.includes("add")) return null;
  const remove = async ({ id }: Attached) => {
    const path = { session_id: session.id, file_id: id };
    await ask(api.POST("/api/journeys/sessions/{session_id}/files/{file_id}/remove", { params: { path } }));
    await again();
  };
  const sealed = session.audience === "candid";
  return (
    <Section title={s.files} size={4} tight lead={items.length === 0 ? s.noFiles : undefined}>
      <FileList
        files={items}
        href={({ id }) => `${address}/${id}`}
        onRemove={can.includes("remove") ? remove : undefined}
        onOpen={can.includes("open") ? ({ id }) => saveReply(`${address}/${id}/open`) : undefined}
      />
      {can.includes("add") && (
        <BringFile url={address} onBrought={again} who={sealed ? s.filesCandid : s.filesShared} />
      )}
    </Section>
  );
}
