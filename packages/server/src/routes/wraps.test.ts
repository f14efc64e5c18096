// Wrapped seeds: fetched by who knows the place, replaced by who wrote them.
import { randomId } from "@safe-conduct/sealing/seal"
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
