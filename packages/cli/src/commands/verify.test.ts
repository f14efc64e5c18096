// `verify` as an operator and a member run it: over a folder while the desk is at work, and over the wire with seven words.
import { cp, mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Page } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { type Host, runCommand } from "../command.ts"
import { type Ran, refusalOf, run } from "../testing/run.ts"
import { commands } from "./index.ts"
import { verifyServed } from "../verify/served.ts"
import { type WholeDesk, wholeDesk } from "../verify/testing/whole-desk.ts"

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let whole: WholeDesk
let data: string
let root: string
let copies: string
beforeAll(async () => {
  whole = await wholeDesk()
  ;({ data } = whole.desk)
  root = whole.desk.founding.rootPrint
  copies = await mkdtemp(join(tmpdir(), "safe-conduct-verify-"))
})
afterAll(async () => {
  await whole.desk.close()
  await rm(copies, { recursive: true, force: true })
})

let count = 0
/** The folder as somebody carried it off, and altered it by these statements. */
async function altered(...statements: readonly string[]): Promise<string> {
  const copy = join(copies, String(++count))
  await cp(data, copy, { recursive: true })
  const file = new DatabaseSync(join(copy, "desk.sqlite"))
  for (const statement of statements) file.exec(statement)
  file.close()
  return copy
}
/** In this process, as `main.ts` would: a test of many questions need not start Node for each. */
async function verify(...argv: readonly string[]): Promise<Ran> {
  let [out, err] = ["", ""]
  const host: Host = {
    now: () => whole.desk.now,
    env: {},
    cwd: copies,
    input: async () => new Uint8Array(),
    out: async (text) => void (out += text),
    tell: (line) => void (err += `${line}\n`),
    ending: () => new AbortController().signal,
  }
  return { code: await runCommand(["verify", ...argv], host, commands), out, err }
}

