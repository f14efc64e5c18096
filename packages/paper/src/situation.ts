// One page that says how things stand, for a minister's desk or a journalist's. Counts only; nobody can be told from it.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { Count, Day, Line, listed, Sentence } from "./facts.ts"
import { printedDay } from "./printed.ts"
import { stateWordsOf } from "./words/state.ts"

export const SituationFacts = v.strictObject({
  language: v.picklist(["en", "fr"]),
  asOf: Day,
  issuer: Line,
  counts: v.strictObject({
    people: Count,
    detained: Count,
    finalOrder: Count,
    dateWithinWeek: Count,
    found: Count,
    referred: Count,
    proposed: Count,
    received: Count,
    removed: Count,
  }),
  places: v.pipe(v.array(v.strictObject({ place: Line, people: Count })), v.maxLength(6)),
  asks: v.pipe(v.array(Sentence), v.maxLength(3)),
})
export type SituationFacts = v.InferInput<typeof SituationFacts>

export function situation(given: SituationFacts): Document {
  const facts = listed(SituationFacts, given)
  const { situation: words } = stateWordsOf(facts.language)
  const day = printedDay(facts.asOf, facts.language)
  const order = ["people", "detained", "finalOrder", "dateWithinWeek", "found", "referred", "proposed", "received", "removed"] as const
  return {
    kind: "situation",
    language: facts.language,
    title: words.running(day),
    running: words.running(day),
    compact: true,
    blocks: [
      { is: "letterhead", issuer: facts.issuer, lines: [words.under(day)] },
      { is: "title", text: words.title },
      { is: "paragraph", text: words.what },
      { is: "heading", text: words.numbers },
      {
        is: "table",
        caption: words.numbers,
        head: words.numbersHead,
        rows: order.map((key) => [words.count[key], String(facts.counts[key])]),
        widths: [5, 2],
        rowHeader: 0,
      },
      ...(facts.places.length
        ? ([
            { is: "heading", text: words.places },
            {
              is: "table",
              caption: words.places,
              head: words.placesHead,
              // Four Russians in a small jail are four names to anyone who knows it.
              rows: facts.places.map(({ place, people }) => [place, people < 5 ? words.fewerThanFive : String(people)]),
              widths: [5, 2],
              rowHeader: 0,
            },
          ] as const)
        : []),
      ...(facts.asks.length
        ? ([
            { is: "heading", text: words.asks },
            { is: "list", items: facts.asks, marks: "number" },
          ] as const)
        : []),
      { is: "paragraph", text: words.sources, tone: "quiet" },
    ],
  }
}
