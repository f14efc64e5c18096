// One shared stream as a book: pulled, folded, asked, written. The same machinery for a family's case, a proposal, the desk's
// register, the members' names and a member's own drawer; what each holds is its kind.
import { randomId } from "@safe-conduct/sealing/seal"
import type { Roster } from "@safe-conduct/sealing/verify"
import {
  type Acting,
  type Folded,
  type Guard as DomainGuard,
  type Line,
  type StreamKind,
  type Surroundings,
  emptyFold,
  foldStream,
  guardsIn,
  mayDoIn,
  offerIn,
  versionIn,
} from "@safe-conduct/domain/case"
import type { Card, Guard, Hash, Head, Id } from "@safe-conduct/wire"
import type { ApiNo } from "../api.ts"
import { type Refusal, type Result, no, ok } from "../result.ts"
import { addLine, beginBatch, epochDue, sendBatch } from "../stream/append.ts"
import { type Chain, type ChainLine, isEpochKeys, newChain } from "../stream/chain.ts"
import { signedIn } from "../stream/edition.ts"
import { pull } from "../stream/pull.ts"
import type { Touch } from "../stream/touch.ts"
import { newTurn } from "../turn.ts"
import type { EpochKey } from "./cards.ts"
import type { Inside } from "./inside.ts"
import type { Acted, Saw } from "./vault-port.ts"

export interface Act {
  readonly does: string
  readonly input: unknown
  readonly objects?: readonly Id[]
  /** Of an approval, checked already. */
  readonly touch?: Touch | undefined
}

export interface How {
  readonly saw?: Saw | undefined
  /** Beyond what the actions themselves ask for. */
  readonly guards?: readonly Id[] | undefined
  /** The roster that a new stream begins with. */
  readonly roster?: readonly Id[] | undefined
}

export interface BookGiven<State, Env extends Surroundings> {
  readonly inside: Inside
  readonly stream: Id
  readonly kind: StreamKind<State, Env>
  readonly env: Env
  /** Who belongs on the roster once these acts are done; called before each write. Null: whoever is on it. */
  readonly roster?: (acts: readonly Act[]) => readonly Id[] | null
  /** Beside the law of the fold: what only this desk knows, such as who has which role. */
  readonly refuse?: (act: { readonly does: string; readonly input: unknown }) => Refusal | null
  /** The heads of other streams, read up to there by this vault; a refusal stops the act. */
  readonly guardHeads?: (streams: readonly Id[], act: Act) => Promise<Result<readonly Guard[]>>
  readonly card?: (state: State, through: Head, own: EpochKey) => Promise<Card | null>
  /** After a lost race about the card. */
  readonly cardStale?: () => Promise<void>
  /** Ours is the one that stands now. */
  readonly cardStored?: (card: Card, state: State) => void
  /** What lines rest on that another stream tells is known here before they are folded. */
  readonly known?: (lines: readonly ChainLine[]) => Promise<Result<null>>
  /** Before anything of an act is done, and while nothing is held up by it. */
  readonly before?: () => Promise<void>
  readonly received: () => string | null
}

export interface Book<State> {
  readonly stream: Id
  readonly chain: Chain
  folded(): Folded<State>
  head(): Saw
  pull(): Promise<Result<boolean>>
  /** All in one append. `input` may be made from the state that is in force at the moment of writing. */
  act(acts: readonly Act[], how?: How): Promise<Result<readonly Acted[]>>
  /** The first law that stands against this act, asked before sealing; without input, whether it is offered at all. */
  may(does: string, input?: unknown): Refusal | null
  /** Opens a new epoch for the roster as it should be, with no line of its own. Answers whether one was due. */
  rewrap(): Promise<Result<boolean>>
  /** The card alone, sealed anew for who may read it now. */
  resealCard(): Promise<Result<null>>
}

const TRIES = 8

