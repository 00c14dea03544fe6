/** Addresses within the tracks: the first load of every page carries only the way to them. */
import { to } from "../paths";

export const at = {
  ambassadors: `${to.tracks}/ambassadoerer`,
  newLeaders: `${to.tracks}/nye-ledere`,
  gatherings: (kind: string) => `${to.tracks}/${kind}`,
  newGathering: (kind: string, forum?: string) => `${to.tracks}/${kind}/ny${forum ? `?forum=${forum}` : ""}`,
  gathering: (kind: string, id: string) => `${to.tracks}/${kind}/${id}`,
};
