// The decision on one person. It exists only while the programme's instrument is in force:
// the type takes that one word, so no other state can be handed in, and the run-time check takes no other either.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { Day, Line, listed, Passage } from "./facts.ts"
import { guillocheSeed } from "./guilloche.ts"
import { aboutPerson, established, howToCheck, letterFacts, letterhead, restsOn } from "./letter.ts"
import { printedDay } from "./printed.ts"
import { wordsOf } from "./words/index.ts"

export const DecisionFacts = v.strictObject({
  ...letterFacts,
  instrument: v.literal("IN_FORCE"),
  authority: v.strictObject({ name: Line, reference: Line, since: Day }),
  outcome: v.picklist(["favourable", "unfavourable", "deferred"]),
  reasons: v.pipe(v.array(Passage), v.minLength(1), v.maxLength(20)),
})
export type DecisionFacts = v.InferInput<typeof DecisionFacts>

export function decision(given: DecisionFacts): Document {
  const facts = listed(DecisionFacts, given)
  const { decision: words } = wordsOf(facts.language)
  return {
    kind: "decision",
    language: facts.language,
    title: words.running(facts.number),
    running: words.running(facts.number),
    guilloche: guillocheSeed(facts.number),
    seal: { json: facts.seal.json },
    blocks: [
      letterhead(facts),
      { is: "title", text: words.title },
      { is: "notice", text: words.outcome[facts.outcome], tone: "quiet" },
      aboutPerson(facts),
      {
        is: "definitions",
        caption: words.authority,
        rows: [
          { term: words.authority, value: facts.authority.name },
          { term: words.reference, value: facts.authority.reference },
          { term: words.inForceSince, value: printedDay(facts.authority.since, facts.language) },
        ],
      },
      { is: "heading", text: words.reasons },
      ...facts.reasons.map((text) => ({ is: "paragraph", text }) as const),
      { is: "heading", text: words.found },
      { is: "paragraph", text: words.foundIntro },
      ...established(facts),
      { is: "heading", text: words.after },
      { is: "list", items: words.afterItems[facts.outcome], marks: "dash" },
      ...restsOn(facts),
      ...howToCheck(facts),
    ],
  }
}
