/**
 * What other rooms show of experiences. Loaded after their pages.
 *   <OfTrial trial={trial.id} />                        told of it, borrowed through, "Fortæl, hvad I lærte"
 *   <Tell department={id} origin="session" id={id} />   the way in from a session, a course or a round
 *   <Practices department={id} />                       Sådan gør vi hos os
 */
import { lazy, Suspense } from "react";

const LazyOfTrial = lazy(async () => ({ default: (await import("./TrialPart")).TrialPart }));
const LazyTell = lazy(async () => ({ default: (await import("./TellLink")).TellLink }));
const LazyPractices = lazy(async () => ({ default: (await import("./PracticesPart")).PracticesPart }));

export const OfTrial = ({ trial }: { trial: string }) => (
  <Suspense fallback={null}>
    <LazyOfTrial trial={trial} />
  </Suspense>
);

export interface TellProps {
  department: string;
  origin: "session" | "course" | "round";
  id: string;
}

export const Tell = (props: TellProps) => (
  <Suspense fallback={null}>
    <LazyTell {...props} />
  </Suspense>
);

export const Practices = ({ department }: { department: string }) => (
  <Suspense fallback={null}>
    <LazyPractices department={department} />
  </Suspense>
);
