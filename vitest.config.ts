// Every package's tests in one run; the closing line is the contract of `npm test`.
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/src/**/*.test.tsx",
      "programmes/*/src/**/*.test.ts",
      "scripts/**/*.test.ts",
      "e2e/**/*.test.ts",
      "*.test.ts",
    ],
    // A limit ends what hangs; it measures nothing, and a busy machine needs its time.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Browsers, servers and Argon2 share two cores here: what fails by waiting too short is tried again, what is wrong fails again.
    retry: 2,
  },
})
