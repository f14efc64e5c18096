// New keys for everything that is for the whole desk, after somebody left, joined, or recovery changed. The register and the names come
// at once; cases follow one after another in the background, the most urgent first, each with its card sealed anew. What is left is told
// by the cards themselves: one under an older epoch of the register, or of who left, is of a case that was not reached yet. So a closed
// laptop loses nothing: whoever is signed in goes on where it stopped.
import { type CaseState, compartmentsOf } from "@safe-conduct/domain/case"
import { levels } from "@safe-conduct/domain/clock"
import { activeMembers } from "@safe-conduct/sealing/verify"
import { type Id, NotHandedOn } from "@safe-conduct/wire"
import { pause } from "../pause.ts"
import { type Result, no, ok } from "../result.ts"
import { epochDue } from "../stream/append.ts"
import type { Book } from "./book.ts"
import type { CaseCard } from "./case-card.ts"
import type { HeldCard } from "./cards.ts"
import type { Chain } from "../stream/chain.ts"
import type { Core } from "./core.ts"
import { rowsOf } from "./rows.ts"
import type { RotationView } from "./vault-port.ts"

/** Cases under way at once: while one is on the line the next is sealed. */
const LANES = 3
/** As long as others get on with it this vault leaves it to them; then it begins, in its own turn. */
const PATIENCE = 20_000
/** A call that takes longer than this, a large file, no longer holds the walk up. */
const COURTESY = 2_000

export interface Rotation {
  view(): RotationView
  /** At each refresh: begins where nobody else is getting on with it. */
  look(): Promise<void>
  /** To the end of what can be done now. */
  walk(): Promise<Result<null>>
}

/** Books for the whole desk that have no card, and my own. */
const withoutCard = async (core: Core): Promise<readonly Book<unknown>[]> =>
  [
    core.drawer,
    ...(await core.secrets.books()),
    ...core.said.books(),
    ...core.register.folded().state.proposals.map(({ stream }) => core.proposalBook(stream as Id)),
  ] as readonly Book<unknown>[]

/**
 * The register, the names and the secrets of requests, without which nobody does anything: a handful of streams, so whoever joins has them
 * when the call answers. Answers whether this vault opened an epoch of register or names.
 */
export async function renewDesk(core: Core): Promise<Result<boolean>> {
  let opened = false
  for (const book of [core.register, core.members] as readonly Book<unknown>[]) {
    const done = await book.rewrap()
    if (!done.ok) return done
    opened ||= done.value
  }
  for (const book of await core.secrets.books()) {
    const done = await renewed(book)
    if (!done.ok && done.refusal.error === "offline") return done
  }
  return ok(opened)
}

async function renewed(book: Pick<Book<unknown>, "pull" | "rewrap" | "chain">): Promise<Result<boolean>> {
  const pulled = await book.pull()
  return pulled.ok && book.chain.roster !== null ? book.rewrap() : pulled
}

/** Whether register or names are not for exactly those who are active and for recovery as it stands. */
export const deskDue = (core: Core): boolean => [core.register.chain, core.members.chain].some((chain) => notForAll(core, chain))

function notForAll(core: Core, chain: Chain): boolean {
  const directory = core.inside.directory.now()
  return (
    chain.roster !== null &&
    (epochDue(chain, directory) || activeMembers(directory).some(({ id }) => chain.roster?.members.every((one) => one.id !== id)))
  )
}

/** Secrets of requests, and words of callers, that somebody who joined cannot read yet: whoever added her may have gone before handing them on. */
const secretsDue = async (core: Core): Promise<number> =>
  [...(await core.secrets.books()), ...core.said.books()].filter(({ chain }) => notForAll(core, chain)).length

/** Cases that were not reached yet. */
export function casesDue(core: Core): readonly HeldCard<CaseCard>[] {
  const epoch = core.register.chain.roster?.epoch
  const directory = core.inside.directory.now()
  return core.cards
    .all()
    .filter((card) => (card.own ? epochDue(core.caseBook(card.stream).chain, directory) : card.epoch !== epoch || card.behind))
}

/** The closed parts of a case that I read. Others get theirs when somebody on them writes next: who walks cannot open them. */
async function compartmentsIn(core: Core, book: Book<CaseState>): Promise<void> {
  for (const { compartment, members } of compartmentsOf(book.folded().state)) {
    if (!members.includes(core.inside.member)) continue
    const inner = core.compartments.book(compartment as Id)
    const pulled = await inner.pull()
    if (pulled.ok) await inner.rewrap()
  }
}