describe("over a folder", () => {
  test("what holds is told in one line, while the desk is at work", async () => {
    const ran = await run(["verify", "--data", data, "--root", root.replaceAll("-", "").toUpperCase()])
    expect([ran.code, ran.err]).toEqual([0, ""])
    expect(JSON.parse(ran.out)).toMatchObject({
      holds: true,
      root,
      trial: true,
      members: 2,
      files: 1,
      log: { size: whole.rows.leaf.length },
    })
  })
  test("nothing in it is written", async () => {
    const copy = await altered()
    const before = await readdir(copy)
    await verify("--data", copy)
    expect((await readdir(copy)).filter((name) => !name.endsWith("-shm") && !name.endsWith("-wal"))).toEqual(
      before.filter((name) => !name.endsWith("-shm") && !name.endsWith("-wal")),
    )
  })
  test.each([
    [
      "an entry's author",
      "update entry set author = (select author from entry where seq = 0 limit 1) where seq = 3",
      /unknown-author|hash-differs|not-admin/,
    ],
    ["an hour", "update entry set hour = '2026-11-22T03Z' where seq = 2", /stream-row-differs|log-root-differs|log-forked/],
    [
      "a body",
      "update entry set body = null where seq = 1 and size > 0 and stream in (select stream from stream where kind = 'ask')",
      /body-missing/,
    ],
    ["a log's last leaves", "delete from leaf where place > 20", /log-place-empty/],
    ["a roster", "insert into roster select desk, stream, 'aaaaaaaaaaaaaaaaaaaaaaaaaa', kid, 9 from roster limit 1", /roster-differs/],
    ["the receipts' key", "update settings set receipt_seed = zeroblob(32)", /checkpoint-unsigned/],
  ])("%s altered is named, with where, and ends with 1", async (_what, statement, code) => {
    const ran = await verify("--data", await altered(statement))
    expect(ran.code).toBe(1)
    const found = JSON.parse(ran.out) as { fault: string; message: string }
    expect(found.fault).toMatch(code)
    expect(found.message).toMatch(/^[A-Z].*\.$/)
    expect(refusalOf(ran)).toMatchObject({ error: "fault-found", message: found.message })
  })
  test("a file of which one bit turned is found, and left unread where that was asked for", async () => {
    const copy = await altered()
    const files = (await readdir(join(copy, "objects"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    const [first] = files
    const file = await open(join(first?.parentPath ?? "", first?.name ?? ""), "r+")
    const byte = Buffer.alloc(1)
    await file.read(byte, 0, 1, 5000)
    await file.write(Uint8Array.of((byte[0] as number) ^ 1), 0, 1, 5000)
    await file.close()
    expect(JSON.parse((await verify("--data", copy)).out)).toMatchObject({ fault: "file-part-damaged" })
    expect((await verify("--data", copy, "--skip-files")).code).toBe(0)
  })
  test("a store that was set back is found by what an earlier run printed", async () => {
    const earlier = join(copies, "earlier.json")
    await writeFile(earlier, (await verify("--data", data)).out)
    expect((await verify("--data", data, "--checkpoint", earlier)).code).toBe(0)
    const [row] = whole.before.log
    const copy = await altered(
      `update log set size = ${row?.size}, root = '${row?.root}', hour = '${row?.hour}', signature = '${row?.signature}'`,
      `delete from leaf where place >= ${row?.size}`,
    )
    const ran = await verify("--data", copy, "--checkpoint", earlier)
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ fault: "log-went-back" })
  })
  test("what cannot be asked ends with 2 and writes nothing", async () => {
    for (const [argv, error] of [
      [["--data", join(copies, "nowhere")], "no-desk"],
      [["--data", data, "--root", "abc"], "bad-root"],
      [["--data", data, "--server", "http://localhost:1"], "missing-flag"],
      [[], "missing-flag"],
      [["--server", "http://localhost:1"], "missing-flag"],
      [["--server", "localhost"], "bad-server"],
      [["--data", data, "--desk", "a".repeat(26)], "no-desk"],
      [["--data", data, "--checkpoint", join(copies, "none.json")], "bad-checkpoint"],
    ] as const) {
      const ran = await verify(...argv)
      expect([argv, ran.code, ran.out, refusalOf(ran).error]).toEqual([argv, 2, "", error])
    }
    expect(JSON.parse((await verify("--data", data, "--root", "0".repeat(32))).out)).toMatchObject({ fault: "other-root" })
  })
})

describe("over the wire", () => {
  const through = (change: (path: string, answer: Response) => Response | Promise<Response> = (_path, answer) => answer) =>
    verifyServed({
      server: whole.desk.url,
      words: whole.desk.founding.founders[0]?.passphrase ?? "",
      rootPrint: root,
      checkpoint: null,
      now: () => whole.desk.now,
      fetch: (async (path: string, init?: RequestInit) =>
        change(String(path).slice(whole.desk.url.length), await whole.desk.fetch(path as never, init))) as typeof fetch,
    })
  const pages = (change: (page: Page) => Page) => async (path: string, answer: Response) =>
    /\/entries\?from=0&/.test(path) ? Response.json(change((await answer.json()) as Page)) : answer

  test("a member reads what is hers, finds all of it in the log, and learns how much is not hers", async () => {
    expect(await through()).toMatchObject({ ok: true, value: { root, notInLog: expect.any(Number), notReadable: expect.any(Number) } })
    const held = await through()
    if (!("ok" in held) || !held.ok) throw new Error("it does not hold")
    expect(held.value.notReadable).toBeGreaterThan(0)
    expect(held.value.seen).toBeGreaterThan(3)
  })
  test("an entry left out, altered, or told with another hour is found", async () => {
    const cut = pages((page) => (page.entries.length > 3 ? { ...page, entries: page.entries.filter((_, n) => n !== 2) } : page))
    expect(await through(cut)).toMatchObject({ ok: false, fault: { fault: expect.stringMatching(/entry-missing|directory/) } })
    const bent = pages((page) => ({
      ...page,
      entries: page.entries.map((row, n) => (n === 1 ? { ...row, entry: { ...row.entry, signature: `${"A".repeat(86)}==` } } : row)),
    }))
    expect(await through(bent)).toMatchObject({ ok: false, fault: { fault: "bad-signature" } })
    const late = pages((page) => ({ ...page, entries: page.entries.map((row) => ({ ...row, hour: "2026-11-22T01Z" as never })) }))
    expect(await through(late)).toMatchObject({ ok: false, fault: { fault: "entry-not-in-log" } })
  })
  test("leaves that do not make the root, and a root that nobody signed, are found", async () => {
    const flipped = async (path: string, answer: Response): Promise<Response> => {
      if (!path.startsWith("/api/log/leaves")) return answer
      const bytes = new Uint8Array(await answer.arrayBuffer())
      bytes[40] = (bytes[40] as number) ^ 1
      return new Response(bytes)
    }
    expect(await through(flipped)).toMatchObject({ ok: false, fault: { fault: expect.stringMatching(/log-forked|log-root-differs/) } })
    const unsigned = async (path: string, answer: Response): Promise<Response> =>
      path === "/api/log" ? Response.json({ ...((await answer.json()) as object), root: "1".repeat(64) }) : answer
    expect(await through(unsigned)).toMatchObject({ ok: false, fault: { fault: "checkpoint-unsigned" } })
  })
  test("wrong words are no fault of the desk", async () => {
    const answer = await verifyServed({
      server: whole.desk.url,
      words: "one two three four five six seven",
      rootPrint: null,
      checkpoint: null,
      now: () => whole.desk.now,
      fetch: whole.desk.fetch,
    })
    expect(answer).toMatchObject({ error: "wrong-passphrase" })
  })
})
