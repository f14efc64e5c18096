// The words about putting many requests down at once.
type Counted = (count: number) => string
export type JunkMark = "unreadable" | "danger" | "wake" | "known" | "asked-before" | "wrote" | "files" | "number" | "dated"

export interface JunkWords {
  readonly page: string
  readonly lede: string
  /** From the tray to this page. */
  readonly fromTray: string
  readonly none: string
  readonly groups: Readonly<Record<"same-words" | "no-words" | "own-words", Counted>>
  readonly groupMore: Readonly<Record<"no-words" | "own-words", string>>
  readonly marks: Readonly<Record<JunkMark, string>>
  readonly choosePlain: Counted
  readonly chooseMarked: Counted
  readonly markedMore: string
  readonly chooseNone: string
  readonly more: Counted
  readonly preview: string
  readonly hide: string
  readonly why: string
  readonly whyHint: string
  readonly whyMissing: string
  readonly close: Counted
  readonly nothing: string
  readonly closed: Counted
  readonly left: Counted
  readonly undo: string
  readonly undoWhy: string
  readonly undone: Counted
  readonly closing: string
  readonly before: string
  readonly beforeNone: string
  readonly back: string
  readonly keys: string
}