export function newBook<State, Env extends Surroundings>(given: BookGiven<State, Env>): Book<State> {
  const { inside, stream, kind, env } = given
  const chain = newChain(stream)
  let folded = emptyFold<State>(kind.empty)
  // Reading on and writing both move the head, so they take turns.
  const turn = newTurn()

  function fold(): void {
    if (chain.refold) {
      folded = emptyFold<State>(kind.empty)
      chain.folded = 0
      chain.refold = false
    }
    const lines = chain.lines.slice(chain.folded)
    chain.folded = chain.lines.length
    folded = foldStream(
      kind,
      folded,
      lines.flatMap((line) => lineOf(chain, line)),
      env,
    )
  }

  async function pulled(): Promise<Result<boolean>> {
    const before = chain.head.hash
    const got = await pull(inside, chain)
    if (!got.ok) return got
    const known = await given.known?.(chain.lines.slice(chain.refold ? 0 : chain.folded))
    if (known?.ok === false) return known
    fold()
    return ok(chain.head.hash !== before)
  }

  const acting = (): Acting => ({ by: inside.member, at: inside.now(), seq: chain.head.seq + 1 })

  async function attempt(
    acts: readonly Act[],
    ids: readonly Id[],
    at: number,
    how: How,
  ): Promise<Result<readonly Acted[]> | { readonly race: ApiNo }> {
    const bad = unfit()
    if (bad !== null) return bad
    const refusal = firstRefusal(acts)
    if (refusal !== null) return { ok: false, refusal }
    const batch = await beginBatch(inside, chain, chain.roster === null ? (how.roster ?? wantedRoster(acts)) : wantedRoster(acts))
    if (!batch.ok) return batch
    const drafting = batch.value
    let ahead = folded
    const done: Acted[] = []
    for (const [n, act] of acts.entries()) {
      const input = withSaw(act, how)
      const factor = act.touch === undefined ? "key" : "passkey"
      const refused = mayDoIn(kind, ahead, { does: act.does, input }, { by: inside.member, at, seq: drafting.head.seq + 1, factor }, env)
      if (refused !== null) return { ok: false, refusal: acts.length > 1 ? { ...refused, params: { ...refused.params, act: n } } : refused }
      const streams = [...new Set([...guardsIn(kind, ahead, { does: act.does, input }, env), ...(how.guards ?? [])])] as Id[]
      const guards = streams.length === 0 ? ok<readonly Guard[]>([]) : await guardsOf(streams, act)
      if (!guards.ok) return guards
      const plain = { does: act.does, v: versionIn(kind.editions, ahead.edition, act.does) ?? 1, id: ids[n] as Id, at, input }
      const objects = act.objects === undefined ? {} : { objects: act.objects }
      const place = await addLine(drafting, { plain, touch: act.touch, guards: guards.value, ...objects })
      ahead = foldStream(
        kind,
        ahead,
        [
          {
            seq: place.seq,
            hash: place.hash,
            by: inside.member,
            factor,
            plain,
            guards: guards.value as readonly DomainGuard[],
            readers: idsOf(drafting.roster),
            ...(await signedIn(inside, plain)),
          },
        ],
        env,
      )
      const said = ahead.refused.at(-1)
      if (said !== undefined && said.seq === place.seq) return { ok: false, refusal: said.refusal }
      done.push({ seq: place.seq, hash: place.hash, id: ids[n] as Id })
    }
    const card =
      given.card === undefined ? null : await given.card(ahead.state, drafting.head, { epoch: drafting.roster.epoch, key: drafting.key })
    const sent = await sendBatch(drafting, card, given.received())
    if (!sent.ok) return sent.status === 409 ? { race: sent } : sent
    if (card !== null) given.cardStored?.(card, ahead.state)
    fold()
    return ok(done)
  }

  const guardsOf = (streams: readonly Id[], act: Act): Promise<Result<readonly Guard[]>> =>
    given.guardHeads === undefined
      ? Promise.resolve(no("guards-unknown", "The heads to guard cannot be read here."))
      : given.guardHeads(streams, act)

  const firstRefusal = (acts: readonly Act[]): Refusal | null =>
    acts.map((act) => given.refuse?.(act) ?? null).find((refusal) => refusal !== null) ?? null

  /** Undefined where the roster may stay as it is. */
  function wantedRoster(acts: readonly Act[]): readonly Id[] | undefined {
    const wanted = given.roster?.(acts) ?? null
    if (wanted === null) return undefined
    if (chain.roster === null) return wanted
    const has = new Set<string>(chain.roster.members.map(({ id }) => id))
    return wanted.length === has.size && wanted.every((id) => has.has(id)) ? undefined : wanted
  }

  function withSaw(act: Act, how: How): unknown {
    const file = kind.actions.get(act.does)
    if (file?.kind !== "judgement") return act.input
    const input = act.input as { saw?: Saw }
    return { ...input, saw: input.saw ?? how.saw ?? { seq: chain.head.seq, hash: chain.head.hash } }
  }

  /** A judgement rests on what was on the screen: anything that others wrote after it is shown first. */
  function changedSince(acts: readonly Act[], how: How): Result<null> {
    for (const act of acts) {
      if (kind.actions.get(act.does)?.kind !== "judgement") continue
      const saw = (act.input as { saw?: Saw } | null)?.saw ?? how.saw
      if (saw === undefined) continue
      const later = chain.lines.find((line) => line.seq > saw.seq && line.by !== inside.member)
      if (later !== undefined)
        return no("changed-since", "Something was written after what you saw. Look again, then decide.", { params: { seq: later.seq } })
    }
    return ok(null)
  }

  async function write(acts: readonly Act[], how: How): Promise<Result<readonly Acted[]>> {
    const ids = acts.map(() => randomId())
    const at = inside.now()
    // Without a `saw` of the caller's own, a judgement rests on what stood here before the first attempt.
    const rested: How = how.saw === undefined && chain.head.seq >= 0 ? { ...how, saw: { seq: chain.head.seq, hash: chain.head.hash } } : how
    for (let round = 0; round < TRIES; round++) {
      const changed = changedSince(acts, rested)
      if (!changed.ok) return changed
      const tried = await attempt(acts, ids, at, rested)
      if (!("race" in tried)) return tried
      if (tried.race.refusal.error === "card-stale") await given.cardStale?.()
      if (tried.race.refusal.error === "epoch-stale") {
        const reached = await inside.directory.pull()
        if (!reached.ok) return reached
      }
      const got = await pulled()
      if (!got.ok) return got
      // Our own bytes may have been stored although the answer was lost and another's followed: then all is said.
      const known = ids.map((id) => chain.lines.find((line) => (line.plain as { id?: unknown } | undefined)?.id === id))
      if (known.every((line) => line !== undefined))
        return ok(known.map((line, n) => ({ seq: line.seq, hash: line.hash, id: ids[n] as Id })))
    }
    return no("too-busy", "Others keep writing here. Try again in a moment.")
  }

  return {
    stream,
    chain,
    folded: () => folded,
    head: () => ({ seq: chain.head.seq, hash: chain.head.hash }),
    pull: () => turn(pulled),
    async act(acts, how = {}) {
      await given.before?.()
      return turn(() => write(acts, how))
    },
    may: (does, input) =>
      input === undefined
        ? (offerIn(kind, folded, does, acting(), env) ?? given.refuse?.({ does, input }) ?? null)
        : (mayDoIn(kind, folded, { does, input: withSaw({ does, input }, {}) }, acting(), env) ?? given.refuse?.({ does, input }) ?? null),
    rewrap: () => turn(rewrap),
    resealCard: () => turn(resealCard),
  }

  /** Nothing is written to a chain that does not hold, nor by who cannot read it to its end. */
  function unfit(): Result<never> | null {
    if (chain.broken !== null) return no(chain.broken, "This stream does not hold; nothing is written to it.")
    return folded.beyond === null ? null : no("edition-unknown", "A later edition began here. Update before writing.")
  }

  async function resealCard(): Promise<Result<null>> {
    const bad = unfit()
    if (bad !== null) return bad
    const key = chain.roster === null ? undefined : chain.keys.get(chain.roster.epoch)
    const card =
      given.card === undefined || chain.roster === null || key === undefined
        ? null
        : await given.card(folded.state, chain.head, { epoch: chain.roster.epoch, key })
    if (card === null) return no("no-card", "No card can be made of this now.")
    const sent = await inside.api.putCard(stream, card)
    if (sent.ok) given.cardStored?.(card, folded.state)
    else if (sent.refusal.error === "card-stale") await given.cardStale?.()
    return sent
  }

  async function rewrap(): Promise<Result<boolean>> {
    for (let round = 0; round < TRIES; round++) {
      const bad = unfit()
      if (bad !== null) return bad
      const wanted = wantedRoster([])
      if (wanted === undefined && !epochDue(chain, inside.directory.now())) return ok(false)
      const batch = await beginBatch(inside, chain, wanted)
      if (!batch.ok) return batch
      const { head, roster, key } = batch.value
      const card = given.card === undefined ? null : await given.card(folded.state, head, { epoch: roster.epoch, key })
      const sent = await sendBatch(batch.value, card, given.received())
      if (sent.ok) {
        if (card !== null) given.cardStored?.(card, folded.state)
        fold()
        return ok(true)
      }
      if (sent.status !== 409) return sent
      if (sent.refusal.error === "card-stale") await given.cardStale?.()
      const got = await pulled()
      if (!got.ok) return got
    }
    return no("too-busy", "Others keep writing here. Try again in a moment.")
  }
}

const memberIds = new WeakMap<Roster, readonly string[]>()
/** One list for every line of an epoch. */
function idsOf(roster: Roster): readonly string[] {
  const known = memberIds.get(roster) ?? roster.members.map(({ id }) => id)
  memberIds.set(roster, known)
  return known
}

const lineOf = ({ rosters }: Chain, line: ChainLine): readonly Line[] =>
  line.closed !== null || isEpochKeys(line.plain)
    ? []
    : [
        {
          seq: line.seq,
          hash: line.hash as Hash,
          by: line.by,
          factor: line.factor ?? "key",
          plain: line.plain,
          guards: line.guards as readonly DomainGuard[],
          readers: idsOf(rosters.get(line.epoch) as Roster),
          ...(line.editionSigned === undefined ? {} : { editionSigned: line.editionSigned }),
        },
      ]