/** `quiet`: resolves when nobody waits for an answer. `open`: whether she is still signed in. */
export function newRotation(core: Core, quiet: () => Promise<void>, open: () => boolean): Rotation {
  const wait = core.env.wait ?? pause
  let walking: Promise<Result<null>> | null = null
  let seen: { readonly left: number; readonly at: number } | null = null
  let notHandedOn: number | null = null
  // Desks that wait for nobody begin one after another and not together.
  const patience = PATIENCE + (core.inside.member.charCodeAt(0) + core.inside.member.charCodeAt(1)) * 100

  /** Between two cases everything else has its turn: calls that came meanwhile, and the page's own work. */
  async function giveWay(): Promise<boolean> {
    await pause(0)
    await Promise.race([quiet(), wait(COURTESY)])
    return open()
  }

  async function small(): Promise<Result<null>> {
    for (const book of await withoutCard(core)) {
      if (!(await giveWay())) return ok(null)
      const done = await renewed(book)
      if (!done.ok && done.refusal.error === "offline") return done
    }
    return ok(null)
  }

  async function reach({ stream, own }: HeldCard<CaseCard>): Promise<Result<null>> {
    const opened = core.openBooks().some((book) => book.stream === stream)
    const book = core.caseBook(stream)
    try {
      const pulled = await book.pull()
      if (!pulled.ok) return pulled
      const done = await book.rewrap()
      if (done.ok) await compartmentsIn(core, book)
      if (!done.ok || done.value || own) return done.ok ? ok(null) : done
      // Somebody wrote there since, and the case's key is new: perhaps her card is too, and only not here yet.
      const cards = await core.cards.pull()
      if (!cards.ok) return cards
      return casesDue(core).some((card) => card.stream === stream) ? book.resealCard() : ok(null)
    } finally {
      // What nobody looks at is not kept open: a desk of thousands would hold every chain.
      if (!opened) core.close(stream)
    }
  }

  async function cases(): Promise<Result<null>> {
    const tried = new Set<string>()
    /** Each once as it stands: what cannot be done is not tried for ever. */
    const attempt = ({ stream, version, through }: HeldCard<CaseCard>): string =>
      `${stream} ${version} ${through.seq} ${core.register.chain.roster?.epoch}`
    for (;;) {
      const left = casesDue(core).filter((card) => !tried.has(attempt(card)))
      const queue = inOrder(core, left)
      if (queue.length === 0) return ok(null)
      let stopped: Result<null> | null = null
      const lane = async (): Promise<void> => {
        for (;;) {
          if (stopped !== null || !(await giveWay())) return
          const card = queue.shift()
          if (card === undefined) return
          tried.add(attempt(card))
          const done = await reach(card)
          if (!done.ok && done.refusal.error === "offline") stopped = done
          core.emit({ what: "rotation" })
        }
      }
      await Promise.all(Array.from({ length: LANES }, lane))
      if (stopped !== null) return stopped
      if (!open()) return ok(null)
    }
  }

  async function walkAll(): Promise<Result<null>> {
    core.emit({ what: "rotation" })
    const first = await small()
    return first.ok && open() ? cases() : first
  }

  const walk = (): Promise<Result<null>> =>
    (walking ??= walkAll().finally(() => {
      walking = null
      seen = null
      if (open()) core.emit({ what: "rotation" })
    }))

  return {
    view: () => ({
      of: core.cards.all().length,
      left: core.register.chain.roster === null ? 0 : casesDue(core).length,
      here: walking !== null,
      notHandedOn: notHandedOn ?? 0,
    }),
    walk,
    async look() {
      // Asked until it was none once: later cases have her on their roster from their first line.
      if (notHandedOn !== 0) {
        const asked = await core.inside.api.ask(NotHandedOn, "/api/cards/not-handed-on")
        const before = notHandedOn ?? 0
        if (asked.ok) notHandedOn = asked.value.count
        if (before !== (notHandedOn ?? 0)) core.emit({ what: "rotation" })
      }
      if (walking !== null) return
      if (deskDue(core)) {
        const renewed = await renewDesk(core)
        // Whoever was first goes on with the cases.
        if (renewed.ok && renewed.value) return void walk().catch(() => undefined)
      }
      const left = core.register.chain.roster === null ? 0 : casesDue(core).length + (await secretsDue(core))
      const now = core.env.now()
      if (left === 0) seen = null
      else if (seen === null || seen.left !== left) seen = { left, at: now }
      else if (now - seen.at >= patience) void walk().catch(() => undefined)
    },
  }
}

/** The most urgent first, and of these the newest. */
function inOrder(core: Core, cards: readonly HeldCard<CaseCard>[]): HeldCard<CaseCard>[] {
  const held = new Map(cards.map((card) => [card.stream as string, card]))
  return rowsOf(core, cards)
    .toSorted((a, b) => levels.indexOf(a.urgency) - levels.indexOf(b.urgency) || b.openedAt - a.openedAt)
    .flatMap((row) => held.get(row.stream) ?? [])
}

/** For whoever ends with it: a command. */
export async function rotateAll(core: Core): Promise<Result<null>> {
  const renewed = await renewDesk(core)
  if (!renewed.ok) return renewed
  const done = await newRotation(
    core,
    () => Promise.resolve(),
    () => true,
  ).walk()
  const left = casesDue(core).length
  return !done.ok || left === 0 ? done : no("not-all-reached", "Some cases could not be given a new key now.", { params: { left } })
}
