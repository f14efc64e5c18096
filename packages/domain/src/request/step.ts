// The parts of a request as a page asks for them, one step at a time. The whole request is made of these and of nothing else.
import * as v from "valibot"
import { ConsentScope } from "../consent/scope.ts"
import { TypedANumber } from "../person/a-number.ts"
import { BirthDate, PartialDate } from "../person/date.ts"
import { NameParts } from "../person/name.ts"
import { PlainDate } from "../time/plain-date.ts"
import { requestLimits as limit } from "./limits.ts"

const short = v.pipe(v.string(), v.maxLength(limit.shortText, "too-long"))
const medium = v.pipe(v.string(), v.maxLength(limit.mediumText, "too-long"))
const long = v.pipe(v.string(), v.maxLength(limit.longText, "too-long"))
const index = v.pipe(v.number(), v.integer("index-malformed"), v.minValue(0, "index-malformed"))

export const Language = v.picklist(["ru", "en", "fr"])
export type Language = v.InferOutput<typeof Language>

export const Asking = v.picklist(["self", "relative", "lawyer", "organisation"])
export type Asking = v.InferOutput<typeof Asking>

/** How to reach the asker, when, and what must never be said on that line. */
export const Contact = v.strictObject({ how: v.optional(medium), when: v.optional(medium), neverSay: v.optional(medium) })
export type Contact = v.InferOutput<typeof Contact>

export const Asker = v.strictObject({
  name: v.optional(short),
  relation: v.optional(short),
  contact: v.optional(Contact),
  /** Do the people asked for know of it. */
  theyKnow: v.optional(v.picklist(["yes", "no", "unknown"])),
})
export type Asker = v.InferOutput<typeof Asker>

export const dangerKinds = ["told-to-pack", "moved", "flight", "other"] as const
/** What is not said is derived: a danger of no named kind is "other". */
export const Danger = v.strictObject({ kind: v.optional(v.picklist(dangerKinds), "other"), at: v.optional(short), text: v.optional(long) })
export type Danger = v.InferOutput<typeof Danger>

export const Names = v.pipe(
  v.strictObject({
    cyrillic: v.optional(NameParts),
    latin: v.optional(v.pipe(v.array(NameParts), v.maxLength(limit.latinNames, "too-many"))),
  }),
  v.check((names) => names.cyrillic !== undefined || (names.latin?.length ?? 0) > 0, "name-missing"),
)
export type Names = v.InferOutput<typeof Names>

export const whereKinds = ["detained", "free", "foster-care", "orr", "unknown"] as const
/** A named facility without a word on how they are held means that they are held there. */
export const Where = v.pipe(
  v.strictObject({
    kind: v.optional(v.picklist(whereKinds)),
    facility: v.optional(short),
    state: v.optional(short),
    since: v.optional(PlainDate),
  }),
  v.transform((where) => ({ ...where, kind: where.kind ?? (where.facility === undefined ? ("unknown" as const) : ("detained" as const)) })),
)
export type Where = v.InferOutput<typeof Where>

export const Counsel = v.strictObject({ name: v.optional(short), contact: v.optional(medium), for: v.optional(short) })
export type Counsel = v.InferOutput<typeof Counsel>

export const relations = ["principal", "spouse", "child", "parent", "sibling", "other"] as const
export const Relation = v.picklist(relations)
export type Relation = v.InferOutput<typeof Relation>

const personEntries = {
  names: v.optional(Names),
  born: v.optional(BirthDate),
  countryOfBirth: v.optional(short),
  aNumber: v.optional(TypedANumber),
  citizenship: v.optional(short),
  relation: v.optional(Relation),
  where: v.optional(Where),
  languages: v.optional(v.pipe(v.array(short), v.maxLength(limit.languages, "too-many"))),
  health: v.optional(long),
  counsel: v.optional(Counsel),
}
export const RequestPerson = v.strictObject(personEntries)
export type RequestPerson = v.InferOutput<typeof RequestPerson>

/** More about someone already named (`about`, their place in the request) or someone new. */
export const AddedPerson = v.strictObject({ about: v.optional(index), ...personEntries })
export type AddedPerson = v.InferOutput<typeof AddedPerson>

/** An order with a date exists. */
export const RequestOrder = v.pipe(
  v.strictObject({
    exists: v.optional(v.picklist(["yes", "no", "unknown"])),
    on: v.optional(PlainDate),
    removalDate: v.optional(PlainDate),
  }),
  v.transform((order) => ({
    ...order,
    exists: order.exists ?? ((order.on ?? order.removalDate) ? ("yes" as const) : ("unknown" as const)),
  })),
)
export type RequestOrder = v.InferOutput<typeof RequestOrder>

export const RequestHearing = v.strictObject({
  at: v.optional(short),
  kind: v.optional(v.picklist(["master", "individual", "bond", "other"])),
})
export type RequestHearing = v.InferOutput<typeof RequestHearing>

export const RequestEntry = v.strictObject({
  how: v.optional(v.picklist(["cbp-one", "other-port", "between-ports", "visa", "unknown"])),
  on: v.optional(PlainDate),
})
export type RequestEntry = v.InferOutput<typeof RequestEntry>

export const activityKinds = [
  "organisation",
  "protest",
  "speech",
  "prosecution",
  "election",
  "journalism",
  "donation",
  "refusal-to-serve",
  "other",
] as const
export const ActivityKind = v.picklist(activityKinds)
export type ActivityKind = v.InferOutput<typeof ActivityKind>

export const Activity = v.strictObject({
  kind: v.optional(ActivityKind, "other"),
  what: v.optional(long),
  when: v.optional(PartialDate),
  where: v.optional(medium),
})
export type Activity = v.InferOutput<typeof Activity>

export const RequestFile = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(255, "too-long")),
  caption: v.optional(v.pipe(v.string(), v.maxLength(500, "too-long"))),
  activity: v.optional(index),
})
export type RequestFile = v.InferOutput<typeof RequestFile>

/** A tick in the request: about whom, what, and who is said to have given it. */
export const RequestConsent = v.strictObject({
  person: index,
  scope: ConsentScope,
  givenBy: v.optional(v.picklist(["asker", "person"]), "asker"),
  how: v.optional(v.picklist(["written", "oral", "reported"])),
})
export type RequestConsent = v.InferOutput<typeof RequestConsent>

export const Fears = long
export const RequestText = long
