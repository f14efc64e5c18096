// Every call to the server in one place. A lost line, a 4xx and a 409 come back as values; nothing here throws for the network.
// Calls are thin and typed by wire's schemas: the portal pays for every byte, and a router's client would bring more than it saves.
import {
  Appended,
  Conflict,
  DeskInfo,
  Envelopes,
  Head,
  Heads,
  ObjectState,
  OwnWraps,
  Page,
  Purged,
  Wrap,
  type Append,
  type Card,
  type CompleteObject,
  type NewMailbox,
  type NewObject,
  type NewWrap,
  type OpenSession,
  type Purge,
} from "@safe-conduct/wire"
import * as v from "valibot"
import { pause } from "./pause.ts"
import { type No, type Ok, offline, ok } from "./result.ts"

export interface ApiNo extends No {
  /** 0 when there was no answer at all. */
  readonly status: number
  readonly conflict?: Conflict
}
export type Answer<T> = Ok<T> | ApiNo

export interface ApiEnv {
  readonly server: string
  /** The origin that sign-ins name, where calls go by way of this machine: the server's own. Without: that of `server`. */
  readonly origin?: string | undefined
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds between two tries; a test passes its own. */
  readonly wait?: ((ms: number) => Promise<void>) | undefined
}

const Challenge = v.object({ challenge: v.string() })
const Token = v.object({ token: v.string(), until: v.number() })
type Token = v.InferOutput<typeof Token>

/** Makes the session's proof from a challenge; called again when the bearer has died. */
export type Prove = (challenge: string, origin: string) => Promise<OpenSession>

export type Api = ReturnType<typeof createApi>

