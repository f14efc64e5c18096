// Thirty days after they were said, names that are nobody's of ours are destroyed for good, on the signatures of two members: the first
// vault that signs in proposes, the next one that is another member's signs and has it done. Nobody is asked, since there is nothing to
// decide; but each vault looks for itself, and signs for nothing else than what it can see to be such words and old enough.
import { type PurgedStream, type RegisterState, purgesOf, wordStreams } from "@safe-conduct/domain/register"
import { type Id, startOfHour } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"
import type { Book } from "./book.ts"
import { actCase, ensure } from "./cases.ts"
import type { Core } from "./core.ts"
import { approvePurge, carryOutPurge, proposeStreams } from "./purge.ts"
import { KEPT, isSaid, peopleSaid } from "./said-words.ts"

/** One purge takes so many streams. */
const MOST = 64
const WHY = "words of sightings, 30 days"

const isWords = (streams: readonly PurgedStream[]): boolean => streams.every(({ what }) => what === "words")

const underway = new WeakMap<Core, Promise<void>>()

/** One walk at a time: what a sign-in began in the background is not begun again by the next refresh. */
export function retireWords(core: Core): Promise<void> {
  const before = underway.get(core)
  if (before !== undefined) return before
  const walk = retire(core).finally(() => underway.delete(core))
  underway.set(core, walk)
  return walk
}

async function retire(core: Core): Promise<void> {
  const now = core.env.now()
  if (!wordStreams(core.register.folded().state).some(({ since }) => since + KEPT <= now)) return
  const pulled = await core.register.pull()
  if (!pulled.ok) return
  const { state } = core.register.folded()
  const purges = purgesOf(state).filter(({ proposed, record }) => record === null && isWords(proposed.streams))
  const waiting = new Set<string>()
  for (const { proposed, approved } of purges) {
    if (proposed.until < dayAt(now) || !(await allOld(core, proposed.streams))) continue
    for (const { stream } of proposed.streams) waiting.add(stream)
    if (approved !== null) await carryOutPurge(core, proposed.made.hash)
    else if (!core.isMe(proposed.made.by)) {
      await layMatched(core, state, new Set(proposed.streams.map(({ stream }) => stream)))
      await approvePurge(core, proposed.made.hash)
    }
  }
  const due: PurgedStream[] = []
  for (const { stream, since } of wordStreams(state)) {
    if (waiting.has(stream) || since + KEPT > now || due.length === MOST) continue
    const book = await oldWords(core, stream)
    if (book !== null) due.push({ stream, what: "words", ...book.head(), unanswered: false })
  }
  if (due.length === 0) return
  await layMatched(core, state, new Set(due.map(({ stream }) => stream)))
  await proposeStreams(core, due, WHY)
}

/** Each still stands where the proposal saw it: a new epoch since then, after somebody left, and it is proposed anew. */
async function allOld(core: Core, streams: readonly PurgedStream[]): Promise<boolean> {
  for (const { stream, hash } of streams) if ((await oldWords(core, stream))?.head().hash !== hash) return false
  return true
}

/**
 * A stream that holds words of a sighting and nothing else, the first of them thirty days old by the server's hour as well as by its
 * author's. A member could name any stream in the register, a family's too: what else stands in it keeps it from being destroyed here.
 */
async function oldWords(core: Core, stream: string): Promise<Book<unknown> | null> {
  const book = core.said.bookOf(stream)
  if (book === undefined || core.cards.get(stream as Id) !== undefined) return null
  const pulled = await book.pull()
  const { state, refused, beyond } = book.folded()
  const [first] = book.chain.lines
  if (!pulled.ok || first === undefined || startOfHour(first.hour) + KEPT > core.env.now()) return null
  const strange = refused.length > 0 || beyond !== null || book.chain.outlaws.length > 0 || state.read.length > 0
  const lines = book.chain.lines.every(({ closed, objects }) => closed === null && objects.length === 0)
  return !strange && lines && state.kept.every(({ name }) => isSaid(name)) ? book : null
}

/** What was said of somebody of ours stands in her case; where a line was cut off on that way it is laid there now. */
async function layMatched(core: Core, state: RegisterState, streams: ReadonlySet<string>): Promise<void> {
  for (const row of state.sightings)
    for (const seen of peopleSaid(core.said, state, row.sighting, 0))
      if (seen.words !== null && streams.has(seen.words.stream)) await layInCase(core, row.sighting, seen.index)
}

/** A note in the case of whoever a line was found to be: where, when, and the words. Once; a case that may not be read gets none. */
export async function layInCase(core: Core, sighting: string, index: number): Promise<void> {
  const { state } = core.register.folded()
  const row = state.sightings.find((one) => one.sighting === sighting)
  const seen = peopleSaid(core.said, state, sighting, 0).find((one) => one.index === index)
  if (row === undefined || seen === undefined || seen.text === null || seen.case === undefined || seen.person === undefined) return
  if (core.cards.get(seen.case as Id) === undefined) return
  const ready = await ensure(core, seen.case as Id)
  if (!ready.ok) return
  const source = seen.words === null ? row.source : core.said.said(seen.words.stream)?.source
  const text = [row.place, String(row.at).replace("T", " "), `«${seen.text}»`, ...(source === undefined ? [] : [source])].join(" · ")
  if (ready.value.folded().state.notes.some((note) => note.text === text && note.person === seen.person)) return
  await actCase(core, seen.case, [{ does: "write-note", input: { kind: "note", text, person: seen.person } }])
}
