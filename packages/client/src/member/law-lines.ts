// Whose dates a changed law moved, until somebody of the case has read it. Every date is worked out twice: under the law that the case
// last read and under the law now, and under each law between the two, by which somebody may have worked meanwhile; nothing comes out
// later, or not at all, without a line here.
import { type CardPerson, factsAt, factsOfCard } from "@safe-conduct/domain/case"
import { type Answer, type Law, answerFacts } from "@safe-conduct/domain/clock"
import { type MovedDate, movedDates } from "@safe-conduct/domain/overlay"
import { changesRead, signedChanges } from "@safe-conduct/domain/register"
import type { Id } from "@safe-conduct/wire"
import { bothNames, callNameOf, namesOf } from "./called.ts"
import type { CaseCard } from "./case-card.ts"
import type { HeldCard } from "./cards.ts"
import type { Core } from "./core.ts"
import { lawAfter } from "./law-book.ts"
import type { LawLine, LawMove } from "./law-port.ts"

interface Kept {
  readonly version: number
  readonly before: readonly Law[]
  readonly now: Law
  readonly slot: number
  readonly moved: readonly LawMove[]
}
/** A case is worked out again when its card, the law or the half hour changes. */
const SLOT = 1_800_000
const kept = new WeakMap<Core, Map<Id, Kept>>()

export function lawLines(core: Core, now: number): readonly LawLine[] {
  const { state } = core.register.folded()
  const signed = signedChanges(state)
  const last = signed.at(-1)
  if (last === undefined) return []
  const lines: LawLine[] = []
  for (const held of core.cards.all()) {
    const { facts, stream } = held
    if (facts.stage === "closed") continue
    const read = changesRead(state, stream, facts.openedAt)
    const unread = signed.slice(read)
    // Only a rule moves a date.
    if (!unread.some(({ proposed }) => proposed.change.what === "rule")) continue
    const before = unread.flatMap(({ proposed }, at) => (proposed.change.what === "rule" ? [lawAfter(core, read + at)] : []))
    const moved = movedOf(core, held, before, lawAfter(core, signed.length), now)
    if (moved.length === 0) continue
    lines.push({
      stream,
      ...(facts.people[0] === undefined ? { name: facts.title ?? "", latin: "" } : bothNames(namesOf(facts.people[0]))),
      owner: facts.owner ?? null,
      ownerName: facts.owner === undefined ? null : core.nameOf(facts.owner),
      mine: facts.owner !== undefined && core.isMe(facts.owner),
      moved,
      changes: unread.flatMap(({ proposed, approved }) =>
        proposed.change.what === "rule"
          ? [
              {
                rule: proposed.change.rule,
                status: proposed.change.status,
                source: proposed.change.source,
                by: core.nameOf(proposed.made.by),
                approvedBy: core.nameOf(approved.made.by),
                at: approved.made.at,
              },
            ]
          : [],
      ),
      upTo: last.approved.made.hash,
    })
  }
  const first = (line: LawLine): number => (line.mine ? 0 : line.owner === null ? 1 : 2)
  return lines.sort((a, b) => first(a) - first(b) || (a.stream < b.stream ? -1 : 1))
}

function movedOf(core: Core, held: HeldCard<CaseCard>, before: readonly Law[], law: Law, now: number): readonly LawMove[] {
  const slot = Math.floor(now / SLOT)
  let known = kept.get(core)
  if (known === undefined) kept.set(core, (known = new Map()))
  const same = known.get(held.stream)
  const sameLaws = same?.now === law && same.before.length === before.length && same.before[0] === before[0]
  if (same?.version === held.version && sameLaws && same.slot === slot) return same.moved
  const moved = held.facts.people.flatMap((person) => (person.outcome === undefined ? moves(held.facts, person, before, law, now) : []))
  known.set(held.stream, { version: held.version, before, now: law, slot, moved })
  return moved
}

function moves(of: CaseCard, person: CardPerson, before: readonly Law[], law: Law, now: number): readonly LawMove[] {
  const carried = factsOfCard(of, person.id)
  if (carried === null) return []
  const answer = (by: Law): Answer | null => {
    const said = answerFacts(factsAt(carried, `${new Date(now).toISOString().slice(0, 19)}Z`, by.zones.board), by)
    return "error" in said ? null : said
  }
  const is = answer(law)
  if (is === null) return []
  const found = new Map<string, MovedDate>()
  for (const [at, one] of before.entries()) {
    const was = answer(one)
    if (was === null) continue
    for (const move of movedDates(was, is)) {
      const key = JSON.stringify([move.rule, move.trigger, move.about])
      // What only stood in between is said where it is lost: a date that came and went was on the screen, and somebody may rely on it.
      if (at === 0 || (!found.has(key) && (move.moved === "gone" || move.moved === "later"))) found.set(key, move)
    }
  }
  const name = callNameOf(namesOf(person))
  return [...found.values()].map((one) => ({ ...one, person: person.id, name }))
}
