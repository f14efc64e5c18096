// The moments ahead for which somebody is woken while every desk is closed, and at which an open desk rings: of each person whom a card
// shows, of flights that the register names her for, and of waits that end.
import { factsAt, factsOfCard } from "@safe-conduct/domain/case"
import { alarmsAhead } from "@safe-conduct/domain/clock"
import { callNameOf, namesOf } from "./called.ts"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import { momentText } from "./rows.ts"
import type { MomentLine } from "./shift-port.ts"
import { waitsUntil } from "./to-do.ts"
import type { CaseRow } from "./vault-port.ts"

/** Of these rows, after now and until then, in the order of time. */
export function momentsAhead(core: Core, rows: readonly CaseRow[], now: number, until: number): readonly MomentLine[] {
  const law = lawNow(core)
  const zone = law.zones.board
  const lines: MomentLine[] = []
  for (const row of rows) {
    if (row.closed) continue
    const { stream, flight } = row
    const facts = core.cards.get(stream as never)?.facts
    if (facts === undefined) continue
    const tell = (name: string, at: number, why: MomentLine["why"]): void => {
      if (at > now && at <= until) lines.push({ stream, name, at, why })
    }
    const nameOf = (person: string): string => {
      const found = facts.people.find(({ id }) => id === person)
      return found === undefined ? row.title : callNameOf(namesOf(found))
    }
    tell(row.title, waitsUntil(facts.holdUntil, zone) ?? 0, "hold")
    if (flight !== null) tell(nameOf(flight.person), Date.parse(flight.at), "flight")
    // Where nothing at all changes before then there is nothing to be woken for: most people are not reckoned a second time.
    if (!row.wakes.some((at) => at <= until)) continue
    for (const person of facts.people) {
      const given = person.outcome === undefined ? factsOfCard(facts, person.id) : null
      if (given === null) continue
      for (const { at, why } of alarmsAhead(factsAt(given, momentText(now), zone), law, until)) tell(nameOf(person.id), at, why)
    }
  }
  const same = (a: MomentLine, b: MomentLine): boolean => a.stream === b.stream && a.at === b.at && a.why === b.why && a.name === b.name
  return lines.sort((a, b) => a.at - b.at).filter((line, n, all) => all.findIndex((one) => same(one, line)) === n)
}
