// A thousand random histories of who comes and who goes. Whoever was removed is given everything by a server that is on her side:
// every line, every envelope with her name on it, every key that she ever held. She opens nothing that was written after she left.
import {
  type MemberKeys,
  approve,
  certificateOf,
  directoryEntry,
  genesisEntry,
  memberKeys,
  newSeeds,
  randomId,
  signingFromSeed,
} from "@safe-conduct/sealing/seal"
import { openEntry } from "@safe-conduct/sealing/open"
import { type Directory, activeMembers, envelopeHash, foldDirectory, hashOf, headAfter } from "@safe-conduct/sealing/verify"
import { type DirectoryChange, type Entry, type Envelope, type Hour, type Id, fromHex, memberCertificateBytes } from "@safe-conduct/wire"
import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import type { Inside } from "../member/inside.ts"
import { ok } from "../result.ts"
import { addLine, beginBatch } from "./append.ts"
import { type Chain, newChain } from "./chain.ts"
import { pull } from "./pull.ts"

const HISTORIES = 1000
const hour = "2026-11-22T17Z" as Hour
const root = signingFromSeed(fromHex("03".repeat(32)))
interface Person {
  readonly id: Id
  readonly keys: MemberKeys
}
let pool: readonly Person[]

beforeAll(async () => {
  pool = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const id = randomId()
      return { id, keys: await memberKeys(id, newSeeds()) }
    }),
  )
})

/** A desk without a server: its directory, one stream, and what its server would hold of both. */
async function world() {
  const [first] = pool as readonly [Person]
  const genesis = await genesisEntry(root, {
    does: "genesis",
    nonce: "11".repeat(32) as never,
    trial: true,
    root: root.key,
    reserve: hashOf(new Uint8Array(1)),
    admins: [certificateOf(first.id, first.keys)],
    threshold: 1,
  })
  const begun = await foldDirectory(null, genesis)
  if (!begun.ok) throw new Error(begun.refusal.error)
  let directory: Directory = begun.value
  const stream = randomId()
  const entries: Entry[] = []
  const envelopes: { epoch: number; all: readonly Envelope[] }[] = []

  async function change(what: DirectoryChange): Promise<void> {
    const entry = await directoryEntry({ desk: directory.desk, stream: directory.stream, head: directory.head }, first.keys.signing, what)
    const folded = await foldDirectory(directory, entry)
    if (!folded.ok) throw new Error(folded.refusal.error)
    directory = folded.value
  }
  const inside = ({ id, keys }: Person): Inside =>
    ({
      api: {
        page: async (_: string, from: number) =>
          ok({
            entries: entries.slice(from).map((entry) => ({ entry, hour })),
            head: headAfter(entries.at(-1) as Entry),
          }),
        envelopes: async () =>
          ok({
            epochs: envelopes.map(({ epoch, all }) => ({
              epoch,
              hashes: all.map(({ member, sealed }) => ({ member, hash: envelopeHash(sealed) })),
              mine: all.find(({ member }) => member === id)?.sealed ?? null,
            })),
          }),
      },
      desk: directory.desk,
      member: id,
      keys,
      directory: { now: () => directory, changes: [], pull: async () => ok(directory), reach: async () => ok(directory) },
      people: null,
      releaseKeys: [],
      receipts: new Map(),
      now: () => 0,
    }) as unknown as Inside

  return {
    stream,
    entries,
    inside,
    active: () => activeMembers(directory).map(({ id }) => id),
    async add({ id, keys }: Person): Promise<void> {
      const certificate = certificateOf(id, keys)
      const bytes = memberCertificateBytes(directory.desk, certificate)
      await change({ does: "member.add", certificate, approvals: [await approve(first.id, first.keys.signing, bytes)] })
    },
    remove: ({ id }: Person): Promise<void> => change({ does: "member.remove", member: id }),
    /** As a client writes: what stands is read first, whoever is active is on the roster, a new epoch opens where it must. */
    async write(by: Person, chain: Chain, text: string): Promise<void> {
      const me = inside(by)
      if (entries.length > 0 && !(await pull(me, chain)).ok) throw new Error("an honest chain did not hold")
      const wanted = activeMembers(directory).map((member) => member.id)
      const same =
        chain.roster !== null &&
        chain.roster.members.length === wanted.length &&
        wanted.every((id) => chain.roster?.members.some((m) => m.id === id))
      const batch = await beginBatch(me, chain, same ? undefined : wanted)
      if (!batch.ok) throw new Error(batch.refusal.error)
      await addLine(batch.value, { plain: { text } })
      entries.push(...batch.value.entries)
      if (batch.value.opens !== null) envelopes.push({ epoch: batch.value.opens.epoch, all: batch.value.opens.envelopes })
    },
  }
}

const step = fc.record({ does: fc.constantFrom("add", "remove", "write", "write", "remove"), who: fc.nat(99) })
const textOf = (plain: unknown): string | undefined => (plain as { text?: string } | undefined)?.text

test(`in ${HISTORIES} histories nobody opens a line that was written after she was removed`, { timeout: 420_000 }, async () => {
  let removals = 0
  let closed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      const w = await world()
      const chains = new Map<Id, Chain>(pool.map(({ id }) => [id, newChain(w.stream)]))
      const chain = (person: Person): Chain => chains.get(person.id) as Chain
      const left = new Map<Person, number>()
      const [founder] = pool as readonly [Person]
      const joined = new Set(w.active())
      await w.add(pool[1] as Person)
      joined.add((pool[1] as Person).id)
      await w.write(founder, chain(founder), "first")
      for (const { does, who } of steps) {
        const active = pool.filter(({ id }) => w.active().includes(id))
        if (does === "add") {
          const next = pool.find(({ id }) => !joined.has(id))
          if (next === undefined) continue
          joined.add(next.id)
          await w.add(next)
        } else if (does === "remove") {
          const leavable = active.slice(1)
          const gone = leavable[who % Math.max(1, leavable.length)]
          if (gone === undefined) continue
          // She has read to the end until the moment she goes.
          await pull(w.inside(gone), chain(gone))
          await w.remove(gone)
          left.set(gone, w.entries.length)
          removals++
        } else {
          const by = active[who % active.length] as Person
          await w.write(by, chain(by), `line ${w.entries.length}`)
        }
      }
      const last = pool.find(({ id }) => w.active().includes(id)) as Person
      await w.write(last, chain(last), "last")

      for (const [gone, from] of left) {
        const hers = chain(gone)
        // Everything is served to her; her own client would not even ask.
        await pull(w.inside(gone), hers)
        for (const line of hers.lines) if (line.seq >= from) expect(textOf(line.plain)).toBeUndefined()
        for (const entry of w.entries.slice(from)) {
          for (const key of hers.keys.values()) expect((await openEntry(entry, key)).ok).toBe(false)
          closed++
        }
      }
      // And who stays reads all of it, so that the test is of locks and not of noise.
      const stays = newChain(w.stream)
      expect((await pull(w.inside(last), stays)).ok).toBe(true)
      expect(textOf(stays.lines.at(-1)?.plain)).toBe("last")
    }),
    { numRuns: HISTORIES },
  )
  expect(removals).toBeGreaterThan(HISTORIES / 2)
  expect(closed).toBeGreaterThan(HISTORIES)
})
