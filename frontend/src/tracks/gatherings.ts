/** Talks, courses and introduction days as the API tells them, and what a form of theirs says. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch, type Schemas, type useAttempt } from "../api/client";
import type { Problem } from "../api/refusals";
import { dayProblem } from "../ui/DateField";
import { g } from "./gatheringTexts";

export type Tracks = Schemas["TracksOut"];
export type Talk = Schemas["TalkOut"];
export type Course = Schemas["CourseOut"];
export type IntroductionDay = Schemas["IntroductionDayOut"];
export type Gathering = Talk | Course | IntroductionDay;
export type Kind = "talk" | "course" | "day";

/** The word of the address. */
export const SLUGS: Record<Kind, string> = { talk: "oplaeg", course: "kurser", day: "introduktionsdage" };

export const kindOf = (slug: string | undefined): Kind | undefined =>
  (Object.keys(SLUGS) as Kind[]).find((kind) => SLUGS[kind] === slug);

export const useTracks = () => useQuery({ queryKey: ["tracks"], queryFn: () => ask(api.GET("/api/tracks")) });

type State = "planned" | "held" | "cancelled";
interface PageOf {
  items: Gathering[];
  next: string | null;
}

/** The page of the list that begins there. */
export const readPage = (kind: Kind, state: State, cursor: string | null, limit = 50): Promise<PageOf> => {
  const params = { query: { state, limit, ...(cursor ? { cursor } : {}) } };
  if (kind === "talk") return ask(api.GET("/api/talks", { params }));
  if (kind === "course") return ask(api.GET("/api/courses", { params }));
  return ask(api.GET("/api/introduction-days", { params }));
};

