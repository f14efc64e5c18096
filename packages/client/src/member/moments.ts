// The moments ahead for which somebody is woken while every desk is closed, and at which an open desk rings: of each person whom a card
// shows, of flights that the register names her for, and of waits that end.
import { type CardPerson, factsAt, factsOfCard } from "@safe-conduct/domain/case"
import { alarmsAhead, type Law } from "@safe-conduct/domain/clock"
import { DAY } from "../day.ts"
import { bothNames, type Called, namesOf } from "./called.ts"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import { momentText } from "./moment-text.ts"
import type { MomentLine } from "./shift-port.ts"
import { waitsUntil } from "./to-do.ts"
import type { CaseRow } from "./vault-port.ts"

type Alarms = ReturnType<typeof alarmsAhead>
/** A person's alarms, as long as her card and the law stand: whoever repaints every few seconds reads no clock twice. */
const known = new WeakMap<CardPerson, { readonly law: Law; readonly until: number; readonly alarms: Alarms }>()

function ahead(person: CardPerson, law: Law, until: number, facts: () => Parameters<typeof alarmsAhead>[0]): Alarms {
  const before = known.get(person)
  if (before?.law === law && until <= before.until) return before.alarms
  // Read a day further than was asked, so that it answers for the day.
  const further = until + DAY
  const alarms = alarmsAhead(facts(), law, further)
  known.set(person, { law, until: further, alarms })
  return alarms
}

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
    const tell = (who: Called, at: number, why: MomentLine["why"]): void => {
      if (at > now && at <= until) lines.push({ stream, ...who, at, why })
    }
    const ofCase: Called = { name: row.title, latin: row.people[0]?.latin ?? "" }
    const nameOf = (person: string): Called => {
      const found = facts.people.find(({ id }) => id === person)
      return found === undefined ? ofCase : bothNames(namesOf(found))
    }
    tell(ofCase, waitsUntil(facts.holdUntil, zone) ?? 0, "hold")
    if (flight !== null) tell(nameOf(flight.person), Date.parse(flight.at), "flight")
    // Where nothing at all changes before then there is nothing to be woken for: most people are not reckoned a second time.
    if (!row.wakes.some((at) => at <= until)) continue
    for (const person of facts.people) {
      const given = person.outcome === undefined ? factsOfCard(facts, person.id) : null
      if (given === null) continue
      for (const { at, why } of ahead(person, law, until, () => factsAt(given, momentText(now), zone))) tell(nameOf(person.id), at, why)
    }
  }
  const once = new Map(lines.map((line) => [`${line.at} ${line.stream} ${line.why} ${line.name}`, line]))
  return [...once.values()].sort((a, b) => a.at - b.at)
}
