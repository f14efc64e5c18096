// Group commit: one transaction serves all that wait, in order, and nobody fails by a neighbour.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createWriter } from "./writer.ts"

/** A store of numbers whose transactions are all or nothing. */
function memory(fail: (groups: number) => unknown = () => null) {
  let kept: number[] = []
  const groups: number[] = []
  const writer = createWriter<number[]>({
    async transact(jobs, run) {
      groups.push(jobs)
      const draft = [...kept]
      const result = await run(draft)
      const error = fail(groups.length)
      if (error) throw error
      await new Promise((resolve) => setTimeout(resolve, 1))
      kept = draft
      return result
    },
    again: (error) => (error as { again?: boolean }).again === true,
  })
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

/** A store whose disk can be watched: what is committed, and what of it the disk has. */
function disk() {
  let committed = 0
  let durable = 0
  const flushes: { at: number; end: (error?: Error) => void }[] = []
  const writer = createWriter<null>({
    async transact(jobs, run) {
      const result = await run(null)
      committed += jobs
      return result
    },
    again: () => false,
    settle: () =>
      new Promise((resolve, reject) => {
        const at = committed
        flushes.push({
          at,
          end: (error) => {
            if (error) return reject(error)
            durable = at
            resolve()
          },
        })
      }),
  })
  return { writer, flushes, durable: () => durable, committed: () => committed }
}
const turns = async (n = 20) => {
  for (let i = 0; i < n; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe("what is answered is on the disk", () => {
  test("a job resolves after the flush that covers it, though later ones commit meanwhile", async () => {
    const d = disk()
    const order: string[] = []
    const first = d.writer.write(async () => order.push("job 1")).then(() => order.push(`answer 1, durable ${d.durable()}`))
    await turns()
    const second = d.writer.write(async () => order.push("job 2")).then(() => order.push(`answer 2, durable ${d.durable()}`))
    await turns()
    expect(order).toEqual(["job 1", "job 2"])
    expect([d.committed(), d.flushes.map((f) => f.at)]).toEqual([2, [1]])
    d.flushes[0]?.end()
    await turns()
    d.flushes[1]?.end()
    await Promise.all([first, second])
    expect(order.slice(2)).toEqual(["answer 1, durable 1", "answer 2, durable 2"])
  })

  test("a reader waits for what it may have seen; a passing job and an idle disk make nobody wait", async () => {
    const d = disk()
    await d.writer.settled()
    await d.writer.write(async () => "session", "passing")
    await d.writer.settled()
    expect(d.flushes).toEqual([])
    const stored = d.writer.write(async () => "entry")
    await turns()
    let told = false
    const reader = d.writer.settled().then(() => (told = true))
    await turns()
    expect(told).toBe(false)
    d.flushes[0]?.end()
    await Promise.all([stored, reader])
    expect(told).toBe(true)
  })

  test("after a failed flush nothing is believed: the job, its followers and readers are refused", async () => {
    const d = disk()
    const first = d.writer.write(async () => 1)
    await turns()
    const second = d.writer.write(async () => 2)
    await turns()
    d.flushes[0]?.end(new Error("EIO"))
    await expect(first).rejects.toThrow("EIO")
    await expect(second).rejects.toThrow("EIO")
    await expect(d.writer.write(async () => 3)).rejects.toThrow("EIO")
    await expect(d.writer.settled()).rejects.toThrow("EIO")
    expect(d.flushes).toHaveLength(1)
    await d.writer.idle()
  })
})
