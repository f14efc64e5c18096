// The lines of a case, its roster and its keys, as a member's client reads them.
import { ageSeal, newEpoch, sealEntry, sealRoster } from "@safe-conduct/sealing/seal"
import { envelopeHash, headAfter, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Entry, type Envelopes, type Head, type Page, type RosterMember, fromBase64, toBase64 } from "@safe-conduct/wire"
import { seedsOf } from "../testing/desk.ts"
import { good } from "../testing/family.ts"
import { type Mutation, altering, lying, refusalOf } from "./mutation.ts"
import { type Scene, borisThrough, entryAt, ghost, pageOf, serversOwn } from "./scene.ts"

type Change = (page: Page) => Page | Promise<Page>

export function chain(s: Scene): readonly Mutation[] {
  const entriesOf = new RegExp(`^/api/streams/${s.stream}/entries`)
  /** What stands behind the last line is told with the page that ends in it, and stays told. */
  const ending = (change: Change): Change => {
    let told: Page | null = null
    return async (page) => (page.entries.length === 0 && told !== null ? { entries: [], head: told.head } : (told = await change(page)))
  }
  const row = (name: string, refusal: string, change: Change): Mutation => ({
    name,
    refusal,
    attempt: async () => refusalOf(await (await borisThrough(s, altering<Page>(s.desk, entriesOf, ending(change)))).openCase(s.stream)),
  })
  const set =
    (at: number, by: Partial<Entry>): Change =>
    (page) => ({
      ...page,
      entries: page.entries.map((one) => (one.entry.seq === at ? { ...one, entry: { ...one.entry, ...by } } : one)),
    })
  const header = (field: keyof Entry, by: Partial<Entry>, refusal: string): Mutation =>
    row(`another ${field} in a line`, refusal, set(4, by))
  /** One more line behind the last, as the holder of these keys would write it. */
  const behind = (page: Page): { readonly head: Head; readonly last: Entry } => {
    const last = page.entries.at(-1)?.entry
    if (last === undefined) throw new Error("the page is empty")
    return { last, head: headAfter(last) }
  }
  const put = (page: Page, ...entries: readonly Entry[]): Page => ({
    entries: [...page.entries, ...entries.map((entry) => ({ entry, hour: page.entries.at(-1)?.hour as never }))],
    head: headAfter(entries.at(-1) as Entry),
  })
  /** What stands in the log as refused, where the chain itself goes on. */
  const outlaw = (name: string, refusal: string, change: Change): Mutation => ({
    name,
    refusal,
    attempt: async () => {
      const vault = await borisThrough(s, altering<Page>(s.desk, entriesOf, ending(change)))
      const opened = await vault.openCase(s.stream)
      if (!opened.ok) return refusalOf(opened)
      const before = good(await s.boris.openCase(s.stream))
      const said = opened.value.log.at(-1)
      if (JSON.stringify(opened.value.state.notes) !== JSON.stringify(before.state.notes)) return "accepted"
      return said?.refused?.error ?? "nothing"
    },
  })
  const note = (text: string) => ({ does: "write-note", v: 1, id: "a".repeat(26), at: s.desk.now, input: { kind: "note", text } })
  const anna = seedsOf(s.desk, 0).member
  const boris = seedsOf(s.desk, 1).member
  const envelopes = (name: string, change: (given: Envelopes) => Envelopes | Promise<Envelopes>): Mutation => ({
    name,
    refusal: "no-key",
    attempt: async () => {
      const vault = await borisThrough(s, altering<Envelopes>(s.desk, new RegExp(`^/api/streams/${s.stream}/envelopes`), change))
      // A key that does not prove itself is left unused: what is sealed under it stays closed, and nothing is written.
      const opened = await vault.openCase(s.stream)
      if (opened.ok) return "accepted"
      return refusalOf(await vault.act(s.stream, "write-note", { kind: "note", text: "under the server's key" }))
    },
  })
  const newest = (given: Envelopes, by: (mine: string) => string | Promise<string>): Promise<Envelopes> =>
    Promise.all(given.epochs.map(async (one) => (one.mine === null ? one : { ...one, mine: await by(one.mine) }))).then((epochs) => ({
      epochs,
    }))

  return [
    {
      name: "the honest chain (control)",
      refusal: "accepted",
      attempt: async () =>
        refusalOf(
          await (
            await borisThrough(
              s,
              altering<Page>(s.desk, entriesOf, (page) => page),
            )
          ).openCase(s.stream),
        ),
    },
    header("desk", { desk: s.foreign.founding.desk }, "chain-broken"),
    header("stream", { stream: s.second }, "chain-broken"),
    header("seq", { seq: 40 }, "chain-broken"),
    header("prev", { prev: "0".repeat(64) as never }, "chain-broken"),
    header("author", { author: s.borisKeys.kid }, "bad-signature"),
    header("epoch", { epoch: 7 }, "bad-signature"),
    header("dirSeq", { dirSeq: 1 }, "unknown-author"),
    header("dirHash", { dirHash: "1".repeat(64) as never }, "unknown-author"),
    header("bodyHash", { bodyHash: "2".repeat(64) as never }, "bad-signature"),
    header("size", { size: 512 }, "bad-signature"),
    header("objects", { objects: [s.second] }, "bad-signature"),
    header("guards", { guards: [{ stream: s.second, seq: 0, hash: "3".repeat(64) as never }] }, "bad-signature"),
    header("signature", { signature: `${"A".repeat(86)}==` }, "bad-signature"),
    row("a signature with S + L", "bad-signature", async (page) =>
      set(4, { signature: malleated((await entryAt(s, s.stream, 4)).signature) })(page),
    ),
    row("the bodies of two lines exchanged", "bad-signature", async (page) =>
      set(4, { body: (await entryAt(s, s.stream, 5)).body })(await set(5, { body: (await entryAt(s, s.stream, 4)).body })(page)),
    ),
    row("a line of another case spliced in", "chain-broken", async (page) => {
      const foreign = await entryAt(s, s.second, 4)
      return { ...page, entries: page.entries.map((one) => (one.entry.seq === 4 ? { ...one, entry: foreign } : one)) }
    }),
    row("a line told twice", "chain-broken", (page) => ({
      ...page,
      entries: page.entries.flatMap((one) => (one.entry.seq === 4 ? [one, one] : [one])),
    })),
    row("a line left out", "chain-broken", (page) => ({ ...page, entries: page.entries.filter(({ entry }) => entry.seq !== 4) })),
    row("the chain turned round", "chain-broken", (page) => ({ ...page, entries: page.entries.toReversed() })),
    row("a line by nobody", "unknown-author", async (page) => {
      const { head, last } = behind(page)
      const place = { desk: s.id, stream: s.stream, head, epoch: last.epoch, directory: { seq: last.dirSeq, hash: last.dirHash } }
      return put(page, await sealEntry(place, serversOwn(), new Uint8Array(32), note("ghost")))
    }),
    row("a line by a removed member", "unknown-author", async (page) => {
      const { head, last } = behind(page)
      const place = { desk: s.id, stream: s.stream, head, epoch: last.epoch, directory: { seq: last.dirSeq, hash: last.dirHash } }
      return put(page, await sealEntry(place, s.eve.keys.signing, new Uint8Array(32), note("I am still here")))
    }),
    row("a line by a removed member under an old directory head", "directory-went-back", async (page) => {
      const { head } = behind(page)
      const old = page.entries.find(({ entry }) => entry.epoch === Math.max(...s.eve.caseKeys.keys()))?.entry as Entry
      const place = { desk: s.id, stream: s.stream, head, epoch: old.epoch, directory: { seq: old.dirSeq, hash: old.dirHash } }
      return put(
        page,
        await sealEntry(place, s.eve.keys.signing, s.eve.caseKeys.get(old.epoch) as Uint8Array, note("as if I had never left")),
      )
    }),
    outlaw("a line by a member under an epoch that a removed member holds", "old-epoch", async (page) => {
      const { head, last } = behind(page)
      const epoch = Math.max(...s.eve.caseKeys.keys())
      const place = { desk: s.id, stream: s.stream, head, epoch, directory: { seq: last.dirSeq, hash: last.dirHash } }
      return put(page, await sealEntry(place, s.annaKeys.signing, s.eve.caseKeys.get(epoch) as Uint8Array, note("under the old key")))
    }),
    outlaw("a line of a member who is not on the roster of a restricted case", "not-on-roster", async (page) => {
      // Shown in the open case, where the author's own roster would not hold her: a roster that leaves Anna out comes first.
      const { head, last } = behind(page)
      const directory = { seq: last.dirSeq, hash: last.dirHash }
      const epoch = last.epoch + 1
      const alone = await newEpoch(s.id, s.stream, epoch, [{ id: boris as never, kid: s.borisKeys.kid, seal: s.borisKeys.recipient }])
      const roster = await sealRoster({ desk: s.id, stream: s.stream, head, epoch, directory }, s.borisKeys.signing, alone.change)
      const next = headAfter(roster)
      const line = await sealEntry(
        { desk: s.id, stream: s.stream, head: next, epoch, directory },
        s.annaKeys.signing,
        alone.key,
        note("not mine"),
      )
      return put(page, roster, line)
    }),
    ...rosters(s, outlaw, behind, put),
    envelopes("an epoch key that the server made", async (given) => {
      const key = "05".repeat(32)
      return newest(given, async () => {
        const epoch = Math.max(...given.epochs.map((one) => one.epoch))
        const plain = { v: 1, kind: "epoch-key", desk: s.id, stream: s.stream, epoch, member: boris, key }
        return toBase64(await ageSeal([s.borisKeys.recipient], new TextEncoder().encode(JSON.stringify(plain))))
      })
    }),
    envelopes("an epoch key that the server made, its hash told too", async (given) => {
      const changed = await newest(given, async () => {
        const epoch = Math.max(...given.epochs.map((one) => one.epoch))
        const plain = { v: 1, kind: "epoch-key", desk: s.id, stream: s.stream, epoch, member: boris, key: "05".repeat(32) }
        return toBase64(await ageSeal([s.borisKeys.recipient], new TextEncoder().encode(JSON.stringify(plain))))
      })
      return {
        epochs: changed.epochs.map((one) => ({
          ...one,
          hashes: one.hashes.map((hash) => (hash.member === boris && one.mine !== null ? { ...hash, hash: envelopeHash(one.mine) } : hash)),
        })),
      }
    }),
    envelopes("an envelope of an earlier epoch for the present one", (given) => ({
      epochs: given.epochs
        .map((one) => ({ ...one, mine: given.epochs[0]?.mine ?? null }))
        .toReversed()
        .slice(0, 1),
    })),
    envelopes("an envelope with a byte altered", (given) =>
      newest(given, (mine) => {
        const bytes = fromBase64(mine)
        bytes[bytes.length - 5] = (bytes[bytes.length - 5] as number) ^ 1
        return toBase64(bytes)
      }),
    ),
    envelopes("envelopes withheld", (given) => ({ epochs: given.epochs.map((one) => ({ ...one, mine: null })) })),
    envelopes("one envelope's hash left out of the list", (given) => ({
      epochs: given.epochs.map((one) => ({ ...one, hashes: one.hashes.filter(({ member }) => member !== anna) })),
    })),
    envelopes("an envelope of another stream", async () => {
      const others = good(await s.api.envelopes(registerIdOf(s.id)))
      return others
    }),
    {
      name: "an end withheld that was seen before",
      refusal: "stream-went-back",
      attempt: async () => {
        let back = false
        const vault = await borisThrough(
          s,
          altering<Page>(s.desk, entriesOf, (page) => (back ? { entries: [], head: { seq: 2, hash: "0".repeat(64) as never } } : page)),
        )
        good(await vault.openCase(s.stream))
        good(await s.anna.act(s.stream, "write-note", { kind: "note", text: "one more" }))
        back = true
        return good(await vault.refresh()).alarms.find(({ stream }) => stream === s.stream)?.error ?? "accepted"
      },
    },
    {
      name: "a fork: a line behind another one than was read",
      refusal: "chain-broken",
      attempt: async () => {
        let forked = false
        const vault = await borisThrough(
          s,
          altering<Page>(s.desk, entriesOf, async (page) => {
            if (!forked) return page
            const last = (await pageOf(s, s.stream)).entries.at(-2)?.entry as Entry
            const place = {
              desk: s.id,
              stream: s.stream,
              head: { seq: last.seq, hash: "4".repeat(64) as never },
              epoch: last.epoch,
              directory: { seq: last.dirSeq, hash: last.dirHash },
            }
            const entry = await sealEntry(place, s.annaKeys.signing, new Uint8Array(32), note("behind another line"))
            return { entries: [{ entry, hour: "2026-11-22T18Z" as never }], head: headAfter(entry) }
          }),
        )
        good(await vault.openCase(s.stream))
        good(await s.anna.act(s.stream, "write-note", { kind: "note", text: "and one more" }))
        forked = true
        return good(await vault.refresh()).alarms.find(({ stream }) => stream === s.stream)?.error ?? "accepted"
      },
    },
    {
      name: "a lost answer, and the same bytes sent again: one line, never two",
      refusal: "nothing",
      attempt: async () => {
        let lost = false
        const vault = await borisThrough(
          s,
          lying(s.desk, (call, honest) => {
            if (lost || call.method !== "POST" || !entriesOf.test(call.path)) return undefined
            lost = true
            return honest().then(() => Promise.reject(new TypeError("the line broke")))
          }),
        )
        const before = good(await vault.openCase(s.stream)).state.notes.length
        good(await vault.act(s.stream, "write-note", { kind: "note", text: "once" }))
        const after = good(await vault.openCase(s.stream)).state.notes.length
        return after === before + 1 ? "nothing" : "accepted"
      },
    },
  ]
}

