// The compartments that this vault has opened, each a book with a roster of its own. Nothing but a change made on purpose ever alters
// it: no rule of the desk adds anybody.
import type { CompartmentEnv, CompartmentState } from "@safe-conduct/domain/compartment"
import { compartmentKind } from "@safe-conduct/domain/compartment"
import type { Id } from "@safe-conduct/wire"
import type { Result } from "../result.ts"
import type { Book, BookGiven } from "./book.ts"

export interface CompartmentBooks {
  book(stream: Id): Book<CompartmentState>
  /** Where it was opened already. */
  held(stream: Id): Book<CompartmentState> | undefined
  all(): readonly Book<CompartmentState>[]
  /** Opens a new epoch for exactly these. Answers whether one was due. */
  regroup(stream: Id, members: readonly Id[]): Promise<Result<boolean>>
  /** Its lines and keys are dropped here. */
  forget(stream: Id): void
}

type Given = Pick<BookGiven<CompartmentState, CompartmentEnv>, "kind" | "roster">

export function newCompartmentBooks(open: (stream: Id, given: Given) => Book<CompartmentState>): CompartmentBooks {
  const books = new Map<Id, Book<CompartmentState>>()
  const wanted = new Map<Id, readonly Id[]>()

  function book(stream: Id): Book<CompartmentState> {
    const known = books.get(stream)
    if (known !== undefined) return known
    const made = open(stream, { kind: compartmentKind, roster: () => wanted.get(stream) ?? null })
    books.set(stream, made)
    return made
  }
  return {
    book,
    held: (stream) => books.get(stream),
    all: () => [...books.values()],
    async regroup(stream, members) {
      wanted.set(stream, members)
      try {
        return await book(stream).rewrap()
      } finally {
        wanted.delete(stream)
      }
    },
    forget: (stream) => void books.delete(stream),
  }
}
