import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { languages } from "./scripts/languages.ts";

/** Where `./dev run` serves the API while the pages come from Vite. */
const API = process.env.TRINVIS_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), languages()],
  resolve: {
    alias: {
      "@dkfds": fileURLToPath(new URL("./node_modules/dkfds/src", import.meta.url)),
      // React has had the hook itself since 18; wouter's stand-in for older ones need not be loaded.
      "use-sync-external-store/shim/index.js": "react",
    },
  },
  build: {
    outDir: "dist",
    target: "es2022",
    manifest: true,
    // The answer page is an entry of its own: small, and it knows nothing of the app.
    rolldownOptions: { input: ["index.html", "svar.html", "tillid.html"] },
    // The strict content security policy allows data: for pictures only.
    assetsInlineLimit: 0,
    // The names of what every page imports would stand in the first load. Only where seconds count are they
    // fetched beside the page; elsewhere the page asks for them itself. Styles have no other way.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (page, files) =>
        /\/(HomePage|DepartmentPage|LogPage)-/.test(page)
          ? files
          : files.filter((one) => one.endsWith(".css")),
    },
  },
  // dkfds 11 is written for an older Sass.
  css: { preprocessorOptions: { scss: { silenceDeprecations: ["if-function"] } } },
  server: { proxy: { "/api": API } },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"], environment: "node" },
});
