// A list of places that a member brought to the desk: the list itself is a sealed file of the register, this line says which, and from
// where. One member may, because a list only adds and corrects; what it cannot do is take away the mark of a staging site.
import * as v from "valibot"
import { SealedFile } from "../../request/file.ts"
import { madeOf } from "../../stream/action.ts"
import { action } from "../action.ts"

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const HoldFacilities = v.strictObject({
  file: SealedFile,
  /** File names, as the operator had them. */
  from: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.minLength(1), v.maxLength(8)),
  facilities: v.pipe(count, v.minValue(1, "no-facilities")),
  staging: count,
})
export type HoldFacilities = v.InferOutput<typeof HoldFacilities>

export const holdFacilities = action({
  does: "hold-facilities",
  v: 1,
  input: HoldFacilities,
  apply: (state, input, ctx) => ({ ...state, facilityLists: [...(state.facilityLists ?? []), { ...input, made: madeOf(ctx) }] }),
})
