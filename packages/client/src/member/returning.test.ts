// A member comes back: what her way in last saw of the directory must still be part of what she is shown.
import { wrapSeeds } from "@safe-conduct/sealing/seal"
import { type Head, type Wrap, fromHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { openedDesk, vaultAt } from "../testing/family.ts"

let desk: TestDesk
let now: Head
beforeAll(async () => {
  desk = await openTestDesk()
  await openedDesk(desk)
  now = ((await (await desk.fetch(`${desk.url}/desk.json`)).json()) as { readonly directory: Head }).directory
})
afterAll(() => desk.close())

const words = "w1 w2 w3 w4 w5 w6 w7"

/** Opens by words whose wrap remembers this head of the directory. */
async function backWith(head: Head) {
  const { member, sign, open, root } = seedsOf(desk, 1)
  const seeds = { sign: fromHex(sign), open: fromHex(open) }
  const { locator, blob } = await wrapSeeds(words, {
    seeds,
    desk: desk.founding.desk,
    rootPrint: root,
    directory: head,
    member: member as never,
    rpId: "",
  })
  const served = (async (path: string, init?: RequestInit) =>
    String(path).endsWith(`/api/wraps/${locator}`) ? Response.json({ blob } satisfies Wrap) : desk.fetch(path, init)) as typeof fetch
  return vaultAt(desk, served).unlock(words)
}

test("is let in where what she saw still stands, and told where the server shows another history, or an older one", async () => {
  const { seq, hash } = now
  expect(await backWith({ seq, hash })).toMatchObject({ ok: true, value: { name: "Boris" } })
  const other = `${hash.startsWith("0") ? "1" : "0"}${hash.slice(1)}` as Head["hash"]
  const forked = { ok: false, refusal: { error: "directory-forked" } }
  expect(await backWith({ seq, hash: other })).toMatchObject(forked)
  expect(await backWith({ seq: 1, hash: other })).toMatchObject(forked)
  // She has seen one entry more than there is.
  expect(await backWith({ seq: seq + 1, hash })).toMatchObject(forked)
})
