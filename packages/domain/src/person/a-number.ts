// The A-number: what the US files a person under. No check digit exists and it is not unique in practice, so a person may have several.
import * as v from "valibot"
import { isRefusal, type Refusal, refusal } from "../refusal.ts"

declare const aNumber: unique symbol
/** "A" and nine digits, padded: `A087654321`. */
export type ANumber = string & { readonly [aNumber]: true }

// The Cyrillic А looks the same and is what a Russian keyboard gives; people also write A#, № and every kind of dash.
const prefix = /^[\s]*[AaАа]?[\s]*[#№]?/u
const separators = /[\s\p{Pd}\u2212\u00ad\u200b\u2060\ufeff]/gu

/** Strips the letter, spaces and hyphens; wants 7 to 9 digits; pads to nine, which the locator and the court line need. */
export function parseANumber(typed: string): ANumber | Refusal {
  const digits = typed.replace(prefix, "").replace(separators, "")
  if (/\p{L}/u.test(digits)) return refusal("a-number-letters")
  if (!/^[0-9]*$/.test(digits)) return refusal("a-number-malformed")
  if (digits.length < 7) return refusal("a-number-too-short", undefined, { digits: digits.length })
  if (digits.length > 9) return refusal("a-number-too-long", undefined, { digits: digits.length })
  if (/^0+$/.test(digits)) return refusal("a-number-zero")
  return `A${digits.padStart(9, "0")}` as ANumber
}

/** `A 087-654-321`: how it is read aloud and typed into a locator. */
export function showANumber(number: ANumber): string {
  return `A ${number.slice(1, 4)}-${number.slice(4, 7)}-${number.slice(7, 10)}`
}

/** In a request an A-number is taken as typed and kept padded. */
export const TypedANumber = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseANumber(dataset.value)
    if (isRefusal(parsed)) {
      addIssue({ message: parsed.error })
      return NEVER
    }
    return parsed
  }),
)

/** In a case it is kept in its one form only. */
export const ANumber = v.custom<ANumber>((value) => typeof value === "string" && /^A[0-9]{9}$/.test(value), "a-number-malformed")
