/** The list of experiences as a file. */
import { texts } from "../i18n";
import { aDay, type ListColumn } from "../ui/SaveList";
import type { Brief } from "./reading";
import { t } from "./texts";

const c = texts({
  da: { title: "Erfaring", origin: "Kommer fra", shared: "Delt", tried: "Prøvet af", kept: "Beholdt af" },
  en: { title: "Experience", origin: "Comes from", shared: "Shared", tried: "Tried by", kept: "Kept by" },
});

export const savedColumns: ListColumn<Brief>[] = [
  { title: c.title, cell: ({ title }) => title },
  { title: t.list.department, cell: ({ department }) => department.name },
  { title: c.origin, cell: ({ origin }) => t.from[origin] },
  { title: t.page.learned, cell: ({ learned }) => learned },
  { title: c.shared, cell: ({ shared_on }) => aDay(shared_on) },
  { title: c.tried, cell: ({ tried }) => tried },
  { title: c.kept, cell: ({ kept }) => kept },
];