export function createApi(env: ApiEnv) {
  const base = env.server.replace(/\/+$/, "")
  const origin = env.origin ?? new URL(base).origin
  const send = env.fetch ?? fetch
  let token: string | null = null
  let prove: Prove | null = null

  async function raw(
    method: string,
    path: string,
    body?: { json?: unknown; bytes?: Uint8Array },
    signal?: AbortSignal,
  ): Promise<Answer<Response>> {
    let response: Response
    try {
      response = await send(base + path, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body?.json === undefined ? {} : { "content-type": "application/json" }),
          ...(body?.bytes === undefined ? {} : { "content-type": "application/octet-stream" }),
        },
        ...(body === undefined
          ? {}
          : { body: body.bytes === undefined ? JSON.stringify(body.json) : (body.bytes as Uint8Array<ArrayBuffer>) }),
        ...(signal === undefined ? {} : { signal }),
      })
    } catch {
      return signal?.aborted ? stopped() : { ...offline(), status: 0 }
    }
    if (response.ok) return ok(response)
    return refused(response)
  }

  /** Opens a session where one is needed, and once more when the bearer has died meanwhile. */
  async function call(
    method: string,
    path: string,
    body?: { json?: unknown; bytes?: Uint8Array },
    signal?: AbortSignal,
  ): Promise<Answer<Response>> {
    const answer = await raw(method, path, body, signal)
    if (answer.ok || answer.status !== 401 || prove === null) return answer
    const opened = await signIn(prove)
    return opened.ok ? raw(method, path, body, signal) : opened
  }

  async function read<S extends v.GenericSchema>(schema: S, answer: Answer<Response>): Promise<Answer<v.InferOutput<S>>> {
    if (!answer.ok) return answer
    let value: unknown
    try {
      value = await answer.value.json()
    } catch {
      // The line broke inside the body: as good as no answer.
      return { ...offline(), status: 0 }
    }
    const parsed = v.safeParse(schema, value)
    return parsed.success
      ? ok(parsed.output)
      : { ok: false, status: answer.value.status, refusal: { error: "bad-answer", message: "The server's answer cannot be read." } }
  }

  async function bytes(answer: Answer<Response>): Promise<Answer<Uint8Array>> {
    if (!answer.ok) return answer
    try {
      return ok(new Uint8Array(await answer.value.arrayBuffer()))
    } catch {
      return { ...offline(), status: 0 }
    }
  }

  const nothing = (answer: Answer<Response>): Answer<null> => (answer.ok ? ok(null) : answer)

  const challenged = async (): Promise<Answer<v.InferOutput<typeof Challenge>>> => read(Challenge, await raw("GET", "/api/challenge"))
  let begun: ReturnType<typeof challenged> | null = null

  async function signIn(by: Prove): Promise<Answer<Token>> {
    prove = by
    token = null
    const challenge = begun ?? challenged()
    begun = null
    const asked = await challenge
    if (!asked.ok) return asked
    const opened = await read(Token, await raw("POST", "/api/session", { json: await by(asked.value.challenge, origin) }))
    if (opened.ok) token = opened.value.token
    return opened
  }

  return {
    server: base,
    origin,
    wait: env.wait ?? pause,
    signIn,
    /** Asks for the challenge of the next sign-in while what signs it is still on its way. */
    beginSignIn(): void {
      begun ??= challenged()
    },
    /** Ends the session at the server; a lost line changes nothing here, the bearer dies by itself. */
    async signOut(): Promise<void> {
      prove = null
      if (token !== null) await raw("DELETE", "/api/session")
      token = null
    },
    desk: async () => read(DeskInfo, await raw("GET", "/desk.json")),
    newMailbox: async (body: NewMailbox) => read(Appended, await raw("POST", "/api/mailboxes", { json: body })),
    /** `body` may be the very text that was kept before the first send. */
    append: async (stream: string, body: Append) => read(Appended, await call("POST", `/api/streams/${stream}/entries`, { json: body })),
    page: async (stream: string, from: number, limit = 500) =>
      read(Page, await call("GET", `/api/streams/${stream}/entries?from=${from}&limit=${limit}`)),
    head: async (stream: string) => read(Head, await call("GET", `/api/streams/${stream}/head`)),
    purge: async (body: Purge) => read(Purged, await call("POST", "/api/purges", { json: body })),
    envelopes: async (stream: string) => read(Envelopes, await call("GET", `/api/streams/${stream}/envelopes`)),
    heads: async (since: number) => read(Heads, await call("GET", `/api/heads?since=${since}`)),
    putCard: async (stream: string, body: Card) => nothing(await call("PUT", `/api/cards/${stream}`, { json: body })),
    cards: async (since: number) => bytes(await call("GET", `/api/cards?since=${since}`)),
    /** What changed last first, before a cursor; u64 newest change stands before a page as of `cards`. */
    newestCards: async (limit: number, before?: number) =>
      bytes(await call("GET", `/api/cards/newest?limit=${limit}${before === undefined ? "" : `&before=${before}`}`)),
    directory: async (from: number) => read(Page, await call("GET", `/api/directory?from=${from}`)),
    newObject: async (body: NewObject) => nothing(await call("POST", "/api/objects", { json: body })),
    object: async (id: string) => read(ObjectState, await call("GET", `/api/objects/${id}`)),
    putPart: async (id: string, part: number, body: Uint8Array, signal?: AbortSignal) =>
      nothing(await call("PUT", `/api/objects/${id}/parts/${part}`, { bytes: body }, signal)),
    completeObject: async (id: string, body: CompleteObject) => nothing(await call("POST", `/api/objects/${id}/complete`, { json: body })),
    part: async (id: string, part: number) => bytes(await call("GET", `/api/objects/${id}/parts/${part}`)),
    wrap: async (locator: string) => read(Wrap, await raw("GET", `/api/wraps/${locator}`)),
    wraps: async () => read(OwnWraps, await call("GET", "/api/wraps")),
    dropWrap: async (locator: string) => nothing(await call("DELETE", `/api/wraps/${locator}`)),
    putWrap: async (locator: string, body: NewWrap) => nothing(await call("PUT", `/api/wraps/${locator}`, { json: body })),
    /** What one part of the client alone asks for; its schema stays with it, so that the portal does not carry it. */
    ask: async <S extends v.GenericSchema>(schema: S, path: string) => read(schema, await call("GET", path)),
    /** The same for what one part alone says; the body's shape stays with it too. */
    tell: async (method: "PUT" | "POST" | "DELETE", path: string, json?: unknown) =>
      nothing(await call(method, path, json === undefined ? undefined : { json })),
    leaves: async (from: number, to: number) => bytes(await call("GET", `/api/log/leaves?from=${from}&to=${to}`)),
    stored: async (stream: string) => read(v.unknown(), await call("GET", `/api/stored?stream=${stream}`)),
  }
}

const stopped = (): ApiNo => ({ ok: false, status: 0, refusal: { error: "stopped", message: "Stopped. What was sent so far is kept." } })

const Body = v.object({ error: v.string(), message: v.optional(v.string()), at: v.optional(v.string()) })

async function refused(response: Response): Promise<ApiNo> {
  let value: unknown = null
  try {
    value = await response.json()
  } catch {
    // A proxy's page or a cut answer: the status alone speaks.
  }
  const body = v.safeParse(Body, value)
  const refusal = body.success
    ? body.output
    : { error: response.status >= 500 ? "server-failed" : "refused", message: `The server answered ${response.status}.` }
  const conflict = response.status === 409 ? v.safeParse(Conflict, value) : null
  return { ok: false, status: response.status, refusal, ...(conflict?.success ? { conflict: conflict.output } : {}) }
}

/** A full mailbox stays full until somebody at the desk has answered. */
const FULL = new Set(["quota", "mailbox-full"])

/** Worth sending again unchanged: no answer, or an answer that blames the moment. */
export const passing = (answer: ApiNo): boolean =>
  answer.refusal.error === "offline" || answer.status >= 500 || (answer.status === 429 && !FULL.has(answer.refusal.error))
