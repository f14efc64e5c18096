// Group commit: one transaction serves all that wait, in order, and nobody fails by a neighbour.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createWriter } from "./writer.ts"

/** A store of numbers whose transactions are all or nothing. */
function memory(fail: (groups: number) => unknown = () => null) {
  let kept: number[] = []
  const groups: number[] = []
  const writer = createWriter<number[]>(
    async (jobs, run) => {
      groups.push(jobs)
      const draft = [...kept]
      const result = await run(draft)
      const error = fail(groups.length)
      if (error) throw error
      await new Promise((resolve) => setTimeout(resolve, 1))
      kept = draft
      return result
    },
    (error) => (error as { again?: boolean }).again === true,
  )
  return { writer, groups, kept: () => kept }
}

describe("the writer", () => {
  test("puts what arrives during one transaction into the next", async () => {
    const { writer, groups, kept } = memory()
    await Promise.all(Array.from({ length: 30 }, (_, n) => writer.write(async (tx) => tx.push(n))))
    expect(kept()).toEqual([...Array(30).keys()])
    expect(groups.length).toBeLessThan(5)
  })

  test("gives each job its own result or error, whatever its neighbours do", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("write", "refuse", "throw"), { maxLength: 20 }), async (jobs) => {
        const { writer, kept } = memory()
        const settled = await Promise.allSettled(
          jobs.map((what, n) =>
            writer.write(async (tx) => {
              if (what === "refuse") return "refused"
              tx.push(n)
              if (what === "throw") throw new Error(`bug ${n}`)
              return n
            }),
          ),
        )
        expect(settled.map((s) => (s.status === "fulfilled" ? s.value : (s.reason as Error).message))).toEqual(
          jobs.map((what, n) => ({ write: n, refuse: "refused", throw: `bug ${n}` })[what]),
        )
        expect([...kept()].sort((a, b) => a - b)).toEqual(jobs.flatMap((what, n) => (what === "write" ? [n] : [])))
      }),
      { numRuns: 30 },
    )
  })

  test("tries again what lost against another process, and gives up on what stays", async () => {
    const lost = memory((n) => (n < 3 ? { again: true } : null))
    expect(await lost.writer.write(async (tx) => tx.push(7))).toBe(1)
    expect(lost.kept()).toEqual([7])
    const broken = memory(() => new Error("disk"))
    await expect(broken.writer.write(async (tx) => tx.push(7))).rejects.toThrow("disk")
    await expect(memory(() => ({ again: true })).writer.write(async () => 1)).rejects.toEqual({ again: true })
  })
})
