// What every call of the client answers: a value, or a refusal with a code. Bugs throw; everything else comes back.

export interface Refusal {
  readonly error: string
  /** One plain English sentence for the command line and for logs of tests; pages look the sentence up by code. */
  readonly message?: string
  /** JSON pointer (RFC 6901) to what was refused. */
  readonly at?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}
export interface No {
  readonly ok: false
  readonly refusal: Refusal
}
export type Result<T> = Ok<T> | No

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const no = (error: string, message?: string, more: Pick<Refusal, "at" | "params"> = {}): No => ({
  ok: false,
  refusal: { error, ...(message === undefined ? {} : { message }), ...more },
})
/** The line is down or the server did not answer: nothing is lost, the same bytes go again later. */
export const offline = (): No => no("offline", "The server could not be reached. Nothing is lost.")
