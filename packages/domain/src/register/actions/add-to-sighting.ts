// More names for the same list: he rings again, or a second caller knows two more.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { mostSeen, peopleSeen } from "../views.ts"
import { inOnePlace, PeopleSeen, Source } from "./record-sighting.ts"

export const AddToSighting = v.strictObject({
  sighting: Id,
  source: Source,
  people: v.pipe(PeopleSeen, v.minLength(1, "person-missing")),
  words: v.optional(StreamId),
})
export type AddToSighting = v.InferOutput<typeof AddToSighting>

export const addToSighting = action({
  does: "add-to-sighting",
  v: 1,
  input: AddToSighting,
  refuse: (state, input) => {
    if (!state.sightings.some((row) => row.sighting === input.sighting)) return refusal("unknown-sighting", "/sighting")
    const standing = peopleSeen(state, input.sighting).length
    return standing + input.people.length > mostSeen ? refusal("too-many", "/people", { most: mostSeen }) : inOnePlace(input)
  },
  apply: (state, input, ctx) => addRow({ ...state, added: state.added ?? [] }, "added", input, ctx),
})
