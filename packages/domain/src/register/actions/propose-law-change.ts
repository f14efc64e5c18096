// The first of two signatures under a change of the law that this desk works by. Nothing changes by it.
import * as v from "valibot"
import { LawChange } from "../../overlay/change.ts"
import { madeOf } from "../../stream/action.ts"
import { Head } from "../../stream/line.ts"
import { action } from "../action.ts"

export const ProposeLawChange = v.strictObject({
  change: LawChange,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
  saw: Head,
})
export type ProposeLawChange = v.InferOutput<typeof ProposeLawChange>

export const proposeLawChange = action({
  does: "propose-law-change",
  v: 1,
  kind: "judgement",
  input: ProposeLawChange,
  apply: (state, input, ctx) => ({ ...state, lawChanges: [...(state.lawChanges ?? []), { ...input, made: madeOf(ctx) }] }),
})
