// Several processes on one database look at the same moment at the same alarms: one wakes, and each address hears it once. A process that
// dies between claiming a notice and sending it leaves it to another, two minutes later.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hashOf } from "@safe-conduct/sealing/verify"
import { type Id, hashBytes, idFromBytes, toBase64, utf8 } from "@safe-conduct/wire"
import { afterAll, describe, expect, test } from "vitest"
import { openPostgres } from "../store/postgres.ts"
import { openSqlite } from "../store/sqlite.ts"
import type { Database, Store } from "../store/store.ts"
import { type PostgresHere, postgresBin, startPostgres } from "../store/testing/postgres-here.ts"
import { type Waking, wakingRound } from "./round.ts"
import type { Sender } from "./senders.ts"

const MINUTE = 60_000
const id = (text: string): Id => idFromBytes(hashBytes(hashOf(utf8(text))))
const desk = id("desk")
const members = ["ada", "ben", "cleo"].map(id)
const sealed = toBase64(new Uint8Array(256))
let postgres: PostgresHere | null = null
afterAll(async () => postgres?.stop())

const bin = postgresBin()
describe.each(bin ? ["SQLite", "PostgreSQL"] : ["SQLite"])("on %s", (engine) => {
  async function processes(): Promise<{ readonly stores: readonly Store[]; readonly end: () => Promise<void> }> {
    const folder = await mkdtemp(join(tmpdir(), "safe-conduct-wake-"))
    if (engine === "PostgreSQL") postgres ??= await startPostgres(bin as string)
    const url = engine === "PostgreSQL" ? await postgres?.fresh() : undefined
    const open = (): Promise<Database> => (url === undefined ? openSqlite(join(folder, "desk.sqlite")) : openPostgres(url, 3))
    const first = await open()
    await first.createDesk({ desk, trial: true }, { receiptSeed: new Uint8Array(32).fill(3), macKey: new Uint8Array(32) })
    const stores: Store[] = [await first.open(desk)]
    // One process has a SQLite file to itself; there its own rounds run beside one another.
    for (let n = 0; n < 2; n++) stores.push(url === undefined ? (stores[0] as Store) : await (await open()).open(desk))
    return {
      stores,
      async end() {
        for (const store of new Set(stores)) await store.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
  const clock = { now: Date.UTC(2026, 10, 23, 3) }
  const directory = {
    latest: async () => ({
      head: { seq: 0 },
      members: Object.fromEntries(members.map((one) => [one, { id: one, since: 0, until: null }])),
    }),
  } as unknown as Waking["directory"]
  const served = (store: Store, send: Sender["send"]): Waking => ({
    store,
    directory,
    now: () => clock.now,
    origin: () => "https://desk.example.org",
    senders: { webhook: { takes: () => true, send } },
  })
  async function armed(store: Store): Promise<void> {
    const minute = Math.floor(clock.now / MINUTE)
    await store.write(async (tx) => {
      for (const one of members) await tx.putWays(one, { webhook: `https://${one}.example/`, mail: null, push: null, language: "en" })
      for (let n = 0; n < 20; n++)
        await tx.putAlarm(id(`alarm ${n}`), { wake: members, at: minute - n * 15, every: n % 2 === 0 ? 0 : 1440, sealed })
    })
  }

  test("an alarm is fired once, and each step's address hears it once, however many processes look at the same moment", async () => {
    const { stores, end } = await processes()
    const heard: string[] = []
    const send = async ({ address }: { readonly address: string }): Promise<boolean> => {
      heard.push(address)
      await new Promise((done) => setTimeout(done, 5))
      return true
    }
    await armed(stores[0] as Store)
    const all = () => Promise.all(stores.flatMap((store) => [1, 2, 3].map(() => wakingRound(served(store, send)))))
    await all()
    expect(heard).toEqual([`https://${members[0]}.example/`])
    expect(await stores[0]?.wakes()).toHaveLength(1)
    clock.now += 10 * MINUTE
    await all()
    expect(heard.slice(1)).toEqual([`https://${members[1]}.example/`])
    clock.now += 10 * MINUTE
    await all()
    expect(heard.slice(2).sort()).toEqual(members.map((one) => `https://${one}.example/`).sort())
    expect((await stores[0]?.alarms())?.every(({ every, at, fired }) => (every === 0 ? fired === at : at > clock.now / MINUTE))).toBe(true)
    await end()
  })

  test("what a process claimed and never sent is sent by another, once, when its claim has lapsed", async () => {
    const { stores, end } = await processes()
    await armed(stores[0] as Store)
    const [dying, living] = stores as [Store, Store]
    const never = new Promise<never>(() => undefined)
    void wakingRound(served(dying, () => never))
    const heard: string[] = []
    const send = async ({ address }: { readonly address: string }): Promise<boolean> => heard.push(address) > 0
    await expect.poll(async () => (await living.wakes()).length).toBe(1)
    await expect.poll(async () => (await living.notices((await living.wakes()).map(({ wake }) => wake)))[0]?.state).toBe("sending")
    await wakingRound(served(living, send))
    expect(heard).toEqual([])
    clock.now += 2 * MINUTE
    await Promise.all([wakingRound(served(living, send)), wakingRound(served(living, send))])
    expect(heard).toEqual([`https://${members[0]}.example/`])
    await end()
  })
})
