// Wrapped seeds: fetched by who knows the place, replaced and deleted by her whose they are.
import { randomId } from "@safe-conduct/sealing/seal"
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InventedDesk, inventedDesk, openMailbox } from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

test("wrapped seeds are kept for a member, found by their locator alone, and replaced by her alone", async () => {
  const [cleo, ben] = [await d.signIn(d.cleo), await d.signIn(d.ben)]
  const mailbox = await d.signIn((await openMailbox(d)).keys)
  const locator = randomId()
  const put = (blob: string, token?: string) => d.call("PUT", `/api/wraps/${locator}`, { blob }, token ?? null)
  expect((await d.call("GET", `/api/wraps/${locator}`)).status).toBe(404)
  expect([(await put("a")).status, (await put("a", mailbox)).status, (await put("one", cleo)).status]).toEqual([401, 403, 204])
  expect([(await put("theirs", ben)).status, (await put("two", cleo)).status]).toEqual([403, 204])
  expect((await d.call("GET", `/api/wraps/${locator}`)).json).toEqual({ blob: "two" })
  expect((await put("x".repeat(20_000), cleo)).status).toBe(400)
  expect((await d.call("GET", "/api/wraps/..%2f")).status).toBe(404)
})

test("a lost passkey or old words are deleted by their owner, and by nobody else", async () => {
  const [cleo, ben] = [await d.signIn(d.cleo), await d.signIn(d.ben)]
  const mailbox = await d.signIn((await openMailbox(d)).keys)
  const path = `/api/wraps/${randomId()}`
  await d.call("PUT", path, { blob: "seeds" }, cleo)
  const drop = async (token: string | null): Promise<number> => (await d.call("DELETE", path, undefined, token)).status
  expect([await drop(null), await drop(mailbox), await drop(ben)]).toEqual([401, 403, 403])
  expect((await d.call("GET", path)).status).toBe(200)
  const own = async (token: string | null) => (await d.call("GET", "/api/wraps", undefined, token)).json
  expect((await own(cleo)).locators).toContain(path.slice(11))
  expect([(await own(ben)).locators, (await own(mailbox)).error, (await own(null)).error]).toEqual([[], "not-member", "no-session"])
  expect(await drop(cleo)).toBe(204)
  expect([(await d.call("GET", path)).status, await drop(cleo)]).toEqual([404, 404])
})

test("an administrator keeps the first wrap of a new member; it is hers at once, and no administrator's ever after", async () => {
  const [ada, ben, cleo] = [await d.signIn(d.ada), await d.signIn(d.ben), await d.signIn(d.cleo)]
  const locator = randomId()
  const put = (body: object, token: string, at = locator) => d.call("PUT", `/api/wraps/${at}`, body, token)
  // Ben has nothing kept yet. Cleo is no administrator.
  expect((await put({ blob: "a", member: d.ben.id }, cleo)).status).toBe(403)
  expect((await put({ blob: "a", member: randomId() }, ada)).status).toBe(400)
  expect((await put({ blob: "a", member: d.ben.id }, ada)).status).toBe(204)
  // A lost answer: the same again. Anything else is refused, in the same place and in another.
  expect((await put({ blob: "a", member: d.ben.id }, ada)).status).toBe(204)
  expect((await put({ blob: "b", member: d.ben.id }, ada)).status).toBe(403)
  expect((await put({ blob: "b", member: d.ben.id }, ada, randomId())).status).toBe(403)
  expect((await d.call("DELETE", `/api/wraps/${locator}`, undefined, ada)).status).toBe(403)
  expect((await put({ blob: "c" }, ben)).status).toBe(204)
  expect((await d.call("GET", `/api/wraps/${locator}`)).json).toEqual({ blob: "c" })
})

test("a member keeps up to sixteen ways in, and may replace each of them then too", async () => {
  const ada = await d.signIn(d.ada)
  const places = Array.from({ length: 16 }, () => randomId())
  for (const place of places) expect((await d.call("PUT", `/api/wraps/${place}`, { blob: "x" }, ada)).status).toBe(204)
  expect((await d.call("PUT", `/api/wraps/${randomId()}`, { blob: "x" }, ada)).json).toMatchObject({ error: "too-many-wraps" })
  expect((await d.call("PUT", `/api/wraps/${places[0]}`, { blob: "y" }, ada)).status).toBe(204)
  await d.call("DELETE", `/api/wraps/${places[1]}`, undefined, ada)
  expect((await d.call("PUT", `/api/wraps/${randomId()}`, { blob: "x" }, ada)).status).toBe(204)
})

test("the wraps of a member who was removed are swept away, and nobody else's", async () => {
  const cleo = await d.signIn(d.cleo)
  const ben = await d.signIn(d.ben)
  const [hers, his] = [randomId(), randomId()]
  await d.call("PUT", `/api/wraps/${hers}`, { blob: "hers" }, cleo)
  await d.call("PUT", `/api/wraps/${his}`, { blob: "his" }, ben)
  await d.append(
    directoryIdOf(d.desk),
    { entries: [await d.change(async () => ({ does: "member.remove", member: d.cleo.id }))] },
    await d.signIn(d.ada),
  )
  await d.server.sweep()
  expect([(await d.call("GET", `/api/wraps/${hers}`)).status, (await d.call("GET", `/api/wraps/${his}`)).status]).toEqual([404, 200])
})
