// Writes down who fetches what a stream holds: one row for a member, a stream and an hour. It stands before the bytes leave, among
// what is written with others; an append neither asks nor waits for it. What every client of the desk reads by itself is left out.
import { drawerIdOf, membersIdOf, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Hour, type Id, hourOf } from "@safe-conduct/wire"
import type { Store } from "./store/store.ts"

export interface Openings {
  /** Entries of a stream with a roster. */
  entries(member: Id, stream: Id): Promise<void>
  /** A part of a file: an opening of each stream that lists it and has her on its roster. */
  file(member: Id, object: Id): Promise<void>
}

export function keepOpenings(store: Store, now: () => number): Openings {
  const ownToTheDesk = new Set<Id>([registerIdOf(store.desk), membersIdOf(store.desk)])
  let hour: Hour | null = null
  /** What this process writes or has written down in this hour: reading on costs nothing more. */
  const noted = new Map<string, Promise<void>>()

  function once(what: string, member: Id, streams: () => Promise<readonly Id[]>): Promise<void> {
    const at = hourOf(now())
    if (at !== hour) noted.clear()
    hour = at
    const key = `${what} ${member}`
    const known = noted.get(key)
    if (known !== undefined) return known
    // A disk that is full stops writing, and must not stop a member reading at night. The next append says so aloud.
    const done = write(member, at, streams).catch(() => void noted.delete(key))
    noted.set(key, done)
    return done
  }

  async function write(member: Id, at: Hour, streams: () => Promise<readonly Id[]>): Promise<void> {
    const opened = (await streams()).filter((stream) => !ownToTheDesk.has(stream) && stream !== drawerIdOf(store.desk, member))
    if (opened.length > 0) await store.write((tx) => tx.putOpenings(opened.map((stream) => ({ stream, member, hour: at }))), "passing")
  }

  return {
    entries: (member, stream) => once(stream, member, async () => [stream]),
    file: (member, object) => once(`file ${object}`, member, () => store.rosteredWith(object, member)),
  }
}
