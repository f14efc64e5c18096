// What a fold is given: one opened entry, already verified (signature, roster, epoch) by whoever pulled it.
import * as v from "valibot"

export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "hash-malformed"))
/** A stream's or a stored object's id: 26 letters of base32. */
export const StreamId = v.pipe(v.string(), v.regex(/^[a-z2-7]{25}[aeimquy4]$/, "id-malformed"))
/** Names a thing inside a stream: drawn at random by whoever adds it, or readable in scripts. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "id-malformed"))
export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const Head = v.strictObject({ seq: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)), hash: Hash })
export type Head = v.InferOutput<typeof Head>

/** The head of another stream that was still its head when the entry was stored; the server held the writer to it. */
export interface Guard {
  readonly stream: string
  readonly seq: number
  readonly hash: string
}

/** By what an entry was signed: the member's key, or besides it a touch of a passkey that she certified, checked outside. */
export type Factor = "key" | "passkey"

export interface Line {
  readonly seq: number
  readonly hash: string
  /** The member, not the key: two keys of one person are one person. */
  readonly by: string
  /** Absent: by her key alone. */
  readonly factor?: Factor
  readonly plain: unknown
  readonly guards?: readonly Guard[]
  /** The roster in force at this line, as its chain signed it. */
  readonly readers?: readonly string[]
  /** For `begin-edition`: the release key's signature over the number held, checked outside. */
  readonly editionSigned?: boolean
}

/** `at` is the author's claim, in milliseconds; the server's hour stands beside it where they differ. */
export const Payload = v.strictObject({
  does: v.pipe(v.string(), v.maxLength(64)),
  v: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  id: Id,
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  input: v.unknown(),
})
export type Payload = v.InferOutput<typeof Payload>

/** How a fact came to stand: every row of a state carries it, so that it can be shown, cited by hash, and struck. */
export interface Made {
  readonly seq: number
  readonly hash: string
  readonly by: string
  readonly at: number
  readonly does: string
}
export type Row<Input> = Input & { readonly made: Made }
