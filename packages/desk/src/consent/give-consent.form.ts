// A consent as it was given: whose, for what, by whom, how.
import { consentScopes, needsAbout } from "@safe-conduct/domain/consent"
import { policyOf } from "../case/programme.ts"
import { type CaseForm, field, one, optional, pick, plain, type Values } from "../case/form/spec.ts"
import { typedToday } from "../case/form/values.ts"

const who = (values: Values) => values["/consent/givenBy/who"]
const oral = (values: Values) => values["/consent/how"] === "oral"

export const giveConsentForm: CaseForm<"give-consent"> = {
  does: "give-consent",
  fields: [
    one("person", "/consent/person", "person"),
    pick("/consent/scope", "scope", "scope", consentScopes),
    field("text", "/consent/about", "about", { when: (values) => needsAbout(values["/consent/scope"] as never) }),
    pick("/consent/givenBy/who", "givenBy", "givenBy", ["person", "asker", "guardian", "independent-representative", "counsel"]),
    field("text", "/consent/givenBy/name", "guardian", {
      when: (values) => who(values) !== "person" && who(values) !== "" && who(values) !== undefined,
    }),
    field("tick", "/consent/givenBy/conflict", "conflict", { optional: true, when: (values) => who(values) === "guardian" }),
    pick("/consent/how", "how", "consentHow", ["written", "oral", "reported"]),
    field("text", "/consent/interpreter", "interpreter", { optional: true, when: oral }),
    field("text", "/consent/witness", "witness", { optional: true, when: oral }),
    field("tick", "/consent/readBack", "readBack", { optional: true, when: oral }),
    plain("/consent/language", "language", ["ru", "en", "fr"]),
    field("moment", "/consent/at", "at"),
    field("moment", "/consent/until", "until", optional),
  ],
  start: ({ person, now, zones }) => ({
    "/consent/person": person ?? "",
    "/consent/givenBy/who": "person",
    "/consent/language": "ru",
    "/consent/at": typedToday(now, zones.there),
  }),
  fixed: ({ newId, view }) => ({ "/id": newId(), "/consent/version": policyOf(view.state).consents.textVersion }),
}
