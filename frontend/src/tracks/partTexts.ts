/** What a department's page says of HR. */
import { texts } from "../i18n";

export const p = texts({
  da: {
    follows: (name: string) => `${name} fra HR følger jer.`,
    followsThem: (name: string) => `${name} fra HR følger afdelingen.`,
    link: "HR og jer",
    linkForHr: "Udrulning og samtaler",
  },
  en: {
    follows: (name: string) => `${name} from HR follows you.`,
    followsThem: (name: string) => `${name} from HR follows the department.`,
    link: "HR and you",
    linkForHr: "Roll-out and talks",
  },
});
