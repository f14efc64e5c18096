// What a hostile server may try, as data: each attempt says what an honest client must answer. An attempt that gives anything else,
// and above all one that is believed, fails the suite.
import type { TestDesk } from "../testing/desk.ts"

export interface Mutation {
  readonly name: string
  /** The refusal it should give; "nothing" where the lie must simply change nothing that is shown. */
  readonly refusal: string
  /** Answers the refusal that came, "nothing" when the lie left no trace, or "accepted". */
  attempt(): Promise<string>
}

interface Call {
  readonly method: string
  readonly path: string
}
/** Answers other bytes for a call, or undefined to let the honest answer pass. `honest` asks the real server. */
export type Lie = (call: Call, honest: () => Promise<Response>) => Promise<Response> | undefined

export const lying = (desk: TestDesk, lie: Lie): typeof fetch =>
  (async (url: string, init?: RequestInit) => {
    const honest = (): Promise<Response> => desk.fetch(url as never, init)
    return lie({ method: init?.method ?? "GET", path: String(url).slice(desk.url.length) }, honest) ?? honest()
  }) as typeof fetch

/** Alters the JSON of every answer whose path fits. */
export const altering = <T>(desk: TestDesk, path: RegExp, change: (value: T) => T | Promise<T>, method = "GET"): typeof fetch =>
  lying(desk, (call, honest) =>
    call.method === method && path.test(call.path)
      ? honest().then(async (answer) =>
          answer.ok ? Response.json(await change((await answer.json()) as T), { status: answer.status }) : answer,
        )
      : undefined,
  )

interface Answer {
  readonly ok: boolean
  readonly refusal?: { readonly error: string }
}
/** The refusal of a call that should have been refused. */
export const refusalOf = (answer: Answer): string => (answer.ok ? "accepted" : (answer.refusal?.error ?? "refused"))
