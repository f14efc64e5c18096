// A restricted case: members on it let others in and take them off, in one breath with the line that says so. Nobody outside can.
import { newEpoch, sealCard, sealEntry, sealRoster } from "@safe-conduct/sealing/seal"
import { openEntry } from "@safe-conduct/sealing/open"
import { headAfter } from "@safe-conduct/sealing/verify"
import { type Bytes, type Entry, type Head, type Id } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Api } from "../api.ts"
import { keysGiven, keysOf, signedIn } from "../hostile-server/scene.ts"
import { lying } from "../hostile-server/mutation.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { readFrames } from "../testing/card-page.ts"
import type { Vault } from "./vault-port.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let carla: Vault
let stream: Id
const member = (n: number): Id => seedsOf(desk, n).member as Id
const change = (by: Vault, add: readonly number[], remove: readonly number[] = []) =>
  by.act(stream, "change-roster", { add: add.map(member), remove: remove.map(member) })
const error = async (done: Promise<{ readonly ok: boolean; readonly refusal?: { readonly error: string } }>): Promise<string> =>
  (await done).refusal?.error ?? "done"
const apiOf = async (n: number): Promise<Api> => signedIn(desk, member(n), await keysOf(desk, n))

beforeAll(async () => {
  desk = await openTestDesk({ admins: 3 })
  ;({ anna, boris } = await openedDesk(desk))
  carla = vaultAt(desk)
  good(await carla.unlockWith(seedsOf(desk, 2)))
  good(await anna.nameMember(member(2), { name: "Carla", roles: ["caseworker"] }))
  stream = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Hidden" }] }], restricted: true })).stream as Id
  good(await anna.act(stream, "write-note", { kind: "note", text: "before" }))
}, 60_000)
afterAll(() => desk.close())

describe("who reads it", () => {
  test("is changed by a member on it: the new one reads what came before, the log says who let her in", async () => {
    good(await change(anna, [1, 2]))
    good(await boris.refresh())
    const seen = good(await boris.openCase(stream))
    expect(seen.state.notes.map(({ text }) => text)).toEqual(["before"])
    expect(seen.roster.map(({ member: id }) => id).toSorted()).toEqual([member(0), member(1), member(2)].toSorted())
    expect(seen.log.find(({ does }) => does === "change-roster")).toMatchObject({ by: member(0), refused: null })
    expect(seen.rosterSaidOtherwise).toBe(false)
    expect((await boris.list()).map((row) => row.stream)).toContain(stream)
  })

  test("its card stays under its own key, whoever comes", async () => {
    const page = readFrames(good(await (await apiOf(1)).cards(0)))
    const mine = page?.frames.find(({ row }) => row.card.stream === stream)?.row
    expect(mine?.card).toMatchObject({ own: true, through: mine?.head })
  })

  test("is changed by whoever has the role, never by taking herself off, and one with the role stays", async () => {
    expect(await error(change(boris, [], [2]))).toBe("roster-role")
    expect(await boris.check(stream, "change-roster")).toMatchObject({ refusal: { error: "roster-role" } })
    expect(await error(change(anna, [], [0]))).toBe("roster-yourself")
    expect(await error(anna.act(stream, "change-roster", { add: ["a".repeat(26)], remove: [] }))).toBe("roster-inactive")
    const open = good(await anna.newCase({ people: [] })).stream
    expect(await error(anna.act(open, "change-roster", { add: [], remove: [member(1)] }))).toBe("not-restricted")
    good(await anna.nameMember(member(0), { name: "Anna", roles: ["administrator"] }))
    good(await carla.refresh())
    good(await carla.nameMember(member(2), { name: "Carla", roles: ["caseworker"] }))
    // Carla is the last caseworker: Anna, who is none now, cannot take her off, nor can anybody leave the case without one.
    expect(await error(change(anna, [], [2]))).toBe("roster-role")
    good(await carla.nameMember(member(2), { name: "Carla", roles: ["verifier"] }))
    good(await anna.refresh())
    expect(await error(change(anna, [], [1]))).toBe("roster-no-caseworker")
    good(await anna.nameMember(member(0), { name: "Anna", roles: ["administrator", "caseworker"] }))
  })

  test("whoever is taken off reads nothing that comes, with any key she ever held and all that the server has", async () => {
    const keys = await keysOf(desk, 2)
    const held = await keysGiven(await apiOf(2), desk.founding.desk, stream, member(2), keys)
    expect(held.size).toBeGreaterThan(0)
    const before = good(await (await apiOf(0)).head(stream))
    good(await change(anna, [], [2]))
    good(await anna.act(stream, "write-note", { kind: "note", text: "after" }))
    const later = good(await (await apiOf(0)).page(stream, before.seq + 1)).entries.map(({ entry }) => entry)
    expect(later.length).toBeGreaterThan(2)
    for (const entry of later) for (const key of held.values()) expect((await openEntry(entry, key)).ok).toBe(false)
    expect(await error((await apiOf(2)).page(stream, 0))).toBe("not-on-roster")
    expect(await error(carla.act(stream, "write-note", { kind: "note", text: "still here" }))).toBe("not-on-roster")
    good(await boris.refresh())
    expect(good(await boris.openCase(stream)).rosterSaidOtherwise).toBe(false)
  })
})

