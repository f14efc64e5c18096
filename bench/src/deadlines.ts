// Ten thousand people's dates on one core: facts of a year in detention each, answered one after another. `deadlines.ts [people]`.
// What counts is processor time; the clock on the wall stands beside it.
import { answerFacts } from "@safe-conduct/domain/clock"
import { law } from "@safe-conduct/russia-canada"

const PEOPLE = Number(process.argv[2] ?? 10_000)
const DAY = 86_400_000
const start = Date.UTC(2026, 0, 5)
const day = (n: number): string => new Date(start + n * DAY).toISOString().slice(0, 10)
const { facilities } = law
const circuits = ["5", "9", "2", "3", "11"] as const

/** Eight dated events, as half of a desk's people have after a year; no two people the same days. */
function facts(n: number): object {
  const place = facilities[n % facilities.length] as (typeof facilities)[number]
  const moved = facilities[(n * 7 + 3) % facilities.length] as (typeof facilities)[number]
  return {
    id: `p${n}`,
    asOf: "2026-11-23T15:00:00Z",
    timeZone: place.timeZone,
    circuit: circuits[n % circuits.length],
    courtState: "LA",
    events: [
      { type: "parole.poe", on: day(-380 - (n % 40)) },
      { type: "custody.detained", at: day(n % 90), facility: place.code, state: place.state },
      { type: "custody.moved", at: day(100 + (n % 60)), facility: moved.code, state: moved.state },
      { type: "ij.decision", on: day(180 + (n % 60)), form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
      { type: "bia.appeal-received", on: day(190 + (n % 60)) },
      { type: "bia.decision", on: day(260 + (n % 50)), outcome: "dismissed" },
      ...(n % 2 === 0 ? [{ type: "court.petition-filed", on: day(275 + (n % 40)) }] : []),
      { type: "custody.confirmed", at: day(316 + (n % 5)), facility: moved.code, how: "locator" },
    ],
  }
}

const all = Array.from({ length: PEOPLE }, (_, n) => facts(n))
// Compiled code, as in a desk that has been open for a moment; nobody of these is counted.
for (const one of all.slice(0, 500)) answerFacts(one, law)

const cpu = process.cpuUsage()
const began = performance.now()
let dates = 0
for (const one of all) {
  const answer = answerFacts(one, law)
  if ("error" in answer) throw new Error(`${answer.error} ${answer.at}`)
  dates += answer.deadlines.length
}
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    "processor ms": Math.round((user + system) / 1000),
    "wall ms": Math.round(performance.now() - began),
    "dates a person": Math.round((10 * dates) / PEOPLE) / 10,
  }),
)
