// One thing of the ready kit is here: a paper, a contact, an answer. Gathered while it is calm, since at staging no signature can be got.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, onceOpened, refusal } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPeople } from "../find.ts"

/** What only a member can say is here. A-number, counsel and consents are read from where they stand. */
export const kitGathered = ["order-copy", "passport-copy", "privacy-release", "night-contact", "medical"] as const

export const FillKit = v.strictObject({
  person: PersonId,
  item: v.picklist(kitGathered),
  file: v.optional(Id),
  note: v.optional(words(2_000)),
})
export type FillKit = v.InferOutput<typeof FillKit>

export const fillKit = action({
  does: "fill-kit",
  v: 1,
  input: FillKit,
  offer: onceOpened,
  refuse: (state, { person, file, note }) =>
    file === undefined && note === undefined
      ? refusal("text-missing", "/note")
      : file !== undefined && !state.files.some((row) => row.file.id === file)
        ? refusal("unknown-file", "/file")
        : unknownPeople(state, [person]),
  apply: (state, input, ctx) => addRow({ ...state, kit: state.kit ?? [] }, "kit", input, ctx),
})
