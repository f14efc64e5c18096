// A receipt means stored: the process is killed without warning right after it, and everything that had a receipt is there.
import { headAfter } from "@safe-conduct/sealing/verify"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, test, vi } from "vitest"
import { postgresBin, startPostgres, type PostgresHere } from "./store/testing/postgres-here.ts"
import { type InventedDesk, ask, file, inventedDesk, openMailbox } from "./testing/invented-desk.ts"

// Seven processes are started one after the other.
vi.setConfig({ testTimeout: 180_000 })

const script = fileURLToPath(new URL("./testing/serve-here.ts", import.meta.url))
let postgres: PostgresHere | null = null
afterAll(async () => {
  await postgres?.stop()
})

async function serve(d: InventedDesk, databaseUrl?: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [script, JSON.stringify({ data: d.data, ...(databaseUrl ? { databaseUrl } : {}) })], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer]
  return { process: child, url: `http://127.0.0.1:${Number(line.toString())}` }
}

const engines = ["SQLite", ...(postgresBin() ? ["PostgreSQL"] : [])]
const ROUNDS = 6

describe.each(engines)("on %s", (engine) => {
  test("a kill right after the receipt loses nothing, files included", async () => {
    if (engine === "PostgreSQL") postgres ??= await startPostgres(postgresBin() as string)
    const databaseUrl = engine === "PostgreSQL" ? await (postgres as PostgresHere).fresh() : undefined
    const d = await inventedDesk(databaseUrl === undefined ? {} : { databaseUrl })
    d.clock.now = Date.now()
    const m = await openMailbox(d)
    const token = await d.signIn(m.keys)
    let head = m.head
    const objects: string[] = []
    await d.server.close()

    for (let round = 0; round < ROUNDS; round++) {
      const { process: child, url } = await serve(d, databaseUrl)
      const send = (method: string, path: string, body: unknown) =>
        fetch(url + path, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            "content-type": body instanceof Uint8Array ? "application/octet-stream" : "application/json",
          },
          body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
        })
      const f = await file(2, 200_000)
      expect((await send("POST", "/api/objects", { id: f.id, parts: 2 })).status).toBe(201)
      for (const [n, part] of f.parts.entries()) expect((await send("PUT", `/api/objects/${f.id}/parts/${n}`, part)).status).toBe(204)
      expect((await send("POST", `/api/objects/${f.id}/complete`, { hashes: f.hashes })).status).toBe(204)
      const e = await ask(d, m, `round ${round}`, { head, objects: [f.id] })
      const stored = await send("POST", `/api/streams/${m.keys.ask}/entries`, { entries: [e] })
      child.kill("SIGKILL")
      expect(stored.status).toBe(201)
      await once(child, "exit")
      head = headAfter(e)
      objects.push(f.id)
    }

    const after = await d.restart()
    const cleo = await after.signIn(after.cleo)
    const page = await after.call("GET", `/api/streams/${m.keys.ask}/entries`, undefined, cleo)
    expect(page.json.head).toEqual(head)
    expect(page.json.entries).toHaveLength(ROUNDS + 1)
    for (const object of objects)
      for (const n of [0, 1]) expect((await after.call("GET", `/api/objects/${object}/parts/${n}`, undefined, cleo)).status).toBe(200)
    await after.close()
  })
})
