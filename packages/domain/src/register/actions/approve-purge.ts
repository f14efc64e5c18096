// The second signature under a purge: never by whoever proposed it, and only while everything stands where she saw it. From here on
// what is gone is destroyed and not lost.
import * as v from "valibot"
import { madeOf, samePerson } from "../../stream/action.ts"
import { Hash, Head } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { purgesOf, SignedStream } from "../purge.ts"
import type { RegisterState } from "../state.ts"

export const ApprovePurge = v.strictObject({
  entry: Hash,
  signatures: v.pipe(v.array(SignedStream), v.maxLength(64, "too-many")),
  saw: Head,
})
export type ApprovePurge = v.InferOutput<typeof ApprovePurge>

const proposedBy = (state: RegisterState, entry: string) => purgesOf(state).find((one) => one.proposed.made.hash === entry)

/**
 * What must stand as it did. Not the desk's own side of a mailbox, which takes nothing away from anybody; nor a mailbox that both call
 * unread, since nobody could have read on: what comes behind it stays, because they sign up to a head.
 */
const held = (state: RegisterState, entry: string) =>
  (proposedBy(state, entry)?.proposed.streams ?? []).filter(
    (one) => one.what !== "answer" && (one.what === "compartment" || !one.unanswered),
  )

export const approvePurge = action({
  does: "approve-purge",
  v: 1,
  kind: "judgement",
  input: ApprovePurge,
  refuse: (state, input, ctx) => {
    const found = proposedBy(state, input.entry)
    if (found === undefined) return refusal("nothing-to-approve", "/entry")
    const { proposed, approved } = found
    if (samePerson(ctx, proposed.made.by, ctx.by)) return refusal("same-member", "/entry")
    if (approved !== null) return refusal("already-approved", "/entry")
    if (input.saw.seq < proposed.made.seq) return refusal("saw-too-early", "/saw")
    const named = new Set(proposed.streams.map(({ stream }) => stream))
    const signed = new Set(input.signatures.map(({ stream }) => stream))
    if (signed.size !== input.signatures.length || signed.size !== named.size || [...signed].some((stream) => !named.has(stream)))
      return refusal("signature-missing", "/signatures")
    // The server stored this only while the guarded streams stood there: what came after the proposal voids it.
    const moved = held(state, input.entry).find((one) => ctx.guards.some((guard) => guard.stream === one.stream && guard.hash !== one.hash))
    return moved === undefined ? null : refusal("changed-since", "/entry", { stream: moved.stream })
  },
  guards: (state, input) => held(state, input.entry).map(({ stream }) => stream),
  apply: (state, input, ctx) => ({ ...state, purgeApprovals: [...(state.purgeApprovals ?? []), { ...input, made: madeOf(ctx) }] }),
})
