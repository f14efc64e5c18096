// What became of a request that got no case. A request leaves the tray only by an act: opened is not a state of progress.
import * as v from "valibot"
import { Hash, StreamId } from "../../stream/line.ts"
import { Phrase } from "../../request/phrase.ts"
import { action, addRow, refusal } from "../action.ts"

export const TriageRequest = v.strictObject({
  ask: StreamId,
  /** `waiting`: someone has it and needs a word from elsewhere; it stays in the tray with its reason. */
  did: v.picklist(["answered", "referred", "declined", "junk", "waiting"]),
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
  /** Where a reply went with it: the hash of its sealed bytes. */
  sealedHash: v.optional(Hash),
  /** One of the fixed sentences went; then `why` is its name. */
  phrase: v.optional(Phrase),
})
export type TriageRequest = v.InferOutput<typeof TriageRequest>

export const triageRequest = action({
  does: "triage-request",
  v: 1,
  input: TriageRequest,
  refuse: (state, { ask, why, sealedHash, phrase }) => {
    if (phrase !== undefined && why !== phrase) return refusal("phrase-stands-alone", "/why")
    const spoken = (state.spokenCodes ?? []).some((row) => row.ask === ask)
    return spoken && sealedHash !== undefined && phrase === undefined ? refusal("spoken-code", "/why") : null
  },
  apply: (state, input, ctx) => addRow(state, "triaged", input, ctx),
})
