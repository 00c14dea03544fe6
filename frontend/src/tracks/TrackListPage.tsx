/** The lists of the tracks: one address for all of them, so that the first load carries one line for them. */
import { useParams } from "wouter";
import { GatheringsPage } from "./GatheringsPage";
import { NewLeadersPage } from "./NewLeadersPage";
import { RosterPage } from "./RosterPage";

export function TrackListPage() {
  const { slags } = useParams<{ slags: string }>();
  if (slags === "ambassadoerer") return <RosterPage />;
  if (slags === "nye-ledere") return <NewLeadersPage />;
  return <GatheringsPage />;
}
