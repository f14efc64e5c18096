// A dated event of the proceeding: its type first, then what that type asks.
import { isEventType } from "@safe-conduct/domain/proceeding"
import { type CaseForm, field, person } from "../case/form/spec.ts"
import { eventFields } from "./event-fields.ts"

export const recordEventForm: CaseForm<"record-event"> = {
  does: "record-event",
  fields: (values) => {
    const type = values["/event/type"]
    return [person, field("event-type", "/event/type", "eventType"), ...(isEventType(type) ? eventFields[type] : [])]
  },
}
