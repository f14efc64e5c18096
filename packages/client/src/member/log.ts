// One history for everybody: at sign-in and then by the hour the client asks where the desk's log stands, lets the server prove that
// it only grew since she last saw it and since every other member did, and that it holds what had a receipt; then says what she saw.
import {
  headAfter,
  leafHash,
  provesConsistency,
  provesInclusion,
  readSeen,
  seenIdOf,
  verifyCheckpoint,
  verifyEntry,
  verifyReceipt,
} from "@safe-conduct/sealing/verify"
import { seenEntry } from "@safe-conduct/sealing/seal"
import {
  Checkpoint,
  Consistency,
  EMPTY,
  type Head,
  type HeadRow,
  type Id,
  Inclusion,
  type PublicKey,
  type Receipt,
  type Seen,
  sameHead,
} from "@safe-conduct/wire"
import { type ApiNo, passing } from "../api.ts"
import { newTurn } from "../turn.ts"
import { authorOf } from "./directory-book.ts"
import type { Inside } from "./inside.ts"
import type { LogAlarm, StreamAlarm } from "./vault-port.ts"

const HOUR = 3_600_000
/** So long a server may take to put into its log what had its receipt: rounds are a minute apart, a dead process's lease two. */
const SOON = 15 * 60_000

interface Word {
  readonly head: Head
  readonly seen: Seen
}

export interface LogWatch {
  /** A stream moved that may hold a member's word. */
  heard(row: HeadRow): void
  /** Looks where it is due. `whole`: every stream that moved ever was heard of, so whoever is missing has said nothing. */
  look(whole: boolean): Promise<void>
  alarms(): readonly LogAlarm[]
  broken(): readonly StreamAlarm[]
  /** Where the log stood when it was last found to hold. */
  standing(): Seen | null
}

