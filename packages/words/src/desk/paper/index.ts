// The words about what reaches the desk on paper or on a stick: the form to print, the file to open, the request it becomes.
export interface PaperWords {
  readonly page: string
  readonly lede: string
  readonly open: string
  readonly file: string
  readonly fileHint: string
  readonly opened: (number: number) => string
  readonly filedBefore: string
  readonly toRequest: string
  readonly language: string
  readonly languages: Readonly<Record<"ru" | "en" | "fr", string>>
  readonly asking: string
  readonly askings: Readonly<Record<"self" | "relative" | "lawyer" | "organisation", string>>
  readonly surname: string
  readonly given: string
  readonly asker: string
  readonly text: string
  readonly textHint: string
  readonly fileIt: string
  readonly filed: string
  readonly words: string
  readonly wordsText: string
  readonly form: string
  readonly none: string
  readonly until: (day: string) => string
  readonly print: string
  readonly fingerprint: string
  readonly recipient: string
  /** On the printed form, for whoever writes. */
  readonly how: readonly string[]
  readonly address: string
  readonly rotate: string
  readonly mark: string
}
