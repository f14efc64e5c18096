// After the hour: still here, aboard, unknown, or taken off the list. Repeated until nobody is unknown. It can also say who it was.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { peopleSeen } from "../views.ts"

export const ReconcileSighting = v.strictObject({
  sighting: Id,
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  as: v.picklist(["here", "aboard", "unknown", "off-list"]),
  case: v.optional(StreamId),
  person: v.optional(Id),
  why: v.optional(v.pipe(v.string(), v.maxLength(2_000, "too-long"))),
})
export type ReconcileSighting = v.InferOutput<typeof ReconcileSighting>

export const reconcileSighting = action({
  does: "reconcile-sighting",
  v: 1,
  input: ReconcileSighting,
  refuse: (state, input) => {
    if (!state.sightings.some((row) => row.sighting === input.sighting)) return refusal("unknown-sighting", "/sighting")
    return input.index < peopleSeen(state, input.sighting).length ? null : refusal("unknown-person", "/index")
  },
  apply: (state, input, ctx) => addRow(state, "reconciled", input, ctx),
})
