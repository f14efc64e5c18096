// Whether a person wants to go, as she said it herself or as someone reports it. Silence is not a wish.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordWish = v.strictObject({
  person: PersonId,
  wish: v.picklist(["go", "stay", "silent"]),
  how: v.picklist(["person", "guardian", "reported"]),
  /** An adult's own word on a split that is proposed: by the hash of its entry. */
  agreesToSplit: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "hash-malformed"))),
  note: v.optional(words(4_000)),
})
export type RecordWish = v.InferOutput<typeof RecordWish>

export const recordWish = action({
  does: "record-wish",
  v: 1,
  input: RecordWish,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "wishes", input, ctx),
})
