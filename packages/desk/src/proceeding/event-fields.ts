// What each type of event asks beside its name.
import { consentScopes } from "@safe-conduct/domain/consent"
import type { EventType } from "@safe-conduct/domain/proceeding"
import { field, type FieldSpec, one, optional, pick, type Values } from "../case/form/spec.ts"
import type { TypedFacility } from "../case/form/values.ts"

const on = field("day", "/event/on", "on")
const at = field("when", "/event/at", "at", { hint: "time" })
const moment = field("when", "/event/at", "at")
const seen = field("seen", "/event/seen", "seen", { hint: "seen" })
const until = field("when", "/event/until", "until", optional)
const country = field("text", "/event/country", "country", optional)
const task = pick("/event/for", "for", "counselFor", ["all", "trial", "appeal", "custody"])
/** What the list says of a place need not be asked. */
const unlisted = (values: Values): boolean => (values["/event/facility"] as TypedFacility | undefined)?.known === undefined
const place = [
  field("event-place", "/event/facility", "facility", { optional: true, hint: "facility" }),
  field("text", "/event/state", "state", { optional: true, when: unlisted }),
  field("tick", "/event/staging", "staging", { optional: true, when: unlisted }),
]
const look = pick("/event/how", "how", "how", ["locator", "counsel", "family", "call"], optional)
const scope = pick("/event/scope", "scope", "scope", consentScopes)
const day = [on, seen]

export const eventFields: Readonly<Record<EventType, readonly FieldSpec[]>> = {
  "parole.poe": day,
  "custody.detained": [at, ...place, seen],
  "custody.moved": [at, ...place, seen],
  "custody.released": [at, seen],
  "custody.confirmed": [at, ...place, look, seen],
  "custody.not-found": [at, look, seen],
  "cf.determination": [on, pick("/event/result", "result", "fear", ["negative", "positive"]), seen],
  "cf.ij-review": [on, pick("/event/result", "result", "fearReview", ["affirmed", "vacated"]), seen],
  "ij.decision": [
    on,
    pick("/event/outcome", "outcome", "outcome", [
      "DENIED_REMOVAL",
      "IN_ABSENTIA",
      "GRANT_ASYLUM",
      "GRANT_WITHHOLDING",
      "GRANT_CAT",
      "VOLUNTARY_DEPARTURE",
      "TERMINATED",
    ]),
    pick("/event/form", "form", "orderForm", ["oral", "written"], optional),
    pick("/event/appeal", "appeal", "appeal", ["reserved", "waived"], optional),
    seen,
  ],
  "dhs.appeal-waived": day,
  "bia.appeal-received": day,
  "bia.briefing-schedule": day,
  "bia.decision": [on, pick("/event/outcome", "outcome", "board", ["dismissed", "remanded", "sustained"]), seen],
  "motion.filed": [on, pick("/event/kind", "kind", "motion", ["reopen", "reconsider", "rescind-in-absentia"]), seen],
  "court.petition-filed": day,
  "court.stay-ordered": [on, until, seen],
  "court.stay-denied": day,
  "court.stay-ended": day,
  "court.final-order": [on, field("tick", "/event/stayedRemoval", "stayedRemoval"), seen],
  "court.order": [on, pick("/event/kind", "kind", "courtOrder", ["no-removal", "no-transfer", "temporary-stay"]), until, seen],
  "habeas.filed": day,
  "admin-stay.requested": day,
  "third-country.notice": [moment, country, field("tick", "/event/exigent", "exigent", optional), seen],
  "travel-document": [on, pick("/event/heldBy", "heldBy", "heldBy", ["ice", "person", "none"]), seen],
  "consular-interview": [at, seen],
  "removal.scheduled": [at, pick("/event/confidence", "confidence", "confidence", ["confirmed", "reported", "rumoured"]), seen],
  "removal.called-off": [at, seen],
  removed: [at, field("text", "/event/to", "to", optional), seen],
  "consent.oral": [at, scope, seen],
  "consent.written": [at, scope, seen],
  "hearing.scheduled": [at, pick("/event/kind", "kind", "hearing", ["master", "individual", "bond", "child-custody"]), seen],
  "check-in.scheduled": [at, seen],
  "counsel.entered": [on, task, seen],
  "counsel.left": [on, task, seen],
  "canada.entry": day,
  "protection.conferred": day,
  "address.changed": day,
  "country.inquiry": [on, country, seen],
  "country.replied": [on, country, seen],
  "file.last-used": day,
  "filing.made": [on, one("rule", "/event/rule", "rule"), seen],
}
