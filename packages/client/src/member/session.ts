// From signed in to up to date: the desk's own streams first, since they hold the keys and names that the rest needs; then heads and
// cards since the last time; then the mailboxes that wait.
import { rootPrintOf } from "@safe-conduct/sealing/verify"
import type { HeadRow, Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import { cardOf } from "./case-card.ts"
import { alarmsOf, logAlarmsOf } from "./alarms.ts"
import { keepArmed } from "./arming.ts"
import type { Book } from "./book.ts"
import { absent, type Core } from "./core.ts"
import { hearAll } from "./heard.ts"
import { requestOf } from "./mail.ts"
import { forgetPurged } from "./purged.ts"
import { resendAnswers } from "./reply.ts"
import { retireWords } from "./retire-words.ts"
import { rowsOf } from "./rows.ts"
import type { Change, DirectoryNews, Refreshed, Who } from "./vault-port.ts"

const told = new WeakMap<Core, Map<Id, number>>()

/** Whoever shows this book hears that it moved, by whatever it was read on: a refused act reads what others wrote, and changes nothing. */
function tell(core: Core, book: Book<unknown>): void {
  const known = told.get(core) ?? new Map<Id, number>()
  told.set(core, known)
  if (known.get(book.stream) === book.chain.head.seq) return
  known.set(book.stream, book.chain.head.seq)
  core.emit({ what: kindOf(core, book), stream: book.stream })
}

function kindOf(core: Core, book: Book<unknown>): Change["what"] {
  if (book === core.members) return "members"
  return book === core.register || book === core.drawer || core.said.bookOf(book.stream) !== undefined ? "register" : "case"
}

/** Absent streams are no fault: a new desk has none yet. */
async function pullOwn({ inside, members }: Core, book: Book<unknown>): Promise<Result<boolean>> {
  const got = await (book === members && inside.people !== null ? inside.people.read() : book.pull())
  return !got.ok && absent(got.refusal) ? ok(false) : got
}

/** All that moved since the last time. Nothing is remembered here: a round that fails hears them again. */
async function headsSince(core: Core): Promise<Result<{ readonly rows: readonly HeadRow[]; readonly cursor: number }>> {
  const rows: HeadRow[] = []
  for (let cursor = core.cursor; ; ) {
    const page = await core.inside.api.heads(cursor)
    if (!page.ok) return page
    rows.push(...page.value.rows)
    cursor = page.value.cursor
    if (!page.value.more) return ok({ rows, cursor })
  }
}

/**
 * One round. `some` is told, in the first one of a desk with more cards than come at once, when what changed last is there: enough for
 * somebody to begin, and Today says that it is not all. The rest is read once what it answers has ended.
 */
export async function refresh(core: Core, some?: () => Promise<void>): Promise<Result<Refreshed>> {
  const { inside } = core
  const fromTheFirst = core.cursor === 0
  const kept = fromTheFirst ? (core.keep?.load() ?? Promise.resolve(null)) : null
  // With nothing kept here the cards are the long part. In any case they are on their way while the desk's own streams are read.
  void kept?.then((lastTime) => core.cards.begin(lastTime?.cursor ?? null))
  // The server tells its heads page by page while the desk's own streams are read: neither waits for the other.
  const heads = headsSince(core)
  heads.catch(() => undefined)
  // All at once, for a phone waits long for each answer; what rests on another of them waits for that one by itself.
  const own: readonly Book<unknown>[] = [core.register, core.members, core.drawer]
  const [directory, ...pulled] = await Promise.all([inside.directory.pull(), ...own.map((book) => pullOwn(core, book))])
  if (!directory.ok) return directory
  for (const [n, got] of pulled.entries()) {
    if (!got.ok && got.refusal.error === "offline") return got
    if (got.ok) tell(core, own[n] as Book<unknown>)
  }
  const lastTime = await kept
  // The rows of a page are reckoned while the next one is on its way.
  let shown = 0
  const pullCards = () =>
    core.cards.pull((streams, more) => {
      rowsOf(
        core,
        streams.map(core.cards.get).filter((held) => held !== undefined),
      )
      if (!more || some === undefined || !fromTheFirst || lastTime !== null) return
      const count = core.cards.all().length
      if (shown === 0) {
        shown = count
        return some()
      }
      // Not at each page: of fifty thousand, Today would be read as often.
      if (count < 2 * shown) return
      shown = count
      core.emit({ what: "cards" })
    })
  const beside = fromTheFirst && lastTime === null ? pullCards() : null
  beside?.catch(() => undefined)
  const answered = await heads
  if (!answered.ok) return answered
  const changed = answered.value.rows
  let changedCases = 0
  const before = core.mail.all().reduce((sum, mail) => sum + mail.entries.length, 0)
  const known = new Set(
    core.mail
      .all()
      .filter((mail) => mail.entries.length > 0)
      .map((mail) => mail.ask),
  )
  for (const row of changed) {
    core.rows.set(row.stream, row)
    core.log.heard(row)
    core.mail.note(row)
    // A card brings the head that it was read with, and beside this answer it may be the newer one.
    if (row.kind === "shared" && (beside === null || core.cards.get(row.stream) === undefined)) core.cards.heard(row.stream, row.head)
  }
  if (lastTime !== null) {
    // All heads were just heard, so a stream that is not among them is no longer ours to read.
    if (await core.cards.restore(lastTime)) core.cards.only(new Set(changed.map((row) => row.stream)))
    else await core.keep?.drop()
  }
  const cards = await (beside ?? pullCards())
  if (!cards.ok) return cards
  await proveCards(core)
  if (cards.value.length > 0) core.emit({ what: "cards" })
  changedCases = cards.value.length
  // Books that are open follow; the others wait until someone opens them.
  for (const book of core.openBooks()) {
    // By the last head heard of it and not by this round's: one that was being opened while its head was told is behind from then on.
    const row = core.rows.get(book.stream)
    if (book.chain.head.seq < 0) continue
    if (row !== undefined && row.head.seq > book.chain.head.seq) await book.pull()
    tell(core, book)
  }
  await resendAnswers(core)
  const whole = await pullMail(core, changed)
  await hearAll(core)
  // What was not read to its end is told again the next time round.
  if (whole) core.cursor = Math.max(core.cursor, answered.value.cursor)
  forgetPurged(core)
  // At sign-in nobody waits for it; the next time round it has spoken.
  const looking = core.log.look(fromTheFirst)
  if (core.reached === null) looking.catch(() => undefined)
  else await looking
  // The same for what wakes somebody while nobody looks.
  const arming = keepArmed(core)
  if (fromTheFirst) arming.catch(() => undefined)
  else await arming
  const retiring = retireWords(core)
  if (fromTheFirst) retiring.catch(() => undefined)
  else await retiring
  core.reached = core.env.now()
  const mails = core.mail.all()
  const newRequests = mails.filter((mail) => !known.has(mail.ask) && requestOf(mail) !== null).length
  const newMessages = mails.reduce((sum, mail) => sum + mail.entries.length, 0) - before - newRequests
  if (newRequests > 0 || newMessages > 0) core.emit({ what: "tray" })
  return ok({ at: core.reached, newRequests, newMessages, changedCases, alarms: alarmsOf(core), log: logAlarmsOf(core) })
}

/** How many chains are read in one round, so that a removal among thousands of cases holds nobody up. */
const PROVED = 25

/** What somebody who left wrote last in a card is read from its chain instead, until the card is sealed anew (rotation.ts). */
async function proveCards(core: Core): Promise<void> {
  for (const stream of core.cards.doubted().slice(0, PROVED)) {
    const book = core.caseBook(stream)
    const pulled = await book.pull()
    if (!pulled.ok) continue
    const { state } = book.folded()
    if (state.opened !== null) core.cards.prove(stream, cardOf(state), book.chain.head)
  }
}

/** No answer, or one that blames the moment: a mailbox that does not hold is no better for being asked again. */
const PASSING: ReadonlySet<string> = new Set(["offline", "server-failed"])

/** Every mailbox whose either side moved. A few at a time, so that a morning of 600 does not stand still. False: the line broke meanwhile. */
async function pullMail(core: Core, changed: readonly HeadRow[]): Promise<boolean> {
  const asks = new Set<Id>()
  for (const row of changed) {
    if (row.kind === "ask") asks.add(row.stream)
    if (row.kind === "answer" && row.pair !== null) asks.add(row.pair)
  }
  for (const mail of core.mail.all()) if (mail.entries.some((item) => item.body === null && item.error !== "purged")) asks.add(mail.ask)
  const due = [...asks]
  // The keys that they need come beside them.
  if (due.length > 0) core.secrets.all().catch(() => undefined)
  let whole = true
  const worker = async (): Promise<void> => {
    for (let ask = due.shift(); ask !== undefined; ask = due.shift()) {
      const got = await core.mail.pull(ask)
      if (!got.ok && PASSING.has(got.refusal.error)) whole = false
    }
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  return whole
}

const LAST_SEEN = "directory-seen"
const PASSKEYS_SEEN = "passkeys-seen"

/** What the directory says that happened since she was last here; then remembers that she has been shown it. */
export async function whoIs(core: Core): Promise<Who> {
  const { inside } = core
  const directory = inside.directory.now()
  const kept = core.drawer.folded().state.kept.find((row) => row.name === LAST_SEEN)?.value
  const since = typeof kept === "number" ? kept : (core.opened.since?.seq ?? directory.head.seq)
  const byKid = new Map(Object.values(directory.members).map((member) => [member.kid, member.id]))
  const sinceLast = inside.directory.changes
    .filter(({ seq }) => seq > since)
    .flatMap(({ by, change }): readonly DirectoryNews[] => {
      const approvedBy = "approvals" in change ? change.approvals.map((one) => one.by) : [byKid.get(by)].filter((id) => id !== undefined)
      const names = approvedBy.map((id) => core.nameOf(id) || id)
      switch (change.does) {
        case "member.add":
          return [{ what: "member-added", member: change.certificate.member, name: core.nameOf(change.certificate.member), by: names }]
        case "member.remove":
          return [{ what: "member-removed", member: change.member, name: core.nameOf(change.member), by: names }]
        case "intake.rotate":
          return [{ what: "intake-rotated", by: names }]
        case "paper.rotate":
          return [{ what: "paper-rotated", by: names }]
        case "reply.rotate":
          return [{ what: "reply-rotated", by: names }]
        case "recovery.set":
          return [{ what: "recovery-set", by: names }]
        case "admin.set":
          return [{ what: "admins-set", by: [] }]
        case "genesis":
          return []
      }
    })
  const passkeys = passkeyNews(core)
  const seen = [
    ...(kept === directory.head.seq ? [] : [{ does: "keep", input: { name: LAST_SEEN, value: directory.head.seq } }]),
    ...(passkeys.seen === null ? [] : [{ does: "keep", input: { name: PASSKEYS_SEEN, value: passkeys.seen } }]),
  ]
  // Nobody waits for it to be written down: where the line breaks now, she is told once more.
  if (seen.length > 0) core.drawer.act(seen).catch(() => undefined)
  const named = core.members.folded().state.named.findLast((row) => row.member === inside.member)
  return {
    member: inside.member,
    name: named?.name ?? "",
    roles: named?.roles ?? [],
    admin: directory.admins.includes(inside.member),
    desk: inside.desk,
    trial: directory.trial,
    rootPrint: rootPrintOf(directory.root),
    sinceLast: [...sinceLast, ...passkeys.news],
  }
}

/** Whose touch counts since she was last here, and whose no longer: a stolen session that makes a passkey of its own is seen by all. */
function passkeyNews(core: Core): { readonly news: readonly DirectoryNews[]; readonly seen: number | null } {
  const { seq, state } = core.members.folded()
  const kept = core.drawer.folded().state.kept.find((row) => row.name === PASSKEYS_SEEN)?.value
  const { passkeys = [], retired = [] } = state
  const last = Math.max(-1, ...[...passkeys, ...retired].map((row) => row.made.seq))
  const since = typeof kept === "number" ? kept : seq
  const news = [
    ...passkeys.map((row) => ({ what: "passkey-added" as const, of: row.made.by, made: row.made })),
    ...retired.map((row) => {
      const of = passkeys.find((one) => one.credential === row.credential)?.made.by ?? row.made.by
      return { what: "passkey-retired" as const, of, made: row.made }
    }),
  ]
    .filter(({ made }) => made.seq > since && made.by !== core.inside.member)
    .sort((a, b) => a.made.seq - b.made.seq)
    .map(({ what, of, made }): DirectoryNews => ({ what, member: of, name: core.nameOf(of), by: [core.nameOf(made.by) || made.by] }))
  return { news, seen: kept === undefined || last > since ? Math.max(last, since) : null }
}
