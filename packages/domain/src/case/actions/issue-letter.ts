// A letter that went out: of which approval, in which language, under which number, and the hash by which it can be checked.
import * as v from "valibot"
import { DecisionKind } from "../../decision/decision.ts"
import { Language } from "../../request/step.ts"
import { Hash, Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { words } from "../fields.ts"

export const IssueLetter = v.strictObject({
  letter: Id,
  kind: DecisionKind,
  number: words(60),
  language: Language,
  /** The entry of the approval that it carries out. */
  of: Hash,
  sha256: Hash,
})
export type IssueLetter = v.InferOutput<typeof IssueLetter>

export const issueLetter = action({
  does: "issue-letter",
  v: 1,
  input: IssueLetter,
  refuse: (state, input) => {
    if (state.letters.some((row) => row.letter === input.letter)) return refusal("letter-known", "/letter")
    const approval = state.approvals.find((row) => row.made.hash === input.of)
    const found = state.recommendations.find((row) => row.made.hash === approval?.entry)
    if (found === undefined) return refusal("not-approved", "/of")
    if (found.kind !== input.kind) return refusal("letter-kind-differs", "/kind", { kind: found.kind })
    const sameNumber = state.letters.find((row) => row.number === input.number)
    return sameNumber !== undefined && (sameNumber.of !== input.of || sameNumber.language === input.language)
      ? refusal("number-taken", "/number")
      : null
  },
  apply: (state, input, ctx) => addRow(state, "letters", input, ctx),
})
