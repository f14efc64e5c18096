// A consent is one person's, for one thing, as it was given: by whom, how, before whom, in which words, until when.
import * as v from "valibot"
import type { Instant } from "../time/instant.ts"
import { ConsentScope } from "./scope.ts"

const Moment = v.custom<Instant>((value) => Number.isSafeInteger(value), "bad-instant")
const name = v.pipe(v.string(), v.minLength(1, "name-empty"), v.maxLength(200, "too-long"))

/** Who spoke. A child's own words beside a guardian's are the child's assent. */
export const GivenBy = v.variant("who", [
  v.strictObject({ who: v.literal("person") }),
  v.strictObject({ who: v.literal("asker"), name: v.optional(name) }),
  /** `conflict`: the guardian's interest differs from the child's, so an independent representative must speak. */
  v.strictObject({ who: v.literal("guardian"), name, conflict: v.optional(v.boolean()) }),
  v.strictObject({ who: v.literal("independent-representative"), name }),
  v.strictObject({ who: v.literal("counsel"), name }),
])
export type GivenBy = v.InferOutput<typeof GivenBy>

/** `reported`: someone says that it was given. Kept, shown, and never enough by itself where it matters. */
export const ConsentHow = v.picklist(["written", "oral", "reported"])
export type ConsentHow = v.InferOutput<typeof ConsentHow>

export const Consent = v.strictObject({
  /** The person whom it covers, by id in the case. */
  person: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  scope: ConsentScope,
  /** The other person it is about: whose voucher, which relative. */
  about: v.optional(name),
  givenBy: GivenBy,
  how: ConsentHow,
  /** The second member who heard an oral consent read back. */
  witness: v.optional(name),
  /** Who interpreted, or "own-language" when it was spoken in a language of the person's. */
  interpreter: v.optional(name),
  readBack: v.optional(v.boolean()),
  /** Version of the consent text, and the language it was read in. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  language: v.pipe(v.string(), v.maxLength(40, "too-long")),
  at: Moment,
  until: v.optional(Moment),
  withdrawn: v.optional(Moment),
})
export type Consent = v.InferOutput<typeof Consent>