export function newLogWatch(inside: Inside, received: () => string): LogWatch {
  const { api, desk, keys } = inside
  const own = seenIdOf(desk, inside.member)
  const rows = new Map<Id, Head>()
  const words = new Map<Id, Word>()
  const alarms = new Map<string, LogAlarm>()
  const broken = new Map<Id, string>()
  /** Sizes and roots that the standing checkpoint was proved to begin with. */
  let proved = new Set<string>()
  let standing: Checkpoint | null = null
  let lookedAt: number | null = null
  const turn = newTurn()

  const alarm = (what: LogAlarm["what"], member: Id | null): void => void alarms.set(`${what} ${member ?? ""}`, { what, member })
  const same = (seen: Seen): string => `${seen.size} ${seen.root}`
  /** The line is down or the moment is bad: no conclusion, the next look asks again. Everything else is an answer. */
  const moment = (answer: { readonly ok: false; readonly refusal: { readonly error: string } }): boolean =>
    passing(answer as ApiNo) || ["session-over", "no-session", "not-active", "signed-out"].includes(answer.refusal.error)

  /** Whose stream it is: everybody who ever stood in the directory, since what she saw does not end with her. */
  const ownerOf = (stream: Id): Id | null =>
    Object.values(inside.directory.now().members).find(({ id }) => seenIdOf(desk, id) === stream)?.id ?? null

  /** The last word of a stream, as its owner signed it. True unless the line failed. */
  async function hear(stream: Id, head: Head): Promise<boolean> {
    const known = words.get(stream)
    if (broken.has(stream) || (known && sameHead(known.head, head))) return true
    const bad = (error: string): true => {
      broken.set(stream, error)
      return true
    }
    if (known && head.seq <= known.head.seq) return bad("stream-went-back")
    const owner = ownerOf(stream)
    const page = await api.page(stream, head.seq, 1)
    if (!page.ok) return !moment(page)
    const [row] = page.value.entries
    if (row === undefined || owner === null) return bad("chain-broken")
    const { entry } = row
    const reached = await inside.directory.reach(entry.dirSeq)
    if (!reached.ok) return !moment(reached)
    const author = authorOf(reached.value, entry)
    const said = readSeen(entry)
    if (entry.desk !== desk || entry.stream !== stream || !sameHead(headAfter(entry), head)) return bad("chain-broken")
    if (author?.id !== owner) return bad("unknown-author")
    if (!said.ok || (await verifyEntry(entry, author.certificate.sign)) !== null) return bad("bad-signature")
    words.set(stream, { head, seen: said.value })
    return true
  }

  async function fetchStanding(): Promise<Checkpoint | "later" | "none" | null> {
    const answer = await api.ask(Checkpoint, "/api/log")
    if (!answer.ok) return answer.refusal.error === "log-empty" ? "none" : moment(answer) ? "later" : null
    const holds = answer.value.desk === desk && (await verifyCheckpoint(received() as PublicKey, answer.value))
    return holds ? answer.value : null
  }

  /** Whether `now` begins with what somebody saw; null when the line failed before it could be told. */
  async function extendsSeen(seen: Seen, now: Checkpoint): Promise<"yes" | "behind" | "forked" | null> {
    if (seen.size > now.size) return "behind"
    if (seen.size === now.size) return seen.root === now.root ? "yes" : "forked"
    const answer = await api.ask(Consistency, `/api/log/consistency?from=${seen.size}&to=${now.size}`)
    if (!answer.ok) return moment(answer) ? null : "forked"
    return provesConsistency(seen.size, seen.root, now.size, now.root, answer.value.path) ? "yes" : "forked"
  }

  /** What had its receipt a while ago is in the log, or the server cannot show it. */
  async function askForReceipts(now: Checkpoint, asked: number): Promise<void> {
    for (const [stream, { receipt, at }] of inside.receipts) {
      if (asked - at < SOON) continue
      const answer = await api.ask(Inclusion, `/api/log/inclusion?stream=${stream}&seq=${receipt.seq}&size=${now.size}`)
      if (!answer.ok && moment(answer)) return
      const shown =
        answer.ok && provesInclusion(leafHash(receipt.hash, receipt.hour), answer.value.place, now.size, answer.value.path, now.root)
      if (!shown) alarm("receipt-missing", null)
      else if (inside.receipts.get(stream)?.receipt === receipt) inside.receipts.delete(stream)
    }
  }

  async function say(now: Checkpoint): Promise<void> {
    const before = words.get(own)
    if (before && before.seen.size === now.size) return
    const head = before?.head ?? EMPTY
    const seen = { size: now.size, root: now.root }
    const entry = await seenEntry({ desk, stream: own, head, directory: inside.directory.now().head }, keys.signing, seen)
    const sent = await api.append(own, { entries: [entry] })
    // Another device of hers spoke meanwhile: its word comes with the next heads.
    if (!sent.ok) return
    const at = headAfter(entry)
    const { receipt } = sent.value
    if (receipt.stream === own && sameHead(receipt, at) && (await verifyReceipt(received() as PublicKey, receipt)))
      keepReceipt(inside, receipt)
    words.set(own, { head: at, seen })
    rows.set(own, at)
  }

  /** Where every member's stream stands, asked one by one. False where the line failed. */
  async function askForHeads(): Promise<boolean> {
    for (const { id } of Object.values(inside.directory.now().members)) {
      const stream = seenIdOf(desk, id)
      if (rows.has(stream)) continue
      const head = await api.head(stream)
      if (head.ok) rows.set(stream, head.value)
      else if (moment(head)) return false
    }
    return true
  }

  async function lookNow(): Promise<void> {
    for (const [stream, head] of rows) if (!(await hear(stream, head))) return
    // A laptop may sleep between any two lines here: what is due is judged by when the checkpoint was asked for.
    const asked = inside.now()
    // Read after every word was: whoever saw more than this was shown something that we are not.
    const now = await fetchStanding()
    if (now === "later" || now === "none") return
    if (now === null) return alarm("unsigned", null)
    const before = standing ?? words.get(own)?.seen ?? null
    const mine = before === null ? "yes" : await extendsSeen(before, now)
    if (mine === null) return
    if (mine !== "yes") return alarm(mine, inside.member)
    if (standing === null || standing.size !== now.size) proved = new Set()
    standing = now
    let whole = true
    for (const [stream, { seen }] of words) {
      if (stream === own || proved.has(same(seen))) continue
      const theirs = await extendsSeen(seen, now)
      if (theirs === "yes") proved.add(same(seen))
      else if (theirs === null) whole = false
      else alarm(theirs, ownerOf(stream))
    }
    await askForReceipts(now, asked)
    // Said also where another's word does not fit: both stand then, for everybody to see.
    await say(now)
    if (whole) lookedAt = asked
  }

  return {
    heard(row) {
      if (row.kind === "seen" && row.head.seq >= 0) rows.set(row.stream, row.head)
    },
    async look(whole) {
      const first = lookedAt === null
      if (first && !whole && !(await turn(askForHeads))) return
      const news = [...rows].some(
        ([stream, head]) => stream !== own && !broken.has(stream) && !sameHead(words.get(stream)?.head ?? EMPTY, head),
      )
      if (!first && !news && inside.now() - (lookedAt as number) < HOUR) return
      await turn(lookNow)
    },
    alarms: () => [...alarms.values()],
    broken: () => [...broken].map(([stream, error]) => ({ stream, error })),
    standing: () => (standing === null ? null : { size: standing.size, root: standing.root }),
  }
}

/** The last of each stream: the chain below it holds the others. */
export function keepReceipt(inside: Inside, receipt: Receipt): void {
  inside.receipts.set(receipt.stream, { receipt, at: inside.now() })
}
