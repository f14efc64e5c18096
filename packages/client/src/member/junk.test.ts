// A morning of junk: found together, put down at once, taken back; whoever may be a person among it is marked and never chosen along.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { newCode, submit } from "../asker/index.ts"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { asked, connected, familyRequest, good, openedDesk } from "../testing/family.ts"
import type { JunkRow, Vault } from "./index.ts"

// What opening a mailbox costs is the flooder's time; 500 times over it would be this test's.
vi.mock("@safe-conduct/wire", async (original) => ({
  ...(await original<typeof import("@safe-conduct/wire")>()),
  WORK_BITS: 1,
  enoughWork: () => true,
}))

const FLOOD = 500
const flood = (n: number, more: object = {}): never =>
  ({
    v: 1,
    language: "ru",
    asking: "relative",
    people: [{ names: { cyrillic: { surname: `Потопов${"абвгдежзик"[n % 10]}`, given: "Иван" } } }],
    message: `Здравствуйте, номер ${n}. Прошу срочно оказать помощь и выслать деньги на билет, иначе меня завтра отправят домой.`,
    ...more,
  }) as never
const own = "Мужа взяли в понедельник на отметке, сейчас он в Виннфилде, судья отказал устно, апелляцию никто не подавал."

let desk: TestDesk
let anna: Vault
let boris: Vault
const marked: Record<string, string> = {}
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  const met = await connected(desk)
  for (let n = 0; n < FLOOD; n++)
    good(await submit({ desk: met, code: (await newCode(met)).code, request: flood(n), files: [], wake: false }))
  marked["danger"] = (await asked(desk, flood(1, { danger: { kind: "flight" } }))).ask
  marked["wake"] = (await asked(desk, flood(2, { wake: true }))).ask
  marked["number"] = (await asked(desk, flood(3, { people: [{ names: { cyrillic: { surname: "Потопов" } }, aNumber: "A099111222" }] }))).ask
  marked["own"] = (await asked(desk, flood(4, { message: own }))).ask
  marked["silent"] = (await asked(desk, flood(5, { message: undefined }))).ask
  const family = (await asked(desk, familyRequest)).ask
  good(await anna.refresh())
  good(await anna.joinRequest(family))
  marked["known"] = (await asked(desk, { ...(familyRequest as object), danger: undefined, wake: undefined, message: "номер" })).ask
  good(await anna.refresh())
  good(await boris.refresh())
}, 300_000)
afterAll(() => desk.close())

const rowOf = async (ask: string | undefined): Promise<JunkRow | undefined> =>
  (await anna.junkGroups()).flatMap((group) => group.rows).find((row) => row.ask === ask)

describe("a tray of 500 letters of one kind", () => {
  test("is one group; a story of one's own and a silent request are not in it", async () => {
    const groups = await anna.junkGroups()
    const [first] = groups
    expect(first?.kind).toBe("same-words")
    expect(first?.rows.length).toBe(FLOOD + 3)
    expect(groups.find((group) => group.kind === "own-words")?.rows.map((row) => row.ask)).toContain(marked["own"])
    expect(groups.find((group) => group.kind === "no-words")?.rows.map((row) => row.ask)).toEqual([marked["silent"]])
    expect(groups.flatMap((group) => group.rows).length).toBe((await anna.tray()).length)
  })

  test("marks who may be a person, in the middle of it too", async () => {
    expect((await rowOf(marked["danger"]))?.marks).toEqual(["danger"])
    expect((await rowOf(marked["wake"]))?.marks).toEqual(["wake"])
    expect((await rowOf(marked["number"]))?.marks).toEqual(["number"])
    expect((await rowOf(marked["known"]))?.marks).toEqual(expect.arrayContaining(["known", "number"]))
    expect((await rowOf(marked["own"]))?.marks).toEqual([])
  })

  test("is put down in under two minutes, each by an act of its own, and is taken back as it was", async () => {
    const before = await anna.tray()
    const asks = (await anna.junkGroups())[0]?.rows.filter((row) => row.marks.length === 0).map((row) => row.ask) as string[]
    expect(asks.length).toBe(FLOOD)
    const began = performance.now()
    const done = good(await anna.closeJunk(asks, "one letter, many times"))
    const took = performance.now() - began
    expect(done.closed.length).toBe(FLOOD)
    expect(took).toBeLessThan(120_000)
    expect((await anna.tray()).length).toBe(before.length - FLOOD)
    good(await boris.refresh())
    expect((await boris.tray()).length).toBe(before.length - FLOOD)
    const closed = await boris.closedRequests()
    expect(closed.length).toBe(FLOOD)
    expect(closed[0]).toMatchObject({ did: "junk", why: "one letter, many times", by: "Anna", unanswered: true })

    const back = good(await boris.reopenJunk(asks, "a slip"))
    expect(back.reopened.length).toBe(FLOOD)
    good(await anna.refresh())
    expect((await anna.tray()).map((row) => row.ask)).toEqual(before.map((row) => row.ask))
    expect(await anna.closedRequests()).toEqual([])
  }, 240_000)

  test("what was closed otherwise is not reopened as junk", async () => {
    const ask = marked["own"] as string
    good(await anna.triage(ask, "referred", "to a colleague"))
    expect(good(await anna.reopenJunk([ask], "a slip")).reopened).toEqual([])
    expect((await anna.closedRequests()).map((row) => row.did)).toEqual(["referred"])
  })
})
