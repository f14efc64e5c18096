// What a form of an action is made of: fields with a place in the input, how each is typed, and what is filled in without asking.
import type { CaseView } from "@safe-conduct/client/member"
import type { ActionName } from "@safe-conduct/domain/case"
import type { CaseWords, FieldName, PicklistName, Picklists } from "@safe-conduct/words/case/index.ts"

/** What stands in the controls, by the place in the input that each fills (JSON pointer). */
export type Values = Readonly<Record<string, unknown>>

export type ReferenceKind =
  | "person" | "member" | "claim" | "evidence" | "file" | "consent" | "task" | "question" | "doubt" | "transfer" | "letter" | "split" | "mailbox" | "rule" // biome-ignore format: a list

interface Common {
  readonly at: string
  readonly label: FieldName
  readonly optional?: true
  /** Left empty it goes as an empty text: not knowing is an answer here. */
  readonly blank?: true
  readonly hint?: keyof CaseWords["hints"]
  /** Asked only when what was chosen before makes it a question. */
  readonly when?: (values: Values) => boolean
}

/** Kinds that need nothing beside their place and label. */
type Simple =
  | "text"
  | "long"
  | "lines"
  | "day"
  | "partial-day"
  | "when"
  | "moment"
  | "tick"
  | "seen"
  | "number"
  | "facility"
  | "event-place"
  | "names"
  | "a-numbers"
  | "event-type"

export type FieldSpec = Common &
  (
    | { readonly is: Simple }
    | { readonly is: "pick"; readonly group: PicklistName; readonly values: readonly string[] }
    | { readonly is: "plain"; readonly values: readonly string[] }
    | { readonly is: "one"; readonly of: ReferenceKind }
    | { readonly is: "many"; readonly of: ReferenceKind }
  )

export interface FormContext {
  readonly view: CaseView
  readonly person: string | null
  readonly me: string
  readonly now: number
  /** Zone of the place whose clock runs, and of the person at the screen. */
  readonly zones: { readonly there: string; readonly here: string }
  newId(): string
}

export interface CaseForm<N extends ActionName = ActionName> {
  readonly does: N
  readonly fields: readonly FieldSpec[] | ((values: Values) => readonly FieldSpec[])
  /** What stands in the fields when the form opens. */
  readonly start?: (context: FormContext) => Values
  /** What goes into the input and is not asked. */
  readonly fixed?: (context: FormContext) => Values
  /** A judgement: the button says "sign". */
  readonly signs?: true
}

type More = Partial<Pick<Common, "optional" | "blank" | "hint" | "when">>
export const field = (is: Simple, at: string, label: FieldName, more: More = {}): FieldSpec => ({ is, at, label, ...more })
export const one = (of: ReferenceKind, at: string, label: FieldName, more: More = {}): FieldSpec => ({ is: "one", of, at, label, ...more })
export const many = (of: ReferenceKind, at: string, label: FieldName, more: More = {}): FieldSpec => ({
  is: "many",
  of,
  at,
  label,
  ...more,
})
export const plain = (at: string, label: FieldName, values: readonly string[], more: More = {}): FieldSpec => ({
  is: "plain",
  at,
  label,
  values,
  ...more,
})
export const pick = <G extends PicklistName>(
  at: string,
  label: FieldName,
  group: G,
  values: readonly (keyof Picklists[G] & string)[],
  more: More = {},
): FieldSpec => ({
  is: "pick",
  at,
  label,
  group,
  values,
  ...more,
})

export const optional = { optional: true } as const
export const person = one("person", "/person", "person")
