/** Committees' meetings and their yearly discussions as the API tells them, and how a changed one is taken in. */
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type Meeting = Schemas["MeetingOut"];
export type MeetingBrief = Schemas["MeetingBrief"];
export type Item = Schemas["ItemOut"];
export type Asks = Item["asks"];
export type Committee = Meeting["committee"];
export type Place = Schemas["CommitteePlace"];
export type Yearly = Schemas["YearlyOut"];

/** HMU's meetings, or those of the committee at a node; the latest day first. */
export const useMeetings = (department: string | undefined) =>
  useInfiniteQuery({
    queryKey: ["meetings", department ?? "hmu"],
    queryFn: ({ pageParam }) => readMeetings(department, pageParam, 20),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The page of them that begins there. */
export const readMeetings = (department: string | undefined, cursor: string | null, limit: number) =>
  ask(
    api.GET("/api/meetings", {
      params: {
        query: {
          ...(department ? { department } : { committee: "hmu" as const }),
          ...(cursor ? { cursor } : {}),
          limit,
        },
      },
    }),
  );

export const readMeeting = (id: string): Promise<Meeting> =>
  ask(api.GET("/api/meetings/{meeting_id}", { params: { path: { meeting_id: id } } }));

export const useMeeting = (id: string) =>
  useQuery({ queryKey: ["meeting", id], queryFn: () => readMeeting(id) });

export const readYearly = (department: string) =>
  ask(api.GET("/api/yearly-discussions", { params: { query: { department } } }));

export const useYearly = (department: string) =>
  useQuery({ queryKey: ["yearly", department], queryFn: () => readYearly(department) });

/** Takes in a meeting that has changed; lists and the front page are asked anew. */
export function useTakeIn(): (meeting: Meeting) => void {
  const queries = useQueryClient();
  return (meeting) => {
    queries.setQueryData(["meeting", meeting.id], meeting);
    void queries.invalidateQueries();
  };
}
