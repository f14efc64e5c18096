// How, when and by which way someone would come.
import { usVehicles } from "@safe-conduct/domain/case"
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"

export const planTransferForm: CaseForm<"plan-transfer"> = {
  does: "plan-transfer",
  fields: [
    person,
    pick("/vehicle", "vehicle", "vehicle", usVehicles),
    field("when", "/on", "at"),
    field("long", "/route", "route"),
    field("text", "/document", "document", optional),
  ],
  fixed: ({ newId }) => ({ "/transfer": newId() }),
}
