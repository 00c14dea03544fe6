/** What is asked of the library, and what it answers. */
import { useQuery } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../api/client";
import { language } from "../../i18n";

export type Material = Schemas["MaterialOut"];
export type MaterialBrief = Schemas["MaterialBrief"];
export type MaterialKind = Material["kind"];

/** The kinds that are no tool of the pack, in the order of the third track. */
export const KINDS = ["intranet", "lmu_trio", "course", "new_staff", "other"] as const;

export function useMaterials() {
  return useQuery({ queryKey: ["materials"], queryFn: () => ask(api.GET("/api/materials")) });
}

export const readMaterial = (id: string) =>
  ask(api.GET("/api/materials/{material_id}", { params: { path: { material_id: id } } }));

export function useMaterial(id: string) {
  return useQuery({ queryKey: ["material", id], queryFn: () => readMaterial(id), enabled: id !== "" });
}

/** What is known of a tool of the pack beside the pack. */
export function useAboutTool(key: string) {
  return useQuery({
    queryKey: ["about-tool", key],
    queryFn: () => ask(api.GET("/api/materials/tools/{key}", { params: { path: { key } } })),
    enabled: key !== "",
  });
}

export const fileAddress = (material: string, file: string): string =>
  `/api/materials/${material}/files/${file}`;

interface Written {
  title: string;
  summary: string;
  body?: string | null;
  title_en: string | null;
  summary_en: string | null;
  body_en?: string | null;
}

/** The words in the reader's language; what is written in Danish only is said to be Danish. */
export function wordsOf(written: Written) {
  const english = language === "en";
  const danish = (there: string | null | undefined) => (english && !there ? ("da" as const) : undefined);
  return {
    title: (english && written.title_en) || written.title,
    titleLang: danish(written.title_en),
    summary: (english && written.summary_en) || written.summary,
    summaryLang: danish(written.summary_en),
    body: (english && written.body_en) || written.body || null,
    bodyLang: danish(written.body_en),
  };
}
