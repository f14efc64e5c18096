import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { makeTrial } from "./index.ts"

test("plays", { timeout: 120_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), "trial-"))
  try {
    const t = performance.now()
    const notes = await makeTrial({ data, now: Date.parse("2026-11-22T18:00:00Z"), log: (line) => console.log(Math.round(performance.now() - t), line) })
    expect(notes).toBeTruthy()
  } catch (e) { console.log(e, (e as any).cause); throw e
  } finally {
    await rm(data, { recursive: true, force: true })
  }
})
