/** Where something that somebody owns is looked at, and what kind of thing it is. */
import { useContent } from "../content/parts";
import { capital } from "../dates";
import { inLanguage } from "../i18n";
import { to } from "../paths";

interface Thing {
  kind: "trial_action" | "agreement" | "follow_up" | "session" | "support_request" | "talk" | "course";
  id: string;
  title: string;
  department: { id: string };
}

export function placeOf({ kind, id, department }: Omit<Thing, "title">): string {
  switch (kind) {
    case "trial_action":
      return to.trial(id);
    case "agreement":
      return to.agreement(id);
    case "follow_up":
      return to.followUp(id);
    case "session":
      return to.session(id);
    case "support_request":
      return to.help(department.id);
    case "talk":
      return `${to.tracks}/oplaeg/${id}`;
    case "course":
      return `${to.tracks}/kurser/${id}`;
  }
}

/** A session and a talk without a title are called by their forum. */
export function useTitles(): (one: Pick<Thing, "kind" | "title">) => string {
  const content = useContent().data;
  return ({ kind, title }) => {
    const forum = kind === "session" && content?.forums.find(({ key }) => key === title);
    const whom = kind === "talk" && content?.committees.find(({ key }) => key === title);
    return capital(forum ? inLanguage(forum.text) : whom ? inLanguage(whom.name) : title);
  };
}
