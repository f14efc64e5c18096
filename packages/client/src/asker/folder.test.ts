// One code opens a folder of requests, and one client's code opens hers alone.
import { afterEach, beforeEach, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { connected, familyRequest, good, openedDesk } from "../testing/family.ts"
import { type Desk, childOf, newCode, openFolder, openMailbox, submit } from "./index.ts"

let desk: TestDesk
let met: Desk
beforeEach(async () => {
  desk = await openTestDesk()
  await openedDesk(desk)
  met = await connected(desk)
})
afterEach(() => desk.close())

const request = { ...(familyRequest as object), files: undefined, wake: false } as never

test("the list has every request that was sent, past places that were skipped, and a child code opens no other", async () => {
  const { code: folder } = await newCode(met)
  expect(await openFolder(met, folder)).toMatchObject({ ok: false, refusal: { error: "empty-folder" } })
  for (const index of [0, 1, 5]) good(await submit({ desk: met, code: (await childOf(met, folder, index)).code, request }))
  const told: number[] = []
  const rows = good(await openFolder(met, folder, ({ index }) => told.push(index)))
  expect(rows.map(({ index, view }) => [index, view?.status])).toEqual([0, 1, 5].map((index) => [index, "received"]))
  expect(told).toEqual([0, 1, 5])
  const child = (await childOf(met, folder, 1)).code
  expect(good(await openMailbox(met, child)).locator).toBe(rows[1]?.locator)
  // Handed on alone: from it there is no way to the folder's other requests.
  expect(await openFolder(met, child)).toMatchObject({ ok: false, refusal: { error: "empty-folder" } })
})
