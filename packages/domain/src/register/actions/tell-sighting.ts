// Which mailboxes were sent which of the three sentences about a list. A family is never told more than was known at that hour, and a
// second member sees at once whom nobody has told.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { peopleSeen } from "../views.ts"

export const TellSighting = v.strictObject({
  sighting: Id,
  sentence: v.picklist(["rumoured", "reported", "confirmed"]),
  told: v.pipe(
    v.array(v.strictObject({ index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), ask: StreamId })),
    v.minLength(1, "person-missing"),
    v.maxLength(1_000, "too-many"),
  ),
})
export type TellSighting = v.InferOutput<typeof TellSighting>

export const tellSighting = action({
  does: "tell-sighting",
  v: 1,
  input: TellSighting,
  refuse: (state, input) => {
    if (!state.sightings.some((row) => row.sighting === input.sighting)) return refusal("unknown-sighting", "/sighting")
    const standing = peopleSeen(state, input.sighting).length
    const stray = input.told.findIndex(({ index }) => index >= standing)
    return stray === -1 ? null : refusal("unknown-person", `/told/${stray}/index`)
  },
  apply: (state, input, ctx) => addRow({ ...state, toldOf: state.toldOf ?? [] }, "toldOf", input, ctx),
})
