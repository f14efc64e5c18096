// A purge as the register holds it: what two members sign away, and who has signed. Tables begin with their first row, so that
// histories from before there were purges keep their digests.
import * as v from "valibot"
import { Hash, type Row, Seq, StreamId } from "../stream/line.ts"
import type { ApprovePurge } from "./actions/approve-purge.ts"
import type { ProposePurge } from "./actions/propose-purge.ts"
import type { RecordPurge } from "./actions/record-purge.ts"
import type { RegisterState } from "./state.ts"

export const purgedKinds = ["case", "compartment", "proposal", "ask", "answer", "intake-key", "words"] as const

export type PurgedKind = (typeof purgedKinds)[number]

/** Ed25519, base64. */
export const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/, "signature-malformed"))

/** One stream, destroyed up to a head that both saw, under terms that both sign. */
export const PurgedStream = v.strictObject({
  stream: StreamId,
  what: v.picklist(purgedKinds),
  seq: Seq,
  hash: Hash,
  /** A mailbox that was never answered, or that holds what nobody opened; a compartment that not both of them read: the two say so. */
  unanswered: v.boolean(),
})
export type PurgedStream = v.InferOutput<typeof PurgedStream>

export const SignedStream = v.strictObject({ stream: StreamId, signature: Signature })

export interface PurgeTables {
  readonly purges?: readonly Row<ProposePurge>[]
  readonly purgeApprovals?: readonly Row<ApprovePurge>[]
  readonly purgeRecords?: readonly Row<RecordPurge>[]
}

export interface PurgeSeen {
  readonly proposed: Row<ProposePurge>
  readonly approved: Row<ApprovePurge> | null
  readonly record: Row<RecordPurge> | null
}

export function purgesOf(state: RegisterState): readonly PurgeSeen[] {
  return (state.purges ?? []).map((proposed) => ({
    proposed,
    approved: (state.purgeApprovals ?? []).find((row) => row.entry === proposed.made.hash) ?? null,
    record: (state.purgeRecords ?? []).find((row) => row.entry === proposed.made.hash) ?? null,
  }))
}

/** The heads up to which this stream was destroyed on two members' word: what is gone before them was not lost. */
export const purgedHeads = (state: RegisterState, stream: string): readonly { readonly seq: number; readonly hash: string }[] =>
  purgesOf(state).flatMap(({ proposed, approved }) =>
    approved === null ? [] : proposed.streams.filter((one) => one.stream === stream).map(({ seq, hash }) => ({ seq, hash })),
  )
