// How, when and by which way a person would come. She must have agreed, herself, to what leaving does to her case.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"
import { consentFault } from "../consents.ts"
import { PersonId, words } from "../fields.ts"
import { isRemovedToRussia, unknownPerson } from "../find.ts"

export const usVehicles = [
  "THIRD_COUNTRY_REMOVAL",
  "WITHDRAW_APPLICATION",
  "VOLUNTARY_DEPARTURE",
  "SELF_REMOVAL_CONTROLLED",
  "OSUP_RELEASE_AND_TRAVEL",
  "NON_DETAINED_TRAVEL",
] as const
export const UsVehicle = v.picklist(usVehicles)
export type UsVehicle = (typeof usVehicles)[number]

export const PlanTransfer = v.strictObject({
  transfer: Id,
  person: PersonId,
  vehicle: UsVehicle,
  on: DateOrInstant,
  route: words(2_000),
  /** The travel document: a kind, a number, its validity. */
  document: v.optional(words(400)),
})
export type PlanTransfer = v.InferOutput<typeof PlanTransfer>

export const planTransfer = action({
  does: "plan-transfer",
  v: 1,
  input: PlanTransfer,
  refuse: (state, input, ctx) =>
    unknownPerson(state, input.person) ??
    (state.transfers.some((row) => row.transfer === input.transfer) ? refusal("transfer-known", "/transfer") : null) ??
    (isRemovedToRussia(state, input.person) ? refusal("already-removed", "/person") : null) ??
    consentFault(state, ctx, input.person, "TRANSFER_LEGAL_EFFECTS", "/person"),
  apply: (state, input, ctx) => addRow(state, "transfers", input, ctx),
})
