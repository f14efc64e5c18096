// Where a person is held and how we know. A move is a new record; a mistake is struck, never edited.
import * as v from "valibot"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow } from "../action.ts"
import { Facility, PersonId } from "../fields.ts"
import { unknownPerson } from "../find.ts"

/** `where` other than detained says a release, a foster family, a shelter for children; the place is then not asked for. */
export const RecordCustody = v.strictObject({
  person: PersonId,
  where: v.optional(v.picklist(["detained", "free", "foster-care", "orr", "unknown"]), "detained"),
  facility: v.optional(Facility, {}),
  since: DateOrInstant,
  confirmed: v.optional(DateOrInstant),
  how: v.picklist(["locator", "counsel", "family", "call", "person"]),
})
export type RecordCustody = v.InferOutput<typeof RecordCustody>
/** Before the schema has filled in what was left out. */
export type CustodyTyped = Omit<RecordCustody, "where" | "facility"> & Partial<Pick<RecordCustody, "where" | "facility">>

export const recordCustody = action({
  does: "record-custody",
  v: 1,
  input: RecordCustody,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "custody", input, ctx),
})
