// Whose dates a changed law moved, until somebody of the case has read it. Every date is worked out twice: under the law that the case
// last read and under the law now; nothing comes out later, or not at all, without a line here.
import { type CardPerson, factsAt, factsOfCard } from "@safe-conduct/domain/case"
import { type Answer, type Law, answerFacts } from "@safe-conduct/domain/clock"
import { movedDates } from "@safe-conduct/domain/overlay"
import { changesRead, signedChanges } from "@safe-conduct/domain/register"
import type { Id } from "@safe-conduct/wire"
import { callNameOf, namesOf } from "./called.ts"
import type { CaseCard } from "./case-card.ts"
import type { HeldCard } from "./cards.ts"
import type { Core } from "./core.ts"
import { lawAfter } from "./law-book.ts"
import type { LawLine, LawMove } from "./law-port.ts"

interface Kept {
  readonly version: number
  readonly before: Law
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
    const moved = movedOf(core, held, lawAfter(core, read), lawAfter(core, signed.length), now)
    if (moved.length === 0) continue
    lines.push({
      stream,
      name: facts.people[0] === undefined ? (facts.title ?? "") : callNameOf(namesOf(facts.people[0])),
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

function movedOf(core: Core, held: HeldCard<CaseCard>, before: Law, law: Law, now: number): readonly LawMove[] {
  const slot = Math.floor(now / SLOT)
  let known = kept.get(core)
  if (known === undefined) kept.set(core, (known = new Map()))
  const same = known.get(held.stream)
  if (same?.version === held.version && same.before === before && same.now === law && same.slot === slot) return same.moved
  const moved = held.facts.people.flatMap((person) => (person.outcome === undefined ? moves(held.facts, person, before, law, now) : []))
  known.set(held.stream, { version: held.version, before, now: law, slot, moved })
  return moved
}

function moves(of: CaseCard, person: CardPerson, before: Law, law: Law, now: number): readonly LawMove[] {
  const carried = factsOfCard(of, person.id)
  if (carried === null) return []
  const answer = (by: Law): Answer | null => {
    const said = answerFacts(factsAt(carried, `${new Date(now).toISOString().slice(0, 19)}Z`, by.zones.board), by)
    return "error" in said ? null : said
  }
  const [was, is] = [answer(before), answer(law)]
  if (was === null || is === null) return []
  const name = callNameOf(namesOf(person))
  return movedDates(was, is).map((one) => ({ ...one, person: person.id, name }))
}
