/**
 * Weighs what a reader loads, gzipped, per language: for Forside the first script, the app's frame in that
 * language and the page itself; and the same for the heaviest of the other pages, which come lazily.
 * Fails over the limits.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = { js: 110_000, css: 32_000 };
const OTHER_PAGES = { ...LIMITS, js: 128_000 };
const DIST = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));

const weight = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
const sum = (files) => [...files].reduce((total, file) => total + weight(file), 0);

/** The chunk and everything it imports before it can run. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const one of manifest[key].imports ?? []) closure(one, found);
  return found;
}

const files = (keys) => new Set([...keys].map((key) => manifest[key].file));
const styles = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));

const entry = "index.html";
const mains = manifest[entry].dynamicImports;
if (mains?.length !== 2) throw new Error("expected one graph per language");

let failed = false;
for (const main of mains) {
  const frame = new Set([...closure(entry), ...closure(main)]);
  // The front page is known to the frame; the others to a list of pages that is fetched beside it.
  const list = manifest[main].dynamicImports.find((one) => one.includes("/Pages.tsx"));
  const weigh = (page, before) => {
    const all = new Set([...frame, ...before, ...closure(page)]);
    return { page, js: sum(files(all)), css: sum(styles(all)) };
  };
  const pages = [
    ...manifest[main].dynamicImports.map((page) => weigh(page, [])),
    ...manifest[list].dynamicImports.map((page) => weigh(page, closure(list))),
  ];
  const heaviest = pages.sort((a, b) => b.js - a.js)[0] ?? { page: "no page", js: 0, css: 0 };
  const home = pages.find(({ page }) => page.includes("HomePage")) ?? heaviest;
  const told = [
    ["frame alone", sum(files(frame)), sum(styles(frame)), LIMITS],
    [`first load, ${home.page}`, home.js, home.css, LIMITS],
    [`heaviest, ${heaviest.page}`, heaviest.js, heaviest.css, OTHER_PAGES],
  ];
  for (const [what, js, css, limit] of told) {
    const over = js > limit.js || css > limit.css;
    failed ||= over;
    console.log(`${over ? "OVER" : "ok  "} ${what}: js ${js} of ${limit.js}, css ${css} of ${limit.css}`);
  }
}
process.exit(failed ? 1 : 0);
