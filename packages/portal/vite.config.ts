// How the portal's scripts and style become files with hashed names. The HTML itself is made in build.ts, without a script in it.
import { fileURLToPath } from "node:url"
import type { UserConfig } from "vite"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const config: UserConfig = {
  root: here("."),
  base: "/",
  logLevel: "warn",
  // Whatever the environment says: what is built is what is published.
  mode: "production",
  envDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: ["chrome87", "safari14.1", "firefox86"],
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What draws the card is large and comes only when asked for; measure.ts holds what everybody loads.
    chunkSizeWarningLimit: 1024,
    rolldownOptions: {
      // How long a step took says more of the machine than of the step.
      checks: { bundlerTimings: false },
      input: {
        portal: here("src/portal.css"),
        ask: here("src/ask/main.tsx"),
        mailbox: here("src/mailbox/main.tsx"),
        folder: here("src/folder/main.tsx"),
        trial: here("src/pages/trial.ts"),
        home: here("src/pages/home.main.ts"),
        help: here("src/pages/self-help.main.ts"),
        take: here("src/pages/take.main.ts"),
      },
    },
  },
}

export default config
