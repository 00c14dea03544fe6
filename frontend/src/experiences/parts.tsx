/**
 * What other rooms show of experiences. Loaded after their pages.
 *   <OfTrial trial={trial.id} />                        told of it, borrowed through, "Fortæl, hvad I lærte"
 *   <Tell department={id} origin="session" id={id} />   the way in from a session, a course or a round
 *   <Practices department={id} />                       Sådan gør vi hos os
 *   useAround(trial.id)                                 who of its family shared in turn, and so is named
 */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api, ask } from "../api/client";
import { Arriving } from "../ui/arriving";

export const useAround = (trial: string) =>
  useQuery({
    queryKey: ["experiences", "around", trial],
    queryFn: () =>
      ask(api.GET("/api/experiences/around/{trial_id}", { params: { path: { trial_id: trial } } })),
  }).data;

const LazyOfTrial = lazy(async () => ({ default: (await import("./TrialPart")).TrialPart }));
const LazyTell = lazy(async () => ({ default: (await import("./TellLink")).TellLink }));
const LazyPractices = lazy(async () => ({ default: (await import("./PracticesPart")).PracticesPart }));

export const OfTrial = ({ trial }: { trial: string }) => (
  <Suspense fallback={<Arriving />}>
    <LazyOfTrial trial={trial} />
  </Suspense>
);

export interface TellProps {
  department: string;
  origin: "session" | "course" | "round";
  id: string;
}

export const Tell = (props: TellProps) => (
  <Suspense fallback={<Arriving />}>
    <LazyTell {...props} />
  </Suspense>
);

export const Practices = ({ department }: { department: string }) => (
  <Suspense fallback={<Arriving />}>
    <LazyPractices department={department} />
  </Suspense>
);
