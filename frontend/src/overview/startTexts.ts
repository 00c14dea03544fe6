/** When a department is to begin. */
import { texts } from "../i18n";

export const start = texts({
  da: {
    quarter: (text: string) => text.replace(/^(\d{4})-Q(\d)$/, "$2. kvartal $1"),
    planned: (quarter: string) => `Planlagt til ${quarter}.`,
  },
  en: {
    quarter: (text: string) => text.replace(/^(\d{4})-Q(\d)$/, "quarter $2 of $1"),
    planned: (quarter: string) => `Planned for ${quarter}.`,
  },
});
