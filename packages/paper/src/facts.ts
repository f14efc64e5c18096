// What a paper may be told. Every maker takes a strict allow-list: a key that is not listed is refused,
// so a fact that must never leave cannot be printed by mistake.
import * as v from "valibot"

/** A caller handed facts that this paper does not take. `at` is a JSON pointer. The value itself is never repeated. */
export class FactsRefused extends Error {
  readonly error: "unlisted-fact" | "bad-fact" | "word-of-a-decision"
  readonly at: string

  constructor(error: FactsRefused["error"], at: string) {
    super(`${error} ${at}`)
    this.name = "FactsRefused"
    this.error = error
    this.at = at
  }
}

type Schema = v.GenericSchema

/** The facts as the schema lists them, or FactsRefused. */
export function listed<const S extends Schema>(schema: S, facts: v.InferInput<S>): v.InferOutput<S> {
  const read = v.safeParse(schema, facts)
  if (read.success) return read.output
  const issue = read.issues[0]
  const at = `/${(issue.path ?? []).map((step) => String(step.key)).join("/")}`
  throw new FactsRefused(issue.type === "strict_object" && issue.expected === "never" ? "unlisted-fact" : "bad-fact", at)
}

// Control characters and the marks that turn writing direction could make a printed name read otherwise than it is stored.
const unprintable = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu
const print = (text: string) => text.normalize("NFC").replace(unprintable, " ").replace(/\s+/g, " ").trim()

const line = (most: number) => v.pipe(v.string(), v.transform(print), v.nonEmpty(), v.maxLength(most))
export const Line = line(200)
export const Sentence = line(600)
export const Passage = line(3000)

export const Lang = v.picklist(["en", "fr", "ru"])
/** Calendar date, YYYY-MM-DD. */
export const Day = v.pipe(v.string(), v.isoDate())
/** A letter's number goes into file properties, hence the narrow alphabet. */
export const LetterNumber = v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9/.-]{0,39}$/))
/** SHA-256 in hex. */
export const Digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const ANumber = v.pipe(v.string(), v.regex(/^A\d{9}$/))

export const Name = v.strictObject({
  cyrillic: v.optional(v.strictObject({ surname: Line, given: v.optional(Line), patronymic: v.optional(Line) })),
  latin: v.pipe(v.array(v.strictObject({ surname: Line, given: v.optional(Line) })), v.minLength(1), v.maxLength(6)),
})
export type Name = v.InferOutput<typeof Name>

export const Person = v.strictObject({
  name: Name,
  born: v.optional(Day),
  aNumber: v.optional(ANumber),
  citizenship: v.optional(Line),
})
export type Person = v.InferOutput<typeof Person>

/** The bytes of the check seal and its short form, made and signed elsewhere; paper only places them. */
export const Seal = v.strictObject({
  json: v.pipe(v.string(), v.nonEmpty(), v.maxLength(65_536)),
  short: v.pipe(v.string(), v.regex(/^[0-9A-Za-z -]{4,80}$/)),
})
