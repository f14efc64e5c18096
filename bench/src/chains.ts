// Many whole chains, sealed and signed as members' clients seal and sign them, put into the store directly: what the log and `verify`
// are measured on. Over HTTP a hundred thousand of them take half an hour.
import { type Signing, memberKeys, newEpoch, sealEntry, sealRoster } from "@safe-conduct/sealing/seal"
import { entryHash, hashOf } from "@safe-conduct/sealing/verify"
import { type Store, openDatabase, writeGenesis } from "@safe-conduct/server"
import { EMPTY, type Entry, type Hash, type Head, type Hour, type Id, fromBase64, hourOf, idFromBytes } from "@safe-conduct/wire"
import { type BenchDesk, benchDesk, fixed } from "./desk.ts"

export interface Laid {
  readonly bench: BenchDesk
  readonly signing: Signing
  readonly store: Store
}

export async function layDesk(data: string, now: number, databaseUrl?: string): Promise<Laid> {
  const bench = await benchDesk(now)
  const database = await openDatabase({ data, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  await writeGenesis(database, bench.entries, now)
  return { bench, signing: bench.admin.signing, store: await database.open(bench.desk) }
}

export interface Made {
  readonly stream: Id
  readonly entries: readonly Entry[]
  readonly hashes: readonly Hash[]
  readonly input: { readonly member: Id; readonly kid: Id; readonly envelopes: readonly { member: Id; hash: Hash; sealed: Uint8Array }[] }
}

/** A roster and `count` lines behind it, about a note long each. */
export async function makeChain({ bench, signing }: Laid, name: string, count: number): Promise<Made> {
  const { desk, admin, directory } = bench
  const stream = idFromBytes(fixed(`stream ${name}`))
  const keys = await memberKeys(admin.id, { open: fixed("open"), sign: fixed("sign") })
  const epoch = await newEpoch(desk, stream, 1, [{ id: admin.id, kid: keys.kid, seal: keys.recipient }])
  const place = (head: Head) => ({ desk, stream, head, epoch: 1, directory })
  const entries: Entry[] = [await sealRoster(place(EMPTY), signing, epoch.change)]
  const hashes = [entryHash(entries[0] as Entry)]
  const text = "Звонок: дежурный записал, что изменилось с прошлого раза, и кто это подтвердил. ".repeat(2)
  for (let n = 0; n < count; n++) {
    const entry = await sealEntry(place({ seq: n, hash: hashes.at(-1) as Hash }), signing, epoch.key, { does: "write-note", v: 1, n, text })
    entries.push(entry)
    hashes.push(entryHash(entry))
  }
  const envelopes = epoch.envelopes.map(({ member, sealed }) => {
    const bytes = fromBase64(sealed)
    return { member, hash: hashOf(bytes), sealed: bytes }
  })
  return { stream, entries, hashes, input: { member: admin.id, kid: keys.kid, envelopes } }
}

/** The whole of it in one transaction. */
export async function putChain({ store }: Laid, { stream, entries, hashes, input }: Made, hour: Hour = hourOf(Date.now())): Promise<void> {
  const last = entries.at(-1) as Entry
  await store.write(async (tx) => {
    const head = { seq: last.seq, hash: hashes.at(-1) as Hash }
    await tx.createStream({ stream, kind: "shared", head, epoch: 1, dirSeq: last.dirSeq, hour })
    for (let at = 0; at < entries.length; at += 64) await tx.putEntries(stream, entries.slice(at, at + 64), hashes.slice(at, at + 64), hour)
    await tx.putRoster(stream, [{ id: input.member, kid: input.kid }])
    await tx.putEnvelopes(stream, 1, input.envelopes)
  })
}
