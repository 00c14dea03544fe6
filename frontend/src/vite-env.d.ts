/** The two language graphs of scripts/languages.ts. */
declare module "*?da";
declare module "*?en";
