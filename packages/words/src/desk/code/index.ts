// The words about what a mailbox's code asked, about words that others may have heard, and about those that were lost.
import type { Phrases } from "../../phrases/index.ts"

export interface CodeWords {
  readonly phrases: Phrases
  readonly title: string
  readonly lede: string
  readonly wishes: Readonly<Record<"withdraw-consent" | "change-contact" | "forget-me" | "correct" | "spoken", string>>
  readonly settle: string
  readonly path: string
  readonly pathMore: string
  readonly noPath: string
  readonly who: Readonly<Record<"asker" | "counsel", string>>
  readonly by: string
  readonly byMissing: string
  readonly confirm: string
  readonly confirmed: string
  readonly why: string
  readonly whyMissing: string
  readonly putAside: string
  readonly aside: string
  readonly taskWithdrawn: string
  readonly spoken: {
    readonly mark: string
    readonly sure: string
    readonly go: string
    readonly marked: string
    readonly now: string
    readonly choose: string
    readonly sentence: string
  }
  /** For callers in detention. */
  readonly word: { readonly give: string; readonly name: string; readonly more: string }
  readonly lost: {
    readonly open: string
    readonly title: string
    readonly text: string
    readonly old: string
    readonly new: string
    readonly go: string
    readonly done: string
    readonly replaced: string
  }
}