describe("a member outside", () => {
  const placed = async (): Promise<{ readonly head: Head; readonly epoch: number; readonly last: Entry }> => {
    const last = good(await (await apiOf(0)).page(stream, 0)).entries.at(-1)?.entry as Entry
    return { head: headAfter(last), epoch: last.epoch, last }
  }
  const letsHerselfIn = async (): Promise<{ readonly entry: Entry; readonly key: Bytes; readonly input: object }> => {
    const { head, epoch, last } = await placed()
    const carlas = await keysOf(desk, 2)
    const directory = { seq: last.dirSeq, hash: last.dirHash }
    const fresh = await newEpoch(desk.founding.desk, stream, epoch + 1, [{ id: member(2), kid: carlas.kid, seal: carlas.recipient }])
    const place = { desk: desk.founding.desk, stream, head, epoch: epoch + 1, directory }
    const entry = await sealRoster(place, carlas.signing, fresh.change)
    return { entry, key: fresh.key, input: { entries: [entry], envelopes: [{ epoch: epoch + 1, envelopes: fresh.envelopes }] } }
  }

  test("neither writes, nor lets herself in, nor writes its card", async () => {
    const { head, epoch, last } = await placed()
    const carlas = await keysOf(desk, 2)
    const api = await apiOf(2)
    const place = { desk: desk.founding.desk, stream, head, epoch, directory: { seq: last.dirSeq, hash: last.dirHash } }
    const line = await sealEntry(place, carlas.signing, new Uint8Array(32), { does: "change-roster" })
    expect(await error(api.append(stream, { entries: [line] }))).toBe("not-on-roster")
    expect(await error(api.append(stream, (await letsHerselfIn()).input as never))).toBe("not-on-roster")
    const card = await sealCard(
      { desk: place.desk, stream, version: 99, cardEpoch: epoch, own: true, through: head },
      carlas.signing,
      new Uint8Array(32),
      {},
    )
    expect(await error(api.putCard(stream, card as never))).toBe("not-on-roster")
    const again = vaultAt(desk)
    good(await again.unlockWith(seedsOf(desk, 2)))
    expect(await error(again.openCase(stream))).toBe("not-on-roster")
    expect(await error(change(again, [2]))).toBe("not-on-roster")
    expect((await again.list()).map((row) => row.stream)).not.toContain(stream)
  })

  test("where the server lets her in all the same, every honest client keeps her out", async () => {
    const { entry } = await letsHerselfIn()
    const lied = vaultAt(
      desk,
      lying(desk, (call, honest) =>
        call.path.startsWith(`/api/streams/${stream}/entries?`)
          ? honest().then(async (answer) => {
              const { entries } = (await answer.json()) as { entries: unknown[] }
              const from = Number(new URLSearchParams(call.path.split("?")[1]).get("from"))
              const more = from <= entry.seq ? [{ entry, hour: "2026-11-22T17Z" }] : []
              return Response.json({ entries: [...entries, ...more], head: headAfter(entry) })
            })
          : undefined,
      ),
    )
    good(await lied.unlockWith(seedsOf(desk, 1)))
    const seen = good(await lied.openCase(stream))
    expect(seen.log.at(-1)).toMatchObject({ refused: { error: "not-on-roster" } })
    expect(seen.roster.map(({ member: id }) => id)).not.toContain(member(2))
  })
})

test("a roster that was changed without a word in the log is shown as such", async () => {
  const annas = await keysOf(desk, 0)
  const api = await apiOf(0)
  const last = good(await api.page(stream, 0)).entries.at(-1)?.entry as Entry
  const people = await Promise.all([0, 1, 2].map(async (n) => ({ id: member(n), keys: await keysOf(desk, n) })))
  const epoch = last.epoch + 1
  const fresh = await newEpoch(
    desk.founding.desk,
    stream,
    epoch,
    people.map(({ id, keys }) => ({ id, kid: keys.kid, seal: keys.recipient })),
  )
  const place = { desk: desk.founding.desk, stream, head: headAfter(last), epoch, directory: { seq: last.dirSeq, hash: last.dirHash } }
  const entry = await sealRoster(place, annas.signing, fresh.change)
  good(await api.append(stream, { entries: [entry], envelopes: [{ epoch, envelopes: fresh.envelopes }] } as never))
  good(await boris.refresh())
  expect(good(await boris.openCase(stream)).rosterSaidOtherwise).toBe(true)
})
