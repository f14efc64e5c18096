// Closes a run with the one line that scripts rely on: "N passed, N failed". A module that could not be loaded counts as failed. Before it
// stand the tests that passed only when tried again: each waits for something too little, and is to be mended.
import type { Reporter, TestModule, Vitest } from "vitest/node"

export default class ClosingLine implements Reporter {
  passed = 0
  failed = 0
  skipped = 0
  again: string[] = []

  onInit(_vitest: Vitest): void {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    for (const module of modules) {
      let ran = 0
      for (const test of module.children.allTests()) {
        ran++
        const state = test.result().state
        if (state === "passed") this.passed++
        else if (state === "failed") this.failed++
        else this.skipped++
        if (test.diagnostic()?.flaky === true) this.again.push(`${module.relativeModuleId} > ${test.fullName}`)
      }
      if (ran === 0 || (module.state() === "failed" && module.errors().length > 0)) this.failed++
    }
    this.failed += errors.length
    if (this.again.length > 0) process.stdout.write(`\nPassed when tried again:\n${this.again.map((one) => `  ${one}\n`).join("")}`)
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ""}\n`)
  }
}
