/** The pages about experiences, each loaded by itself: the first load carries one address of them. */
import { lazy, Suspense } from "react";
import { useParams } from "wouter";
import { Loading } from "../ui/Waiting";

const List = lazy(async () => ({ default: (await import("./ExperiencesPage")).ExperiencesPage }));
const New = lazy(async () => ({ default: (await import("./NewExperiencePage")).NewExperiencePage }));
const One = lazy(async () => ({ default: (await import("./ExperiencePage")).ExperiencePage }));
const Act = lazy(async () => ({ default: (await import("./ExperienceActPage")).ExperienceActPage }));

export function ExperiencesRoom() {
  const { id, act } = useParams<{ id?: string; act?: string }>();
  const Shown = act ? Act : id === "ny" ? New : id ? One : List;
  return (
    <Suspense fallback={<Loading />}>
      <Shown />
    </Suspense>
  );
}
