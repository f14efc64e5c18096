// The finding of the working group on one person: what this desk established, while no government's instrument is in force.
// Its facts have no place for an outcome, and its free texts are refused if they speak of one.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { listed } from "./facts.ts"
import { refuseWordsOfDecision } from "./forbidden-words.ts"
import { guillocheSeed } from "./guilloche.ts"
import { aboutPerson, established, howToCheck, letterFacts, letterhead, restsOn } from "./letter.ts"
import { wordsOf } from "./words/index.ts"

export const FindingFacts = v.strictObject({
  ...letterFacts,
  instrument: v.picklist(["NONE", "DRAFT", "SIGNED", "SUSPENDED", "EXPIRED"]),
})
export type FindingFacts = v.InferInput<typeof FindingFacts>

export function finding(given: FindingFacts): Document {
  const facts = listed(FindingFacts, given)
  refuseWordsOfDecision({
    "/issuer": facts.issuer,
    "/standard/name": facts.standard.name,
    "/standard/version": facts.standard.version,
    "/policy/version": facts.policy.version,
    "/person/citizenship": facts.person.citizenship,
    ...Object.fromEntries(
      facts.claims.flatMap(({ statement, when }, at) => [
        [`/claims/${at}/statement`, statement],
        [`/claims/${at}/when`, when],
      ]),
    ),
  })
  const { finding: words } = wordsOf(facts.language)
  return {
    kind: "finding",
    language: facts.language,
    title: words.running(facts.number),
    running: `${words.running(facts.number)} · ${words.disclaimer}`,
    guilloche: guillocheSeed(facts.number),
    seal: { json: facts.seal.json },
    blocks: [
      { is: "notice", text: words.disclaimer, tone: "signal" },
      letterhead(facts),
      { is: "title", text: words.title },
      aboutPerson(facts),
      { is: "heading", text: words.found },
      { is: "paragraph", text: words.foundIntro },
      ...established(facts),
      ...restsOn(facts),
      { is: "heading", text: words.limits },
      { is: "list", items: words.limitsItems, marks: "dash" },
      ...howToCheck(facts),
    ],
  }
}
