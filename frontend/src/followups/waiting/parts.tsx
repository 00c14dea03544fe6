/**
 * What waits on this phone, on other rooms' pages: tells of it, and sends it. Apart from the lists of
 * ../parts, because it weighs more than they do.
 *   <WaitingFollowUps person={me.person.id} />
 */
import { useQueue } from "../useQueue";
import { WaitingBar } from "../WaitingBar";

export function WaitingFollowUps({ person }: { person: string }) {
  return <WaitingBar queue={useQueue(person)} />;
}
