import { spawn } from "node:child_process"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type FileJournal, openJournal } from "./journal.ts"

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-journal-"))
  path = join(folder, "run.journal")
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const opened = async (): Promise<FileJournal> => {
  const journal = await openJournal(path)
  if (!journal.ok) throw new Error(journal.refusal.error)
  return journal.value
}

describe("a journal", () => {
  test("keeps what was put, forgets what was dropped, and is for its owner alone", async () => {
    const first = await opened()
    await first.put("a", "1")
    await first.put("b", "две строки\nи ещё")
    await first.put("a", "2")
    await first.drop("b")
    await first.put("c", "3")
    await first.close()
    const again = await opened()
    expect([await again.get("a"), await again.get("b"), await again.get("c")]).toEqual(["2", null, "3"])
    expect(again.names("")).toEqual(["a", "c"])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await again.close()
  })

  test("cut at any byte, keeps every whole line before it and can be written on", async () => {
    const whole = await opened()
    const rows: readonly (readonly [string, string])[] = [
      ["a", "один"],
      ["b", "two"],
      ["c", "три"],
    ]
    for (const [name, value] of rows) await whole.put(name, value)
    await whole.close()
    const bytes = await readFile(path)
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        await writeFile(path, bytes.subarray(0, length))
        const kept = Math.max(0, ends.filter((end) => end < length).length - 1)
        const cut = await opened()
        expect(cut.names("")).toEqual(rows.slice(0, kept).map(([name]) => name))
        await cut.put("z", "после")
        await cut.close()
        const after = await opened()
        expect(after.names("")).toEqual([...rows.slice(0, kept).map(([name]) => name), "z"])
        await after.close()
      }),
      { numRuns: 40 },
    )
  })

  test("damaged in the middle is refused and not touched", async () => {
    const journal = await opened()
    await journal.put("a", "1")
    await journal.put("b", "2")
    await journal.close()
    const text = (await readFile(path, "utf8")).replace('"a"', '"a')
    await writeFile(path, text)
    expect(await openJournal(path)).toMatchObject({ ok: false, refusal: { error: "bad-journal" } })
    expect(await readFile(path, "utf8")).toBe(text)
  })

  test("has one writer at a time; a dead one's lock is taken over", async () => {
    const journal = await opened()
    expect(await openJournal(path)).toMatchObject({ ok: false, refusal: { error: "journal-in-use" } })
    await journal.close()
    const child = spawn(process.execPath, ["-e", ""])
    await new Promise((done) => child.on("exit", done))
    await writeFile(`${path}.lock`, `${child.pid} 1`)
    await (await opened()).close()
    // The number of a dead process that another now bears.
    await writeFile(`${path}.lock`, `${process.pid} 1`)
    await (await opened()).close()
  })
})
