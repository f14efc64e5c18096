// What writing openings down costs: one write an hour for whoever reads, nothing for whoever reads on, and never an answer.
import { randomId } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import { expect, test } from "vitest"
import { keepOpenings } from "./openings.ts"
import type { Opening } from "./store/opening-store.ts"
import type { Store } from "./store/store.ts"

const HOUR = 3_600_000

/** A store that takes openings and counts its transactions; `full` like a disk. */
function counting() {
  const clock = { now: Date.UTC(2026, 10, 22, 17, 20) }
  const kept: Opening[] = []
  const state = { writes: 0, full: false, lists: [] as Id[] }
  const store = {
    desk: randomId(),
    rosteredWith: async () => state.lists,
    async write(job: (tx: object) => Promise<unknown>) {
      state.writes++
      if (state.full) throw new Error("full")
      return job({ putOpenings: async (rows: readonly Opening[]) => void kept.push(...rows) })
    },
  } as unknown as Store
  return { clock, kept, state, openings: keepOpenings(store, () => clock.now) }
}

test("a hundred reads of one stream in an hour are one write, and the next hour is another", async () => {
  const { clock, kept, state, openings } = counting()
  const [member, stream] = [randomId(), randomId()]
  await Promise.all(Array.from({ length: 100 }, () => openings.entries(member, stream)))
  expect(state.writes).toBe(1)
  clock.now += HOUR
  await openings.entries(member, stream)
  expect(state.writes).toBe(2)
  expect(kept.map((one) => one.hour)).toEqual(["2026-11-22T17Z", "2026-11-22T18Z"])
})

test("a file of a thousand parts is one write; one that no roster lists is none", async () => {
  const { state, openings } = counting()
  const [member, listed, unlisted] = [randomId(), randomId(), randomId()]
  for (let part = 0; part < 1000; part++) await openings.file(member, unlisted)
  expect(state.writes).toBe(0)
  state.lists = [randomId()]
  for (let part = 0; part < 1000; part++) await openings.file(member, listed)
  expect(state.writes).toBe(1)
})

test("the row stands before the bytes leave, for whoever asks at the same moment too", async () => {
  const { kept, openings } = counting()
  const [member, stream] = [randomId(), randomId()]
  const first = openings.entries(member, stream)
  await openings.entries(member, stream)
  expect(kept).toHaveLength(1)
  await first
})

test("a full disk stops nobody reading, and what was not written down is tried again", async () => {
  const { kept, state, openings } = counting()
  const [member, stream] = [randomId(), randomId()]
  state.full = true
  await openings.entries(member, stream)
  state.full = false
  await openings.entries(member, stream)
  expect(kept).toHaveLength(1)
})
