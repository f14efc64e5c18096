// What the portal and `submit` may call, and the plain shapes they get. No type of the member's side is mentioned here.
import type { AskBodyInput, MailboxStatus, Phrase, Request, RequestBody } from "@safe-conduct/domain/request"
import type { FileSource } from "../file/source.ts"
import type { Result } from "../result.ts"

/** A desk whose papers were checked: genesis, admins, the intake certificate of today. Plain but for `wire`, which stays inside. */
export interface Desk {
  readonly id: string
  readonly server: string
  /** In genesis and for ever: every page says so. */
  readonly trial: boolean
  /** The root's fingerprint, as people compare it. */
  readonly rootPrint: string
  readonly intake: { readonly number: number; readonly notAfter: string }
}

/** What two members of the desk say to everybody. Days are of UTC, the last one counted. */
export type PublicSaid =
  | {
      readonly what: "notice"
      readonly on: string
      readonly until: string
      readonly text: { readonly en: string; readonly fr: string; readonly ru: string }
    }
  /** `read`: the hash of the steps that both have read. */
  | { readonly what: "self-help"; readonly on: string; readonly until: string; readonly read: string }

export interface NewCode {
  /** 128 bits: 121 of the code, left-aligned. Kept in memory alone. */
  readonly code: Uint8Array
  /** The mailbox's id, which is also the contract's `locator`. */
  readonly locator: string
}

export type SubmitStage = "work" | "files" | "sealing" | "sending"
export interface SubmitProgress {
  readonly stage: SubmitStage
  readonly bytesSent: number
  readonly bytesTotal: number
  readonly file?: string
  /** The line is down and the client waits to try again. */
  readonly waiting?: boolean
}

export interface SubmitGiven {
  readonly desk: Desk
  readonly code: Uint8Array
  /** As read by domain/request; `files` lines are matched to `files` by place. */
  readonly request: Request
  readonly files?: readonly FileSource[]
  readonly wake?: boolean
  /** It came to the desk on paper, and a member sends it. */
  readonly paper?: RequestBody["paper"]
  /** Where sealed bytes and upload state are kept before the first send. Without one, a killed tab starts over. */
  readonly journal?: Journal
  readonly onProgress?: (progress: SubmitProgress) => void
  readonly signal?: AbortSignal
}

export interface Submitted {
  readonly locator: string
  /** The server's signed word that the request is stored durably, as one line of JSON. */
  readonly receipt: string
  /** Hour of storage, UTC: "2026-11-22T17Z". */
  readonly hour: string
  /** Names of files that the desk takes only once a person there has opened the request: send them then, with `say`. */
  readonly waiting: readonly string[]
}

/**
 * A small map of texts, written through before anything is sent. The portal keeps it sealed in IndexedDB, the command line
 * in a file that it fsyncs. `put` resolves only when the value is kept.
 */
export interface Journal {
  get(name: string): Promise<string | null>
  put(name: string, value: string): Promise<void>
  drop(name: string): Promise<void>
}

export interface MailboxMessage {
  /** Place in the `answer` stream. */
  readonly seq: number
  /** Hour of storage, UTC. */
  readonly at: string
  readonly from: "desk"
  readonly text: string
  /** One of the fixed sentences stands for the text. */
  readonly phrase?: Phrase
  readonly status?: MailboxStatus
  readonly caseWord?: string
  readonly nextLook?: string
}

export interface MailboxView {
  readonly status: MailboxStatus
  readonly messages: readonly MailboxMessage[]
  readonly nextLook?: string
  /** Entries of the answer stream that could not be opened or believed: shown as a sign that something is wrong. */
  readonly unreadable: number
  /** Messages sent from this side so far (their text cannot be read back). */
  readonly sent: number
}

export interface SayGiven {
  readonly text: string
  readonly files?: readonly FileSource[]
  readonly addition?: Extract<AskBodyInput, { kind: "message" }>["addition"]
  readonly wake?: boolean
  readonly journal?: Journal
  readonly onProgress?: (progress: SubmitProgress) => void
  readonly signal?: AbortSignal
}

/** What the code may ask; the desk decides. */
export type Wish =
  | {
      readonly kind: "withdraw-consent"
      readonly scope: Extract<AskBodyInput, { kind: "withdraw-consent" }>["scope"]
      readonly person?: number
      readonly text?: string
    }
  | {
      readonly kind: "change-contact"
      readonly contact: Extract<AskBodyInput, { kind: "change-contact" }>["contact"]
      readonly text?: string
    }
  | { readonly kind: "forget-me"; readonly text?: string }
  | { readonly kind: "correct"; readonly text: string }
  /** Her words were said over a telephone. */
  | { readonly kind: "spoken" }

export interface Mailbox {
  readonly locator: string
  read(): Promise<Result<MailboxView>>
  say(given: SayGiven): Promise<Result<Submitted>>
  ask(wish: Wish): Promise<Result<Submitted>>
  /** Ends the session at the server and forgets the keys. */
  close(): Promise<void>
}

/** A draft on this device, sealed under a random key and erased at receipt or after 14 days. */
export interface DraftStore {
  load(): Promise<unknown>
  save(draft: unknown): Promise<void>
  erase(): Promise<void>
  /** False where the browser denies storage: the page says that leaving loses what was typed. */
  readonly lasting: boolean
}

/** What an asker's client needs of its host. `now` in milliseconds since 1970. */
export interface AskerEnv {
  readonly server: string
  readonly fetch?: typeof fetch
  readonly now: () => number
  /** The root's fingerprint, when the caller already knows it. */
  readonly root?: string
  /** Milliseconds between two tries; a test passes its own. */
  readonly wait?: (ms: number) => Promise<void>
}