export const useGatherings = (kind: Kind, state: State) =>
  useInfiniteQuery({
    queryKey: ["gatherings", kind, state],
    queryFn: ({ pageParam }) => readPage(kind, state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const readGathering = (kind: Kind, id: string): Promise<Gathering> => {
  if (kind === "talk") return ask(api.GET("/api/talks/{talk_id}", { params: { path: { talk_id: id } } }));
  if (kind === "course")
    return ask(api.GET("/api/courses/{course_id}", { params: { path: { course_id: id } } }));
  return ask(api.GET("/api/introduction-days/{day_id}", { params: { path: { day_id: id } } }));
};

export const useGathering = (kind: Kind, id: string) =>
  useQuery({ queryKey: ["gathering", kind, id], queryFn: () => readGathering(kind, id) });

/** Takes a changed one in; the lists and the page of the tracks show it too. */
export function useTakeIn(kind: Kind): (fresh: Gathering) => void {
  const queries = useQueryClient();
  return (fresh) => {
    queries.setQueryData(["gathering", kind, fresh.id], fresh);
    for (const queryKey of [["tracks"], ["gatherings"], ["roster"]]) {
      void queries.invalidateQueries({ queryKey });
    }
  };
}

export interface Values {
  home: string;
  forum: string;
  title: string;
  for_whom: Course["for_whom"] | "";
  state: "planned" | "held";
  on: string;
  until: string;
  invited: string;
  came: string;
  held_by: string;
  note: string;
  participants: string[];
}

export const emptyValues = (home: string, mine: string): Values => ({
  home,
  forum: "",
  title: "",
  for_whom: "",
  state: "planned",
  on: "",
  until: "",
  invited: "",
  came: "",
  held_by: mine,
  note: "",
  participants: [],
});

const written = (value: number | null): string => (value === null ? "" : String(value));

export const valuesOf = (item: Gathering): Values => ({
  ...emptyValues(item.department.id, ""),
  forum: "forum" in item ? item.forum : "",
  title: "title" in item ? (item.title ?? "") : "",
  for_whom: "for_whom" in item ? item.for_whom : "",
  state: item.state === "held" ? "held" : "planned",
  on: item.on,
  until: "until" in item ? (item.until ?? "") : "",
  invited: "invited" in item ? written(item.invited) : "",
  came: written(item.came),
  held_by: "held_by" in item ? (item.held_by?.id ?? "") : "",
  note: item.note ?? "",
  participants:
    "people" in item ? (item as Schemas["CoursePeopleOut"]).people.map((person) => person.id) : [],
});

const count = (text: string): number | null => (text.trim() ? Number(text) : null);

const common = (values: Values) => ({
  state: values.state,
  on: values.on,
  came: values.state === "held" ? count(values.came) : null,
  note: values.note || null,
});

const talkBody = (values: Values) => ({
  ...common(values),
  forum: values.forum,
  title: values.title || null,
  held_by: values.held_by || null,
});

const courseBody = (values: Values) => ({
  ...common(values),
  title: values.title,
  for_whom: values.for_whom || ("everyone" as const),
  until: values.until || null,
  held_by: values.held_by || null,
  participants: values.state === "held" ? values.participants : [],
});

const dayBody = (values: Values) => ({ ...common(values), invited: count(values.invited) });

type Header = ReturnType<typeof useAttempt>;

export function add(kind: Kind, values: Values, attempt: Header): Promise<Gathering> {
  const department_id = values.home;
  if (kind === "talk") {
    const body = { ...talkBody(values), department_id };
    return ask(api.POST("/api/talks", { params: { header: attempt(body) }, body }));
  }
  if (kind === "course") {
    const body = { ...courseBody(values), department_id };
    return ask(api.POST("/api/courses", { params: { header: attempt(body) }, body }));
  }
  const body = { ...dayBody(values), department_id };
  return ask(api.POST("/api/introduction-days", { params: { header: attempt(body) }, body }));
}

export function change(kind: Kind, id: string, values: Values, version: number): Promise<Gathering> {
  const header = ifMatch(version);
  if (kind === "talk") {
    const params = { path: { talk_id: id }, header };
    return ask(api.PUT("/api/talks/{talk_id}", { params, body: talkBody(values) }));
  }
  if (kind === "course") {
    const params = { path: { course_id: id }, header };
    return ask(api.PUT("/api/courses/{course_id}", { params, body: courseBody(values) }));
  }
  const params = { path: { day_id: id }, header };
  return ask(api.PUT("/api/introduction-days/{day_id}", { params, body: dayBody(values) }));
}

export function cancel(kind: Kind, id: string, reason: string, version: number): Promise<Gathering> {
  const header = ifMatch(version);
  const body = { reason };
  if (kind === "talk")
    return ask(api.POST("/api/talks/{talk_id}/cancel", { params: { path: { talk_id: id }, header }, body }));
  if (kind === "course")
    return ask(
      api.POST("/api/courses/{course_id}/cancel", { params: { path: { course_id: id }, header }, body }),
    );
  return ask(
    api.POST("/api/introduction-days/{day_id}/cancel", { params: { path: { day_id: id }, header }, body }),
  );
}

/** What the form lacks. `before`: the day of a planned one may stay although it has passed. */
export function lacks(kind: Kind, values: Values, today: string, before?: Gathering): Problem[] {
  const found: Problem[] = [];
  if (kind === "talk" && !values.forum) found.push({ field: "forum", words: g.form.chooseForum });
  if (kind === "talk" && values.forum === "other" && !values.title.trim())
    found.push({ field: "title", words: g.form.sayWhom });
  if (kind === "course" && !values.title.trim()) found.push({ field: "title", words: g.form.nameIt });
  if (kind === "course" && !values.for_whom) found.push({ field: "for_whom", words: g.form.chooseWhom });
  const stood = before?.state === "planned" && before.on === values.on;
  const limits = values.state === "held" ? { max: today } : stood ? {} : { min: today };
  const day = dayProblem(values.on, limits);
  if (day) found.push({ field: "on", words: day });
  const until = dayProblem(values.until, {
    required: false,
    ...(values.on && !day ? { min: values.on } : {}),
  });
  if (kind === "course" && until) found.push({ field: "until", words: until });
  for (const field of ["invited", "came"] as const) {
    const needed = field === "invited" ? kind === "day" : values.state === "held";
    if (needed && !/^\d{0,5}$/.test(values[field].trim())) found.push({ field, words: g.form.number });
  }
  if (values.state === "held" && values.came.trim() && Number(values.came) < values.participants.length)
    found.push({ field: "came", words: g.form.fewer(values.participants.length) });
  return found;
}
