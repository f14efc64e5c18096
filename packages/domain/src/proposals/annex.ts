// What may leave about one person: the listed keys, in the listed form, and nothing else. Free text cannot ride along.
import { type Refusal, refusal } from "../refusal.ts"

/** `text` is bounded and one line; `yes-no` keeps a need to a yes or a no, so that no diagnosis can be written there. */
export type AnnexForm = "text" | "date" | "number" | "yes-no" | "sentences"
export interface AnnexColumn {
  readonly key: string
  readonly form: AnnexForm
  readonly required?: boolean
}
export interface AnnexAllow {
  readonly columns: readonly AnnexColumn[]
}
export type AnnexValue = string | number | boolean
export type AnnexFacts = Readonly<Record<string, AnnexValue | null | undefined>>
export type AnnexRow = Readonly<Record<string, AnnexValue>>

export interface NeverDisclose {
  /** Facts whose mere presence shows that the wrong thing was assembled. */
  readonly keys: readonly string[]
  /** Texts that must not appear inside any value: a voucher's name, another member's name. */
  readonly texts?: readonly string[]
}

const longest: Readonly<Record<AnnexForm, number>> = { text: 200, date: 10, number: 0, "yes-no": 0, sentences: 600 }

/** Builds one row from facts. Keys that are not listed stay behind; a never-disclose key or text refuses the row. */
export function annexRow(facts: AnnexFacts, allow: AnnexAllow, never: NeverDisclose): AnnexRow | Refusal {
  const forbidden = Object.keys(facts).find((key) => never.keys.includes(key))
  if (forbidden !== undefined) return refusal("never-disclose", `/${forbidden}`)
  const row: Record<string, AnnexValue> = {}
  for (const { key, form, required } of allow.columns) {
    const value = Object.hasOwn(facts, key) ? facts[key] : undefined
    if (value === undefined || value === null || value === "") {
      if (required) return refusal("annex-fact-missing", `/${key}`)
      continue
    }
    const no = valueRefusal(value, form, `/${key}`) ?? textRefusal(value, never.texts ?? [], `/${key}`)
    if (no !== null) return no
    row[key] = value
  }
  return row
}

function valueRefusal(value: unknown, form: AnnexForm, at: string): Refusal | null {
  if (form === "yes-no") return typeof value === "boolean" ? null : refusal("annex-not-yes-no", at)
  if (form === "number") return Number.isSafeInteger(value) ? null : refusal("annex-not-a-number", at)
  if (typeof value !== "string") return refusal("annex-not-text", at)
  if (value.length > longest[form]) return refusal("annex-too-long", at, { limit: longest[form] })
  if (form === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return refusal("annex-not-a-date", at)
  if (form === "text" && /[\n\r\u2028\u2029]/.test(value)) return refusal("annex-more-than-one-line", at)
  return null
}

function textRefusal(value: AnnexValue, texts: readonly string[], at: string): Refusal | null {
  if (typeof value !== "string") return null
  const shown = folded(value)
  const leaks = texts.some((text) => folded(text) !== "" && shown.includes(folded(text)))
  return leaks ? refusal("never-disclose", at) : null
}

function folded(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim()
}
