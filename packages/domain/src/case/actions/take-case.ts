// Who answers for the case from now on. Null: nobody does, and that is shown.
import * as v from "valibot"
import { action, addRow } from "../action.ts"

export const TakeCase = v.strictObject({ owner: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))) })
export type TakeCase = v.InferOutput<typeof TakeCase>

export const takeCase = action({
  does: "take-case",
  v: 1,
  input: TakeCase,
  apply: (state, input, ctx) => addRow(state, "owners", input, ctx),
})
