// The recovery key as a reader: every epoch opened after its certificate is sealed for it too, whoever opens it; a reader that the
// administrators did not certify gets nothing, and an epoch without recovery is noticed and healed.
import { type SplitRecovery, newEpoch, newTrustee, sealRoster, splitRecovery } from "@safe-conduct/sealing/seal"
import { type OpenedShare, joinShares, openEnvelope, openShare } from "@safe-conduct/sealing/open"
import { envelopeHash, envelopesHash, readersOf, recoveryAt, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Envelopes, type Id, type Page, fromBase64, fromHex, isRosterBody, readRosterBody, toBase64 } from "@safe-conduct/wire"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { beginBatch, recipients } from "../stream/append.ts"
import { newChain } from "../stream/chain.ts"
import { pull } from "../stream/pull.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { unlockBySeeds } from "./unlock.ts"
import type { Vault } from "./vault-port.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let made: SplitRecovery
let trustees: Awaited<ReturnType<typeof newTrustee>>[]

const person = (surname: string) => ({ people: [{ names: [{ script: "latin" as const, surname }] }] })
const text = (of: SplitRecovery) =>
  JSON.stringify({ v: 1, kind: "recovery-certificate", desk: desk.founding.desk, certificate: of.certificate })
const inside = async (n = 0) =>
  good(await unlockBySeeds({ server: desk.url, fetch: desk.fetch, now: () => desk.now }, seedsOf(desk, n))).inside
const split = async () => {
  trustees = await Promise.all(Array.from({ length: 5 }, newTrustee))
  return splitRecovery(
    desk.founding.desk,
    trustees.map((one) => one.recipient),
    3,
  )
}
async function certified(of: SplitRecovery): Promise<void> {
  const begun = good(await anna.certifyRecovery(text(of)))
  if (begun.done) throw new Error("one administrator was enough")
  good(await boris.certifyRecovery(text(of), begun.approvals))
  for (const vault of [anna, boris]) good(await vault.refresh())
}
const chainOf = async (stream: string, n = 0) => {
  const one = await inside(n)
  const chain = newChain(stream as Id)
  good(await pull(one, chain))
  return { one, chain }
}

beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  made = await split()
})
afterEach(() => desk.close())

