// Who opened what: one row an hour, readable by the roster alone, forgotten after ninety days, and no burden to whoever writes.
import { registerIdOf } from "@safe-conduct/sealing/verify"
import type { Append, Head, Id } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InventedDesk, type Person, type Shared, inventedDesk, line, shared, upload } from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

const HOUR = 3_600_000
const get = async (who: Person, path: string) => d.call("GET", `/api${path}`, undefined, await d.signIn(who))
const read = (who: Person, s: Shared | Id, from = 0) => get(who, `/streams/${typeof s === "string" ? s : s.stream}/entries?from=${from}`)
const openings = async (who: Person, s: Shared) => (await get(who, `/streams/${s.stream}/openings`)).json
const append = async (s: Shared, input: Append) => d.append(s.stream, input, await d.signIn(d.ada))
const stream = async (...members: Person[]): Promise<Shared> => {
  const s = await shared(d, members)
  await append(s, s.input)
  return s
}
const hour = () => `${new Date(d.clock.now).toISOString().slice(0, 13)}Z`

test("a member who reads stands there once an hour, however often she reads, and whoever did not does not", async () => {
  const s = await stream(d.ada, d.ben)
  expect((await openings(d.ada, s)).rows).toEqual([])
  const first = hour()
  for (let n = 0; n < 3; n++) await read(d.ben, s)
  d.clock.now += HOUR
  await read(d.ben, s)
  expect(await openings(d.ada, s)).toEqual({
    rows: [
      { member: d.ben.id, hour: hour() },
      { member: d.ben.id, hour: first },
    ],
    more: false,
  })
})

test("asking where a stream stands, or for what is not there yet, is no opening; neither is looking at this list", async () => {
  const s = await stream(d.ada)
  await get(d.ada, `/streams/${s.stream}/head`)
  await get(d.ada, `/streams/${s.stream}/envelopes`)
  await read(d.ada, s, 1)
  await openings(d.ada, s)
  expect((await openings(d.ada, s)).rows).toEqual([])
})

test("a file opens each stream that lists it and that she may read", async () => {
  const [both, hers] = [await stream(d.ada, d.ben), await stream(d.ada)]
  const object = await upload(d, await d.signIn(d.ada))
  for (const s of [both, hers]) await append(s, { entries: [await line(d, s, d.ada, s.head, {}, { objects: [object] })] })
  expect((await get(d.ben, `/objects/${object}/parts/0`)).status).toBe(200)
  expect((await openings(d.ada, both)).rows.map((row: { member: Id }) => row.member)).toEqual([d.ben.id])
  expect((await openings(d.ada, hers)).rows).toEqual([])
})

test("only the roster reads who opened; each reads her own, also of a stream that she left", async () => {
  const s = await stream(d.ada, d.cleo)
  await read(d.cleo, s)
  expect((await get(d.ben, `/streams/${s.stream}/openings`)).json.error).toBe("not-on-roster")
  expect((await d.call("GET", `/api/streams/${s.stream}/openings`)).json.error).toBe("no-session")
  const next = await shared(d, [d.ada], s.stream, s.head, 2)
  await append(s, next.input)
  expect((await get(d.cleo, `/streams/${s.stream}/openings`)).json.error).toBe("not-on-roster")
  const own = (await get(d.cleo, "/openings")).json.rows as { stream: Id }[]
  expect(own.map((row) => row.stream)).toContain(s.stream)
  expect((await get(d.ben, "/openings")).json.rows.map((row: { stream: Id }) => row.stream)).not.toContain(s.stream)
})

test("what every client of the desk reads by itself is not written down", async () => {
  const register = await shared(d, [d.ada], registerIdOf(d.desk))
  await append(register, register.input)
  expect((await read(d.ada, register)).json.entries).toHaveLength(1)
  expect((await openings(d.ada, register)).rows).toEqual([])
})

test("an opening is forgotten after ninety days, and not a day before", async () => {
  const s = await stream(d.ada)
  await read(d.ada, s)
  d.clock.now += 89 * 24 * HOUR
  await d.server.sweep()
  expect((await openings(d.ada, s)).rows).toHaveLength(1)
  d.clock.now += 25 * HOUR
  await d.server.sweep()
  expect((await openings(d.ada, s)).rows).toEqual([])
})

test("whoever appends is nowhere written down by it", async () => {
  const s = await stream(d.ada)
  let head: Head = s.head
  for (let n = 0; n < 3; n++) {
    const entry = await line(d, s, d.ada, head, { n })
    const stored = await append(s, { entries: [entry] })
    expect(stored.status).toBe(201)
    head = stored.json.head
  }
  expect((await openings(d.ada, s)).rows).toEqual([])
})
