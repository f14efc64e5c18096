// Where the parts of files lie. A part is stored with its number and the hash of its sealed bytes, so that an upload that was
// cut goes on anywhere, and nothing about an unfinished one needs a database. Only `keep` makes them durable.
import type { Hash, Id } from "@safe-conduct/wire"

export interface PartAt {
  readonly part: number
  readonly hash: Hash
  readonly size: number
}

/** A part as it came, in order. Each piece has memory of its own, which goes to whoever takes the part. */
export type Pieces = readonly Uint8Array<ArrayBuffer>[]
export const sizeOf = (pieces: Pieces): number => pieces.reduce((sum, { length }) => sum + length, 0)

export interface Objects {
  /** Takes a part, and its hash with it. Not durable yet. A part sent again with other bytes replaces the first. */
  put(object: Id, part: number, pieces: Pieces): Promise<void>
  parts(object: Id): Promise<PartAt[]>
  /** Makes exactly these parts durable, in order, and drops others; says which part is missing or damaged, or the size of each. */
  keep(object: Id, hashes: readonly Hash[]): Promise<Kept>
  read(object: Id, part: number): Promise<Uint8Array | null>
  remove(object: Id): Promise<void>
  /** Lets go of what is held open for uploads that may never go on. By the hour, and at the end. */
  rest(): Promise<void>
}
export type Kept = { readonly missing: number } | { readonly sizes: readonly number[] }

/** A small memory of what objects hold, so that reading a part of a complete object lists nothing. */
export function recent<T>(size: number) {
  const held = new Map<Id, T>()
  return {
    get(object: Id): T | undefined {
      const found = held.get(object)
      if (found !== undefined) {
        held.delete(object)
        held.set(object, found)
      }
      return found
    },
    set(object: Id, value: T): void {
      held.delete(object)
      held.set(object, value)
      const oldest = held.keys().next()
      if (held.size > size && !oldest.done) held.delete(oldest.value)
    },
    drop: (object: Id): void => void held.delete(object),
  }
}

/** "17.<hash>" and back. */
export const partName = (part: number, hash: Hash): string => `${part}.${hash}`
export function readPartName(name: string): { part: number; hash: Hash } | null {
  const found = /^(0|[1-9]\d{0,4})\.([0-9a-f]{64})$/.exec(name)
  return found ? { part: Number(found[1]), hash: found[2] as Hash } : null
}