/** What a roster entry may not do, whoever hands it over. */
function rosters(
  s: Scene,
  outlaw: (name: string, refusal: string, change: Change) => Mutation,
  behind: (page: Page) => { readonly head: Head; readonly last: Entry },
  put: (page: Page, ...entries: readonly Entry[]) => Page,
): readonly Mutation[] {
  const boris = { id: seedsOf(s.desk, 1).member as RosterMember["id"], kid: s.borisKeys.kid, seal: s.borisKeys.recipient }
  const anna = { id: seedsOf(s.desk, 0).member as RosterMember["id"], kid: s.annaKeys.kid, seal: s.annaKeys.recipient }
  const opened = async (page: Page, by: Scene["annaKeys"]["signing"], members: readonly (typeof boris)[], up = 1): Promise<Page> => {
    const { head, last } = behind(page)
    const epoch = last.epoch + up
    const fresh = await newEpoch(s.id, s.stream, epoch, members)
    const directory = { seq: last.dirSeq, hash: last.dirHash }
    return put(page, await sealRoster({ desk: s.id, stream: s.stream, head, epoch, directory }, by, fresh.change))
  }
  const someone = async () => {
    const one = await ghost()
    return { id: one.member, kid: one.keys.kid, seal: one.keys.recipient }
  }
  return [
    outlaw("a roster by nobody", "unknown-author", (page) => opened(page, serversOwn(), [anna, boris])),
    outlaw("a roster by a removed member", "unknown-author", (page) => opened(page, s.eve.keys.signing, [anna, boris])),
    outlaw("a ghost on a roster", "ghost-member", async (page) => opened(page, s.annaKeys.signing, [anna, boris, await someone()])),
    outlaw("a ghost's key under a living member's id", "ghost-member", async (page) =>
      opened(page, s.annaKeys.signing, [anna, { ...(await someone()), id: boris.id }]),
    ),
    outlaw("a removed member back on a roster", "ghost-member", (page) =>
      opened(page, s.annaKeys.signing, [anna, boris, { id: s.eve.member, kid: s.eve.keys.kid, seal: s.eve.keys.recipient }]),
    ),
    outlaw("a member twice on a roster", "repeated-member", (page) => opened(page, s.annaKeys.signing, [anna, boris, boris])),
    outlaw("an epoch that skips one", "old-roster", (page) => opened(page, s.annaKeys.signing, [anna, boris], 2)),
    outlaw("an old roster again", "old-roster", (page) => opened(page, s.annaKeys.signing, [anna, boris], 0)),
  ]
}

/** S + L: the same signature to a lax verifier, another one to the chain. */
function malleated(signature: string): string {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n
  const bytes = fromBase64(signature)
  const little = [...bytes.subarray(32)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + L
  for (let n = 0; n < 32; n++) bytes[32 + n] = Number((little >> BigInt(8 * n)) & 255n)
  return toBase64(bytes)
}
