// A real desk for tests: the server on a folder of its own, answered without a socket, and the programme that ships.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createServer, openDatabase, writeGenesis, writeWrap, type Server } from "@safe-conduct/server"
import { foundGenesis, type Founding } from "../member/founding.ts"

export interface TestDesk {
  readonly server: Server
  readonly founding: Founding
  readonly fetch: typeof fetch
  readonly url: string
  readonly data: string
  /** Milliseconds since 1970; tests move it. */
  now: number
  close(): Promise<void>
}

const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)
export const testWords = words

/** The seeds of the founder at this place. */
export function seedsOf(desk: TestDesk, n: number): Founding["founders"][number]["seeds"] {
  const founder = desk.founding.founders[n]
  if (founder === undefined) throw new Error("there is no such founder")
  return founder.seeds
}

export async function openTestDesk(given: { readonly admins?: number; readonly freeBytes?: number } = {}): Promise<TestDesk> {
  const data = await mkdtemp(join(tmpdir(), "safe-conduct-"))
  const clock = { now: Date.UTC(2026, 10, 22, 17, 5) }
  const founding = await foundGenesis({ trial: true, admins: given.admins ?? 2, words })
  const database = await openDatabase({ data })
  const laid = await writeGenesis(database, [founding.genesis], clock.now)
  if (!laid.ok) throw new Error(laid.refusal.message)
  for (const { wrap, seeds } of founding.founders) await writeWrap(database, founding.desk, wrap.locator, seeds.member as never, wrap.blob)
  await database.close()
  const server = await createServer({
    data,
    now: () => clock.now,
    trial: true,
    ...(given.freeBytes === undefined ? {} : { limits: { freeBytes: given.freeBytes } }),
  })
  const url = "http://127.0.0.1:1"
  return {
    server,
    founding,
    url,
    data,
    fetch: ((path: string, init?: RequestInit) => server.request(String(path).slice(url.length), init)) as typeof fetch,
    get now() {
      return clock.now
    },
    set now(value) {
      clock.now = value
    },
    async close() {
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
