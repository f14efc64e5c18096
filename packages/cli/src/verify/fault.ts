// What does not hold, and where: the first thing that `verify` finds.
export interface Fault {
  readonly fault: string
  readonly stream?: string
  readonly seq?: number
  readonly message: string
}

export const fault = (code: string, message: string, stream?: string, seq?: number): Fault => ({
  fault: code,
  ...(stream === undefined ? {} : { stream }),
  ...(seq === undefined ? {} : { seq }),
  message,
})

export type Held<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }
