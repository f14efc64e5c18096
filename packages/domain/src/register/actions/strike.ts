// Undoes one record. Keys, numbers, policies and published letters cannot be struck: others already rely on them. A purge
// can be thought better of until a second member has signed it.
import { refusal } from "../../refusal.ts"
import { madeOf } from "../../stream/action.ts"
import { applyStrike, refuseStrike, rowsAt, Strike } from "../../stream/strike.ts"
import { action } from "../action.ts"

export { Strike }

const fixed = [
  "spokenCodes",
  "paperKeys",
  "policies",
  "intakeKeys",
  "replyKeys",
  "noteNumbers",
  "letters",
  "lawApprovals",
  "statementSignatures",
  "statementWithdrawals",
  "recoveries",
  "recoveriesConfirmed",
  "purgeApprovals",
  "purgeRecords",
]

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) => {
    const no = refuseStrike(state, input, fixed)
    if (no !== null) return no
    const made = rowsAt(state, input.seq).map((one) => one.row.made.hash)
    const signed = [...(state.purgeApprovals ?? []), ...(state.lawApprovals ?? []), ...(state.statementSignatures ?? [])].find((row) =>
      made.includes(row.entry),
    )
    if (signed !== undefined) return refusal("relied-on", "/seq", { seq: signed.made.seq, does: signed.made.does })
    // Rows of a sighting are counted by their place in it: names under later words stay.
    const seen = rowsAt(state, input.seq).find((one) => one.table === "sightings" || one.table === "added")?.row["sighting"]
    const later = [...state.reconciled, ...(state.toldOf ?? []), ...(state.added ?? [])]
    const by = seen === undefined ? undefined : later.find((row) => row.sighting === seen && row.made.seq > input.seq)
    return by === undefined ? null : refusal("relied-on", "/seq", { seq: by.made.seq, does: by.made.does })
  },
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
