// Where a stream stands: the number and hash of its last entry. An empty stream stands at seq -1 with a zero hash.
import * as v from "valibot"
import { Hash, Id, ZERO_HASH } from "./id.ts"

export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const Head = v.strictObject({ seq: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)), hash: Hash })
export type Head = v.InferOutput<typeof Head>

export const EMPTY: Head = { seq: -1, hash: ZERO_HASH }
export const sameHead = (a: Head, b: Head): boolean => a.seq === b.seq && a.hash === b.hash

/** The head of another stream that must still be its head when an entry is stored; checked in the same transaction. */
export const Guard = v.strictObject({ stream: Id, seq: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)), hash: Hash })
export type Guard = v.InferOutput<typeof Guard>
