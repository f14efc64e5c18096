// Every package's tests in one run; the closing line is the contract of `npm test`.
import { defineConfig } from "vitest/config"

/** Rules and what is drawn from them: no store, no thread, no process, nothing left behind. Their files share what they import. */
const rules = ["packages/{wire,domain,paper,words,ui,portal,desk}/src/**/*.test.{ts,tsx}", "programmes/*/src/**/*.test.ts"]

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "rules", include: rules, isolate: false } },
      {
        extends: true,
        test: {
          name: "house",
          include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts", "e2e/**/*.test.ts", "*.test.ts"],
          exclude: ["**/node_modules/**", ...rules],
          globalSetup: "./e2e/src/run-folder.ts",
        },
      },
    ],
    // A limit ends what hangs; it measures nothing, and a busy machine needs its time.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // More than two cores' worth: a walk through a browser waits for most of its time.
    maxWorkers: 3,
  },
})
