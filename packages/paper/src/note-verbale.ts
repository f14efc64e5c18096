// The note verbale to the Department of State: third person, unsigned, a place for initials and seal.
// Its facts have no person in them: people stand in the annex alone (note-annex.ts), which is marked and sent separately.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { Day, LetterNumber, Line, listed } from "./facts.ts"
import { printedDay } from "./printed.ts"
import { stateWordsOf } from "./words/state.ts"

/** Sequential within the year, as the mission's registry counts: 17/2026. */
export const NoteNumber = v.strictObject({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999)),
  year: v.pipe(v.number(), v.integer(), v.minValue(2025), v.maxValue(2199)),
})
export const printedNoteNumber = ({ sequence, year }: v.InferOutput<typeof NoteNumber>) => `${sequence}/${year}`

export const NoteFacts = v.strictObject({
  language: v.picklist(["en", "fr"]),
  number: NoteNumber,
  on: Day,
  place: Line,
  /** As the note speaks of itself and of its addressee, article and capital included: "The Embassy of Canada", "the Department of State …". */
  from: Line,
  to: Line,
  marking: Line,
  draft: v.boolean(),
  annex: LetterNumber,
  persons: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Only an instrument in force lets the note say that Canada is prepared to receive. */
  readiness: v.variant("state", [
    v.strictObject({ state: v.literal("IN_FORCE"), reference: Line }),
    v.strictObject({ state: v.literal("under-consideration") }),
  ]),
  canada: v.array(v.picklist(["admission", "document-validity", "no-onward-removal", "cost"])),
  unitedStates: v.array(
    v.picklist([
      "no-removal-pending-reply",
      "notice-before-transfer",
      "no-sharing-with-russia",
      "family-coordination",
      "return-of-documents",
    ]),
  ),
  replyBy: v.optional(Day),
})
export type NoteFacts = v.InferInput<typeof NoteFacts>

export function noteVerbale(given: NoteFacts): Document {
  const facts = listed(NoteFacts, given)
  const { note: words } = stateWordsOf(facts.language)
  const number = printedNoteNumber(facts.number)
  const annex = `${words.annexes} ${facts.annex}`
  const persons = words.persons(facts.persons)
  const { readiness } = facts
  return {
    kind: "note-verbale",
    language: facts.language,
    title: words.title(number),
    running: words.running(number),
    marking: facts.draft ? `${facts.marking} · ${words.draft}` : facts.marking,
    compact: true,
    blocks: [
      { is: "letterhead", issuer: sentenceCase(facts.from), lines: [words.running(number)] },
      { is: "title", text: words.heading },
      { is: "paragraph", text: words.opening(sentenceCase(facts.from), facts.to) },
      {
        is: "paragraph",
        text: readiness.state === "IN_FORCE" ? words.ready(persons, annex, readiness.reference) : words.considering(persons, annex),
      },
      { is: "paragraph", text: words.propose },
      ...(facts.canada.length
        ? ([
            { is: "paragraph", text: words.canada },
            { is: "list", items: facts.canada.map((key) => words.canadaItems[key]), marks: "dash" },
          ] as const)
        : []),
      ...(facts.unitedStates.length
        ? ([
            { is: "paragraph", text: words.states },
            { is: "list", items: facts.unitedStates.map((key) => words.statesItems[key]), marks: "dash" },
          ] as const)
        : []),
      { is: "paragraph", text: words.reply(facts.replyBy ? printedDay(facts.replyBy, facts.language) : null) },
      { is: "paragraph", text: words.annexHandling },
      { is: "paragraph", text: words.courtesy(sentenceCase(facts.from), facts.to) },
      { is: "paragraph", text: `${facts.place}, ${printedDay(facts.on, facts.language)}` },
      { is: "signatures", places: [{ label: words.initials }, { label: words.sealPlace }] },
      { is: "paragraph", text: sentenceCase(facts.to), tone: "quiet" },
      { is: "paragraph", text: words.annexIs(annex, persons), tone: "quiet" },
    ],
  }
}

const sentenceCase = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
