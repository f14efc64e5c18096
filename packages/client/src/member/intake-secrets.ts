// The secrets that open requests, and those that open what came on paper, each in a stream of its own, for all members. The register says which stream; it never holds a secret
// itself, since its lines stay for ever and a stream can be destroyed.
import type { Identity } from "@safe-conduct/sealing/open"
import { randomId } from "@safe-conduct/sealing/seal"
import type { DrawerState } from "@safe-conduct/domain/drawer"
import { type RegisterState, purgedHeads } from "@safe-conduct/domain/register"
import type { Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Book } from "./book.ts"

const NAME = "intake-secret"

export interface IntakeSecret {
  readonly number: number
  readonly identity: Identity
  readonly stream: Id | null
}

interface Held {
  readonly number: number
  readonly secret?: string | undefined
  readonly stream?: string | undefined
  readonly recipient?: string | undefined
}

export interface IntakeSecrets {
  /** Lays a new one into a stream of its own. */
  keep(identity: Identity): Promise<Result<Id>>
  /** Every one that still stands and that this member may open; each is fetched once. Paper opens paper and nothing else. */
  all(what?: "intake" | "paper"): Promise<readonly IntakeSecret[]>
  /** Their streams, without those that were destroyed. */
  books(): Promise<readonly Book<DrawerState>[]>
  bookOf(stream: Id): Book<DrawerState> | undefined
  destroyed(stream: string): boolean
  /** Whether the secret behind the certificate of this number was destroyed by two. */
  gone(number: number): boolean
  forget(stream: Id): void
}

/** `recipientAt`: of the certificate of a number; the register's own numbers go past those that were begun and left. */
export function newIntakeSecrets(
  state: () => RegisterState,
  bookAt: (stream: Id) => Book<DrawerState>,
  recipientAt: (number: number) => string | undefined,
): IntakeSecrets {
  const books = new Map<Id, Book<DrawerState>>()
  /** By stream; what did not open is asked for again. Several requests ask for the same one at a time. */
  const opened = new Map<Id, Promise<Identity | null>>()
  const rowsOf = (what: "intake" | "paper"): readonly Held[] => (what === "paper" ? (state().paperKeys ?? []) : state().intakeKeys)
  const rows = (): readonly Held[] => [...rowsOf("intake"), ...rowsOf("paper")]
  const destroyed = (stream: string): boolean => purgedHeads(state(), stream).length > 0
  const named = (stream: Id): boolean => rows().some((row) => row.stream === stream)

  function book(stream: Id): Book<DrawerState> {
    const made = books.get(stream) ?? bookAt(stream)
    books.set(stream, made)
    return made
  }

  function open(stream: Id): Promise<Identity | null> {
    const known = opened.get(stream)
    if (known !== undefined) return known
    const asked = fetched(stream)
    opened.set(stream, asked)
    const again = (): void => void opened.delete(stream)
    asked.then((identity) => identity ?? again(), again)
    return asked
  }

  async function fetched(stream: Id): Promise<Identity | null> {
    const read = book(stream)
    if (read.chain.head.seq < 0) await read.pull()
    const value = read.folded().state.kept.find((row) => row.name === NAME)?.value
    return typeof value === "string" ? (value as Identity) : null
  }

  return {
    async keep(identity) {
      const stream = randomId()
      const done = await book(stream).act([{ does: "keep", input: { name: NAME, value: identity } }])
      return done.ok ? ok(stream) : done
    },
    async all(what = "intake") {
      const found = await Promise.all(
        rowsOf(what).map(async ({ number, secret, stream }): Promise<readonly IntakeSecret[]> => {
          const old = secret === undefined ? [] : [{ number, identity: secret as Identity, stream: null }]
          if (stream === undefined || destroyed(stream)) return old
          const identity = await open(stream as Id)
          return identity === null ? old : [...old, { number, identity, stream: stream as Id }]
        }),
      )
      return found.flat()
    },
    books: async () => rows().flatMap(({ stream }) => (stream === undefined || destroyed(stream) ? [] : [book(stream as Id)])),
    bookOf: (stream) => (named(stream) ? book(stream) : undefined),
    destroyed,
    gone(number) {
      const recipient = recipientAt(number)
      return (
        recipient !== undefined && rows().some((row) => row.recipient === recipient && row.stream !== undefined && destroyed(row.stream))
      )
    },
    forget(stream) {
      opened.delete(stream)
      books.delete(stream)
    },
  }
}
