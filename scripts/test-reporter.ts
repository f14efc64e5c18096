// Writes what a run came to where its caller reads it: `test.ts` says the closing line.
import { writeFileSync } from "node:fs"
import process from "node:process"
import type { Reporter, TestModule, Vitest } from "vitest/node"
import type { FileOutcome, RunOutcome } from "./run-outcome.ts"

/** A file that could not be loaded, or set up, counts as one that failed; so does every error that it left uncaught. */
function outcomeOf(module: TestModule, uncaught: number): FileOutcome {
  const states = [...module.children.allTests()].map((test) => test.result().state)
  const passed = states.filter((state) => state === "passed").length
  const failed = states.filter((state) => state === "failed").length
  const broken = states.length === 0 || (module.state() === "failed" && module.errors().length > 0) ? 1 : 0
  return { file: module.relativeModuleId, passed, failed: failed + broken + uncaught, skipped: states.length - passed - failed }
}

/** The file in which an uncaught error arose, as the runner marks it. */
const originOf = (error: unknown): unknown => (error as { readonly VITEST_TEST_PATH?: unknown } | null)?.VITEST_TEST_PATH

export default class OutcomeReporter implements Reporter {
  onInit(_vitest: Vitest): void {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const path = process.env["SAFE_CONDUCT_TEST_OUTCOME"]
    if (path === undefined) return
    const files = modules.map((module) => outcomeOf(module, errors.filter((error) => originOf(error) === module.moduleId).length))
    const ids = new Set<unknown>(modules.map(({ moduleId }) => moduleId))
    const uncaught = errors.filter((error) => !ids.has(originOf(error))).length
    writeFileSync(path, JSON.stringify({ files, uncaught } satisfies RunOutcome))
  }
}
