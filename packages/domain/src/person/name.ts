// One person has many names: two scripts, several transliterations, a maiden name. All are kept as written on the paper they came from.
import * as v from "valibot"

export const Script = v.picklist(["cyrillic", "latin"])
export type Script = v.InferOutput<typeof Script>

/** How a Latin form was made. Passports changed scheme about 1997, 2010 and 2014, so one woman may hold three. */
export const Scheme = v.picklist(["french", "mvd-1997", "gost-2006", "icao-9303", "bgn-pcgn", "own", "unknown"])
export type Scheme = v.InferOutput<typeof Scheme>

const part = v.pipe(v.string(), v.maxLength(100, "too-long"))

/** Russians may have no patronymic; some people have a single name. At least one part must be there. */
export const NameParts = v.pipe(
  v.strictObject({ surname: v.optional(part), given: v.optional(part), patronymic: v.optional(part) }),
  v.check((name) => hasName(name), "name-empty"),
)
export interface NameParts {
  readonly surname?: string | undefined
  readonly given?: string | undefined
  readonly patronymic?: string | undefined
}

export const PersonName = v.pipe(
  v.strictObject({
    script: Script,
    surname: v.optional(part),
    given: v.optional(part),
    patronymic: v.optional(part),
    scheme: v.optional(Scheme),
    /** The paper this spelling stands on: "passport 2012", "notice to appear". */
    document: v.optional(part),
    former: v.optional(v.boolean()),
  }),
  v.check((name) => hasName(name), "name-empty"),
)
export interface PersonName extends NameParts {
  readonly script: Script
  readonly scheme?: Scheme | undefined
  readonly document?: string | undefined
  readonly former?: boolean | undefined
}

export function hasName(name: NameParts): boolean {
  return [name.surname, name.given].some((text) => (text ?? "").trim() !== "")
}

const cyrillic = /\p{Script=Cyrillic}/u

/** The script a text is written in; a mixed text counts as Cyrillic, because a Latin form never holds a Cyrillic letter. */
export function scriptOf(text: string): Script {
  return cyrillic.test(text) ? "cyrillic" : "latin"
}

/** Surname first, as on a Russian paper, or given first, as people are called. */
export function fullName(name: NameParts, order: "surname-first" | "given-first" = "surname-first"): string {
  const parts = order === "surname-first" ? [name.surname, name.given, name.patronymic] : [name.given, name.patronymic, name.surname]
  return parts.filter((text) => text !== undefined && text.trim() !== "").join(" ")
}
