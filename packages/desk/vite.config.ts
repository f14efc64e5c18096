// How the desk becomes files. Everything of it lies under /desk, workers too, so that one policy of the server covers all of it.
import { fileURLToPath } from "node:url"
import type { UserConfig } from "vite"
import { viewer } from "./viewer-build.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const config: UserConfig = {
  root: here("."),
  base: "/desk/",
  logLevel: "warn",
  // Whatever the environment says: what is built is what is published.
  mode: "production",
  envDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [viewer()],
  worker: { format: "es" },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: ["chrome105", "safari16.4", "firefox114"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
    // How long a build took is nobody's warning.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
}

export default config
