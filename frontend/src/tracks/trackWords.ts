/** What forums are called, and a talk, a course, a day in one line. */
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import { capital, longDay, span } from "../dates";
import { inLanguage } from "../i18n";
import type { Gathering, Kind } from "./gatherings";
import { g } from "./gatheringTexts";

export const useContent = () =>
  useQuery({
    queryKey: ["content"],
    queryFn: () => ask(api.GET("/api/content")),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The name of a forum: a committee of the content pack, or others. */
export function useForumName(): (forum: string) => string {
  const committees = useContent().data?.committees ?? [];
  return (forum) => {
    if (forum === "other") return g.other;
    const found = committees.find(({ key }) => key === forum);
    return found ? capital(inLanguage(found.name)) : forum;
  };
}

export function titleOf(kind: Kind, item: Gathering, forumName: (forum: string) => string): string {
  if (kind === "talk" && "forum" in item) {
    const whom = forumName(item.forum);
    if (item.forum === "other") return item.title ?? whom;
    return item.title ? `${whom}: ${item.title}` : whom;
  }
  if (kind === "course" && "for_whom" in item) return item.title;
  return `${g.kinds.day.one} ${longDay(item.on)}`;
}

export const daysOf = (item: Gathering): string =>
  "until" in item && item.until ? span(item.on, item.until) : longDay(item.on);

export function cameWords(item: Gathering): string {
  const invited = "invited" in item ? item.invited : null;
  if (item.state === "planned") return invited === null ? "" : g.invited(invited);
  if (item.came === null) return "";
  return invited === null ? g.came(item.came) : g.cameOf(item.came, invited);
}