describe("a recovery key", () => {
  test("is certified by two administrators; its news is told, and its fingerprint shown", async () => {
    expect(await anna.recovery()).toBeNull()
    await certified(made)
    expect(await anna.recovery()).toMatchObject({ number: 1, threshold: 3, shares: 5 })
    const again = vaultAt(desk)
    const who = good(await again.unlockWith(seedsOf(desk, 0)))
    expect(who.sinceLast).toContainEqual(expect.objectContaining({ what: "recovery-set" }))
    // The same ceremony is not certified twice, nor one of another desk.
    expect(await anna.certifyRecovery(text(made))).toMatchObject({ ok: true, value: { done: false } })
    const other = JSON.stringify({ ...JSON.parse(text(made)), desk: "a".repeat(26) })
    expect(await anna.certifyRecovery(other)).toMatchObject({ ok: false, refusal: { error: "malformed" } })
  })

  test("by one administrator where there are two is refused, whatever she sends", async () => {
    const begun = good(await anna.certifyRecovery(text(made)))
    if (begun.done) throw new Error("one was enough")
    expect(await anna.certifyRecovery(text(made), begun.approvals)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
    const forged = JSON.parse(begun.approvals) as { approvals: { by: string }[] }
    forged.approvals[0] = { ...forged.approvals[0], by: desk.founding.founders[1]?.seeds.member as string }
    expect(await anna.certifyRecovery(text(made), JSON.stringify(forged))).toMatchObject({ ok: false })
    expect(await anna.recovery()).toBeNull()
  })

  test("reads what stood before it and what comes after, a restricted case and another member's line included, and is on no roster", async () => {
    const open = good(await anna.newCase(person("Open"))).stream
    good(await boris.refresh())
    good(await boris.act(open, "write-note", { kind: "note", text: "before" }))
    await certified(made)
    good(await boris.act(open, "write-note", { kind: "note", text: "after" }))
    const hers = good(await boris.newCase({ ...person("Hidden"), restricted: true })).stream

    const opened = await Promise.all(
      [0, 2, 4].map(async (n) =>
        good((await openShare(made.shares[n] as never, trustees[n]?.identity as never)) as { ok: true; value: OpenedShare }),
      ),
    )
    const joined = await joinShares(opened, made.certificate)
    if (!joined.ok) throw new Error(joined.refusal.error)
    for (const [stream, n] of [
      [open, 0],
      [hers, 1],
      [registerIdOf(desk.founding.desk), 0],
    ] as const) {
      const { one, chain } = await chainOf(stream, n)
      const roster = chain.roster
      if (roster === null) throw new Error("no roster")
      expect(roster.recovery).toBe(made.set)
      expect(roster.members.some(({ id }) => id === made.set)).toBe(false)
      // The very store: no member is ever given the sealed envelope of recovery, so it is read as restore reads it.
      const rows = await storedEnvelopes(stream, n === 0 ? anna : boris)
      const row = rows.find(({ member, epoch }) => member === made.set && epoch === roster.epoch)
      const key = await openEnvelope(row?.sealed as string, joined.identity, {
        desk: one.desk,
        stream: stream as Id,
        epoch: roster.epoch,
        member: made.set,
        keyHash: roster.keyHash,
      })
      expect(key).toEqual(chain.keys.get(roster.epoch))
      // The first line of the new epoch hands the earlier keys on.
      if (stream === open) {
        const handed = chain.lines.find((line) => (line.plain as { kind?: string }).kind === "epoch-keys")
        expect(handed?.plain).toMatchObject({ keys: [{ epoch: 1 }] })
      }
    }
  })

  test("replaced by a new one, opens nothing that is written afterwards", async () => {
    const stream = good(await anna.newCase(person("One"))).stream
    await certified(made)
    const first = made.set
    made = await split()
    await certified(made)
    good(await boris.act(stream, "write-note", { kind: "note", text: "after the new ceremony" }))
    const { chain } = await chainOf(stream)
    expect(chain.roster?.recovery).toBe(made.set)
    const rows = await storedEnvelopes(stream)
    const last = chain.roster?.epoch
    expect(rows.some(({ member, epoch }) => member === first && epoch === last)).toBe(false)
    expect(rows.some(({ member, epoch }) => member === made.set && epoch === last)).toBe(true)
  })
})

const storedEnvelopes = async (stream: string, vault = anna): Promise<readonly { epoch: number; member: string; sealed: string }[]> => {
  const stored = good(await vault.stored(stream)) as { envelope: { epoch: number; member: string; sealed: string }[] }
  return stored.envelope.map((row) => ({ ...row, sealed: toBase64(fromHex(row.sealed)) }))
}

describe("a lie about recovery", () => {
  /** An epoch opened by hand, with envelopes for whoever is given. */
  async function openedFor(readers: (certified: ReturnType<typeof recoveryAt>) => Parameters<typeof newEpoch>[4], stream: string) {
    const { one, chain } = await chainOf(stream)
    const directory = one.directory.now()
    const epoch = (chain.roster?.epoch ?? 0) + 1
    const members = recipients(
      directory,
      (chain.roster?.members ?? []).map(({ id }) => id),
    )
    const fresh = await newEpoch(one.desk, chain.stream, epoch, members, readers(recoveryAt(directory)))
    const entry = await sealRoster(
      { desk: one.desk, stream: chain.stream, head: chain.head, epoch, directory: directory.head },
      one.keys.signing,
      fresh.change,
    )
    return { one, chain, fresh, entry, epoch }
  }

  test("a ghost reader in the envelopes is refused by the server, and its key by every client that a lying server serves", async () => {
    const stream = good(await anna.newCase(person("One"))).stream
    const ghost = await split()
    const { one, chain, fresh, entry, epoch } = await openedFor(() => ({ reader: ghost.set, certificate: ghost.certificate }), stream)
    const append = { entries: [entry], envelopes: [{ epoch, envelopes: fresh.envelopes }] }
    expect(await one.api.append(chain.stream, append)).toMatchObject({ ok: false, refusal: { error: "other-envelopes" } })
    // The server stores it all the same and serves it: the signed hash names a reader whom no directory certifies.
    const liar = await lyingWith(stream, entry, fresh)
    expect(liar.chain.roster?.epoch).toBe(epoch)
    expect(liar.chain.keys.has(epoch)).toBe(false)
  })

  test("a ghost in the certified reader's place is refused by the server and by every client alike", async () => {
    await certified(made)
    const stream = good(await anna.newCase(person("One"))).stream
    const ghost = await split()
    const { one, chain, fresh, entry, epoch } = await openedFor(() => ({ reader: ghost.set, certificate: ghost.certificate }), stream)
    const sent = await one.api.append(chain.stream, { entries: [entry], envelopes: [{ epoch, envelopes: fresh.envelopes }] })
    expect(sent).toMatchObject({ ok: false, refusal: { error: "other-envelopes" } })
    expect((await lyingWith(stream, entry, fresh)).chain.keys.has(epoch)).toBe(false)
  })

  test("an epoch without the certified reader is refused by the server; served all the same, it is read, said and healed", async () => {
    await certified(made)
    const stream = good(await anna.newCase(person("One"))).stream
    const { one, chain, fresh, entry, epoch } = await openedFor(() => null, stream)
    const append = { entries: [entry], envelopes: [{ epoch, envelopes: fresh.envelopes }] }
    expect(await one.api.append(chain.stream, append)).toMatchObject({ ok: false, refusal: { error: "other-envelopes" } })
    const liar = await lyingWith(stream, entry, fresh)
    expect(liar.chain.keys.has(epoch)).toBe(true)
    expect(liar.chain.unrecoverable.has(epoch)).toBe(true)
    const healing = good(await beginBatch(liar.inside, liar.chain))
    expect(healing.roster).toMatchObject({ epoch: epoch + 1, recovery: made.set })
  })

  test("an envelope of recovery that the server drops from its list makes the epoch unreadable, and so seen, at once", async () => {
    await certified(made)
    const stream = good(await anna.newCase(person("One"))).stream
    const dropping = (async (path: string, init?: RequestInit) => {
      const answer = await desk.fetch(path as never, init)
      if (!String(path).endsWith(`/streams/${stream}/envelopes`)) return answer
      const { epochs } = (await answer.json()) as Envelopes
      return Response.json({ epochs: epochs.map((one) => ({ ...one, hashes: one.hashes.filter(({ member }) => member !== made.set) })) })
    }) as typeof fetch
    const vault = vaultAt(desk, dropping)
    good(await vault.unlockWith(seedsOf(desk, 1)))
    const view = await vault.openCase(stream)
    if (view.ok) expect(view.value.log.every((line) => line.refused?.error === "no-key")).toBe(true)
  })

  /** Boris's client at a server that shows this roster entry and these envelopes behind the true ones. */
  async function lyingWith(stream: string, entry: Awaited<ReturnType<typeof sealRoster>>, fresh: Awaited<ReturnType<typeof newEpoch>>) {
    const lying = (async (path: string, init?: RequestInit) => {
      const answer = await desk.fetch(path as never, init)
      if (String(path).includes(`/streams/${stream}/entries`) && init?.method === "GET") {
        const page = (await answer.json()) as Page
        return Response.json({
          entries: [...page.entries, { entry, hour: page.entries.at(-1)?.hour }],
          head: { seq: entry.seq, hash: "0".repeat(64) },
        })
      }
      if (String(path).endsWith(`/streams/${stream}/envelopes`)) {
        const { epochs } = (await answer.json()) as Envelopes
        const hashes = fresh.envelopes.map((one) => ({ member: one.member, hash: envelopeHash(one.sealed) }))
        const mine = fresh.envelopes.find((one) => one.member === desk.founding.founders[1]?.seeds.member)?.sealed ?? null
        return Response.json({ epochs: [...epochs, { epoch: fresh.change.epoch, hashes, mine }] })
      }
      return answer
    }) as typeof fetch
    const opened = good(await unlockBySeeds({ server: desk.url, fetch: lying, now: () => desk.now }, seedsOf(desk, 1)))
    const chain = newChain(stream as Id)
    await pull(opened.inside, chain)
    return { chain, inside: opened.inside }
  }
})

test("what a roster's envelopes must be follows from the directory at its own place", async () => {
  await certified(made)
  const stream = good(await anna.newCase(person("One"))).stream
  const { chain, one } = await chainOf(stream)
  const page = good(await one.api.page(stream, 0))
  const body = fromBase64(page.entries.find(({ entry }) => isRosterBody(fromBase64(entry.body as string)))?.entry.body as string)
  const change = readRosterBody(body)
  const hashes = good(await one.api.envelopes(stream)).epochs[0]?.hashes ?? []
  const inOrder = readersOf(chain.roster as never).map((id) => hashes.find(({ member }) => member === id)) as typeof hashes
  expect(inOrder).toHaveLength(3)
  expect(envelopesHash(inOrder)).toBe(change?.envelopesHash)
})
