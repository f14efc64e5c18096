// One thing that a person did and that can be shown to have happened.
import { activityKinds } from "@safe-conduct/domain/request"
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"

export const stateClaimForm: CaseForm<"state-claim"> = {
  does: "state-claim",
  fields: [
    person,
    pick("/kind", "kind", "activity", activityKinds),
    field("long", "/what", "what"),
    field("partial-day", "/when", "when", { optional: true, hint: "when" }),
    field("text", "/where", "place", optional),
    field("tick", "/core", "core", optional),
  ],
  fixed: ({ newId }) => ({ "/claim": newId() }),
}
