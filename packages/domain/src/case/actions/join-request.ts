// A request joined to this case: one member's act, and reversible by a strike. Who asked, and which of ours the request names.
import * as v from "valibot"
import { Contact } from "../../request/step.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, Short } from "../fields.ts"
import { unknownPeople } from "../find.ts"

export const JoinRequest = v.strictObject({
  ask: StreamId,
  requestHash: Hash,
  asker: v.strictObject({
    name: v.optional(Short),
    relation: v.optional(Short),
    contact: v.optional(Contact),
    theyKnow: v.optional(v.picklist(["yes", "no", "unknown"])),
  }),
  /** Places in the request's people, and who they are here. */
  people: v.pipe(
    v.array(v.strictObject({ index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), person: PersonId })),
    v.minLength(1, "person-missing"),
    v.maxLength(12, "too-many"),
  ),
})
export type JoinRequest = v.InferOutput<typeof JoinRequest>

export const joinRequest = action({
  does: "join-request",
  v: 1,
  input: JoinRequest,
  refuse: (state, input) =>
    state.requests.some((row) => row.ask === input.ask)
      ? refusal("request-already-joined", "/ask")
      : unknownPeople(
          state,
          input.people.map((one) => one.person),
        ),
  apply: (state, input, ctx) => addRow(state, "requests", input, ctx),
})
