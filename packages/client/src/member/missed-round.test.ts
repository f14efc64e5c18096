// A round that breaks off half-way loses nothing: whatever moved is told again, to an open case and to the tray alike.
import { actionNames } from "@safe-conduct/domain/case"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let stream: string
/** What the server answers to Boris goes through here. */
let between: (path: string, answer: () => Promise<Response>) => Promise<Response>

beforeAll(async () => {
  desk = await openTestDesk()
  const opened = await openedDesk(desk)
  anna = opened.anna
  between = (_, answer) => answer()
  const line = ((path: string, init?: RequestInit) => between(String(path), () => desk.fetch(path, init))) as typeof fetch
  boris = vaultAt(desk, line)
  good(await boris.unlockWith(seedsOf(desk, 1)))
  stream = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Testova" }] }] })).stream
  good(await boris.refresh())
  good(await boris.openCase(stream))
})
beforeEach(() => {
  between = (_, answer) => answer()
})
afterAll(() => desk.close())

const notes = async (): Promise<number> =>
  good(await boris.openCase(stream)).log.filter((line) => JSON.stringify(line).includes("heard from her")).length
const note = async (): Promise<void> => void good(await anna.act(stream, "write-note", { kind: "note", text: "heard from her" }))

test("cards that do not come: the open case follows in the next round", async () => {
  await note()
  const seen: string[] = []
  boris.on((change) => void seen.push(change.what))
  between = (path, answer) => (path.includes("/cards") ? Promise.reject(new TypeError("the line broke")) : answer())
  expect((await boris.refresh()).ok).toBe(false)
  between = (_, answer) => answer()
  good(await boris.refresh())
  expect(seen).toContain("case")
  expect(await notes()).toBe(1)
})

test("an entry of the open case that does not come is asked for again", async () => {
  await note()
  const seen: string[] = []
  boris.on((change) => void seen.push(change.what))
  between = (path, answer) => (path.includes(stream) ? Promise.reject(new TypeError("the line broke")) : answer())
  await boris.refresh()
  expect(seen).not.toContain("case")
  between = (_, answer) => answer()
  good(await boris.refresh())
  expect(seen).toContain("case")
})

test("what was read on by the way is told, though nothing is newer than what is held", async () => {
  const before = await notes()
  await note()
  // Hers comes to him with his own, which lost the race for the place behind.
  good(await boris.act(stream, "write-note", { kind: "note", text: "beside it" }))
  const seen: string[] = []
  boris.on((change) => void seen.push(change.what))
  good(await boris.refresh())
  expect(await notes()).toBe(before + 1)
  expect(seen).toContain("case")
})

test("a request whose mailbox does not answer is in the tray a round later", async () => {
  await asked(desk, familyRequest)
  good(await anna.refresh())
  const [row] = await anna.tray()
  between = (path, answer) => (path.includes(row?.ask as string) ? Promise.reject(new TypeError("the line broke")) : answer())
  await boris.refresh()
  between = (_, answer) => answer()
  good(await boris.refresh())
  expect(await boris.tray()).toHaveLength(1)
})

test("what may be done with a case is asked at once for all of it: after an act the server is called once, not once for each", async () => {
  good(await boris.act(stream, "write-note", { kind: "note", text: "mine" }))
  const asked: string[] = []
  between = (path, answer) => {
    asked.push(path)
    return answer()
  }
  const refusals = await boris.refusals(stream, actionNames)
  expect(asked.length).toBeLessThanOrEqual(1)
  expect(Object.keys(refusals)).toEqual([...actionNames])
  for (const does of ["write-note", "close-case", "reopen-case"] as const)
    expect([does, refusals[does]]).toEqual([does, (await boris.check(stream, does)).refusal])
})
