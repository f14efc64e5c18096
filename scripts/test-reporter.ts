// Closes a run with the one line that scripts rely on: "N passed, N failed". A module that could not be loaded counts as failed.
import type { Reporter, TestModule, Vitest } from "vitest/node"

export default class ClosingLine implements Reporter {
  passed = 0
  failed = 0
  skipped = 0

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
      }
      if (ran === 0 || (module.state() === "failed" && module.errors().length > 0)) this.failed++
    }
    this.failed += errors.length
    process.stdout.write(`\n${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ""}\n`)
  }
}
