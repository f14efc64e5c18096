// All that the portal's pages may ask of the client: plain values in, plain values out, so that a Worker can stand between.
import type { FolderRow, MailboxView, Refusal, SubmitProgress, Submitted, Wish } from "@safe-conduct/client/asker"
import type { Request } from "@safe-conduct/domain/request"
import type { Language } from "@safe-conduct/words/choose.ts"

export type { FolderRow, MailboxView, Refusal, SubmitProgress, Submitted, Wish }
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** What threw is no answer of the client's: the lock itself does not work here. Nothing leaves, and it is said. */
export const broken = (): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { error: "cannot-lock" } })

export interface FreshCode {
  readonly code: Uint8Array
  readonly words: readonly string[]
}
export interface OpenedCode {
  readonly code: Uint8Array
  readonly language: Language
  readonly repaired: readonly { readonly place: number; readonly typed: string; readonly meant: string }[]
}
export interface Sending {
  readonly code: Uint8Array
  readonly request: Request
  readonly files: readonly File[]
  readonly wake: boolean
}
export interface Saying {
  readonly text: string
  readonly files: readonly File[]
  readonly wake: boolean
}
export type Progress = (progress: SubmitProgress) => void
/** Each row of a folder as it is found. */
export type RowFound = (row: FolderRow) => void

export interface Port {
  /** What this device keeps: null where nothing was kept. `lasting` is false where the browser denies storage. */
  draft(): Promise<{ readonly draft: unknown; readonly lasting: boolean }>
  keep(draft: unknown): Promise<void>
  erase(): Promise<void>
  /** Meets the desk and checks its papers; answers whether it is a trial. */
  connect(): Promise<Answer<{ readonly trial: boolean }>>
  newCode(language: Language): Promise<Answer<FreshCode>>
  wordsOf(code: Uint8Array, language: Language): Promise<readonly string[]>
  submit(sending: Sending, onProgress: Progress): Promise<Answer<Submitted>>
  /** Stops what is being sent; what the server has stays. */
  stop(): Promise<void>
  /** The request as an age file under a password. */
  ownCopy(request: Request, password: string): Promise<Uint8Array>
  readWords(text: string): Promise<Answer<OpenedCode>>
  open(code: Uint8Array): Promise<Answer<null>>
  /** Whether a code is kept on this device, and whether the browser would keep one. */
  codeHere(): Promise<{ readonly there: boolean; readonly lasting: boolean }>
  keepCode(code: Uint8Array, pin: string): Promise<Answer<null>>
  /** The kept code, under its number. */
  takeCode(pin: string): Promise<Answer<Uint8Array>>
  dropCode(): Promise<void>
  /** Every request under a folder's code. */
  folder(code: Uint8Array, onRow: RowFound): Promise<Answer<readonly FolderRow[]>>
  openChild(folder: Uint8Array, index: number): Promise<Answer<null>>
  childWords(folder: Uint8Array, index: number, language: Language): Promise<readonly string[]>
  read(): Promise<Answer<MailboxView>>
  say(saying: Saying, onProgress: Progress): Promise<Answer<Submitted>>
  wish(wish: Wish): Promise<Answer<Submitted>>
  close(): Promise<void>
}
