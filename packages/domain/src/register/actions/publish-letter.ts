// The list by which a letter is checked: a number, its state, the hash of the paper. It names the person to members only.
import * as v from "valibot"
import { Hash, Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"

const Number = v.pipe(v.string(), v.trim(), v.minLength(1, "number-missing"), v.maxLength(60, "too-long"))

export const PublishLetter = v.strictObject({
  number: Number,
  kind: v.picklist(["finding", "decision", "referral", "note"]),
  person: v.optional(Id),
  /** The entry that issued it, or that withdrew it with two signatures. */
  entry: Hash,
  /** Of each language's paper. */
  sha256: v.optional(v.pipe(v.array(Hash), v.maxLength(12, "too-many"))),
  status: v.picklist(["issued", "replaced", "withdrawn"]),
  replacedBy: v.optional(Number),
})
export type PublishLetter = v.InferOutput<typeof PublishLetter>

export const publishLetter = action({
  does: "publish-letter",
  v: 1,
  input: PublishLetter,
  refuse: (state, input) => {
    const last = state.letters.findLast((row) => row.number === input.number)
    if ((input.status === "replaced") !== (input.replacedBy !== undefined)) return refusal("replacement-missing", "/replacedBy")
    if (input.replacedBy === input.number) return refusal("replaced-by-itself", "/replacedBy")
    if (input.status === "issued") return last === undefined ? null : refusal("number-taken", "/number")
    if (last === undefined) return refusal("unknown-letter", "/number")
    return last.status === "withdrawn" ? refusal("letter-withdrawn", "/number") : null
  },
  apply: (state, input, ctx) => addRow(state, "letters", input, ctx),
})
