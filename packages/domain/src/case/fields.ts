// The fields that several actions of a case share, so that one thing is written in one way.
import * as v from "valibot"
import { ANumber, BirthDate, PersonName } from "../person/index.ts"
import { Circuit } from "../proceeding/facts.ts"
import { Relation } from "../request/step.ts"
import { Head, Id, Seq, StreamId } from "../stream/line.ts"
import { TimeZone } from "../time/index.ts"

export const words = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(longest, "too-long"))
export const Short = words(200)
export const Text = words(20_000)
export const Reason = v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(4_000, "too-long"))
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "country-malformed"))
export const UsState = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "bad-state"))
export const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const PersonId = Id
/** The head that was on the screen when a judgement was made. */
export const Saw = Head

/** A message of an asker, by its place in her `ask` stream. */
export const MessageRef = v.strictObject({ ask: StreamId, seq: Seq })
export type MessageRef = v.InferOutput<typeof MessageRef>

/** Where the judge sat: petitions go to its circuit, whatever jail comes later. */
export const Court = v.strictObject({ circuit: v.optional(Circuit), state: v.optional(UsState), name: v.optional(Short) })

/** A place where people are held. `timeZone` is of the place, whose clock runs. */
export const Facility = v.strictObject({
  code: v.optional(words(40)),
  name: v.optional(Short),
  state: v.optional(UsState),
  staging: v.optional(v.boolean()),
  timeZone: v.optional(TimeZone),
})
export type Facility = v.InferOutput<typeof Facility>

/** What is said of a person, whole or in parts. `countryOfBirthAsRecorded`: as the US files her, which the locator asks for. */
export const personFacts = {
  names: v.pipe(v.array(PersonName), v.minLength(1, "name-missing"), v.maxLength(20, "too-many")),
  born: v.optional(BirthDate),
  countryOfBirth: v.optional(CountryCode),
  countryOfBirthAsRecorded: v.optional(CountryCode),
  aNumbers: v.optional(v.pipe(v.array(ANumber), v.maxLength(6, "too-many"))),
  citizenship: v.optional(CountryCode),
  languages: v.optional(v.pipe(v.array(words(40)), v.maxLength(12, "too-many"))),
  /** For whoever looks after her; a proposal carries a yes or a no and never this. */
  health: v.optional(Text),
  court: v.optional(Court),
} as const

export { Relation }
