// What callers said of others, each list's words in a stream of their own for all members. The register names the stream and holds none of
// the words, since its lines stay for ever: a name that is nobody's of ours is destroyed after thirty days (retire-words.ts).
import { type DrawerState, kept } from "@safe-conduct/domain/drawer"
import { type RegisterState, type Seen, purgedHeads, sightingPeople, wordStreams } from "@safe-conduct/domain/register"
import { randomId } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import * as v from "valibot"
import { DAY } from "../day.ts"
import type { Result } from "../result.ts"
import type { Book } from "./book.ts"

/** For so long a name that is nobody's of ours is kept, and shown. */
export const KEPT = 30 * DAY

const SAID = "said"
const whyAt = (place: number): string => `why/${place}`
/** Names of everything that may lie in such a stream. */
export const isSaid = (name: string): boolean => name === SAID || /^why\/\d{1,3}$/.test(name)

const Said = v.object({ people: v.array(v.string()), source: v.optional(v.string()), note: v.optional(v.string()) })
export type Said = v.InferOutput<typeof Said>

export interface SaidWords {
  newStream(): Id
  keep(stream: Id, said: Said): Promise<Result<unknown>>
  /** Why one of them was taken off the list. */
  keepWhy(stream: Id, place: number, why: string): Promise<Result<unknown>>
  /** Fetches what still stands and was not read yet; all at once, since they are few and short. */
  read(): Promise<void>
  /** Null: not read, or destroyed. How old it is, is not asked here. */
  said(stream: string): Said | null
  why(stream: string, place: number): string | null
  /** Those that still stand. */
  books(): readonly Book<DrawerState>[]
  bookOf(stream: string): Book<DrawerState> | undefined
  forget(stream: Id): void
}

export function newSaidWords(state: () => RegisterState, bookAt: (stream: Id) => Book<DrawerState>): SaidWords {
  const books = new Map<string, Book<DrawerState>>()
  const standing = () => wordStreams(state()).filter(({ stream }) => purgedHeads(state(), stream).length === 0)

  function book(stream: string): Book<DrawerState> {
    const made = books.get(stream) ?? bookAt(stream as Id)
    books.set(stream, made)
    return made
  }
  const valueOf = (stream: string, name: string): unknown =>
    books.has(stream) && purgedHeads(state(), stream).length === 0 ? kept(book(stream).folded().state, name) : null
  const put = (stream: Id, name: string, value: unknown) => book(stream).act([{ does: "keep", input: { name, value } }])

  return {
    newStream: () => randomId(),
    keep: (stream, said) => put(stream, SAID, said),
    keepWhy: (stream, place, why) => put(stream, whyAt(place), why),
    async read() {
      const unread = standing()
        .map(({ stream }) => book(stream))
        .filter(({ chain }) => chain.head.seq < 0)
      await Promise.all(unread.map((one) => one.pull()))
    },
    said(stream) {
      const read = v.safeParse(Said, valueOf(stream, SAID))
      return read.success ? read.output : null
    },
    why(stream, place) {
      const value = valueOf(stream, whyAt(place))
      return typeof value === "string" ? value : null
    },
    books: () => standing().map(({ stream }) => book(stream)),
    bookOf: (stream) => (standing().some((one) => one.stream === stream) ? book(stream) : undefined),
    forget: (stream) => void books.delete(stream),
  }
}

/** The people of a sighting with the words that were said of them; null where those are gone, or thirty days old at `now`. */
export function peopleSaid(words: SaidWords, state: RegisterState, sighting: string, now: number): readonly Seen[] {
  return sightingPeople(state, sighting).map((seen) => {
    if (seen.since + KEPT <= now) return { ...seen, text: null }
    if (seen.words === null) return seen
    const { stream, place } = seen.words
    const why = words.why(stream, place)
    return { ...seen, text: words.said(stream)?.people[place] ?? null, ...(why === null ? {} : { why }) }
  })
}
