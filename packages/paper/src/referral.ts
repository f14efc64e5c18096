// The referral of one family to Canada. Its own allow-list: identity, family, urgency, the finding in two sentences, consents.
// No evidence, no story, no voucher, no relative who was not asked.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { ANumber, Day, LetterNumber, Line, listed, Name, Seal, Sentence } from "./facts.ts"
import { refuseWordsOfDecision } from "./forbidden-words.ts"
import { guillocheSeed } from "./guilloche.ts"
import { labelled, printedANumber, printedCyrillic, printedDay, printedLatin } from "./printed.ts"
import { wordsOf } from "./words/index.ts"
import { stateWordsOf } from "./words/state.ts"

const Referred = v.strictObject({
  name: Name,
  relation: v.picklist(["principal", "spouse", "child", "parent", "sibling", "other"]),
  born: Day,
  citizenship: Line,
  aNumber: v.optional(ANumber),
  /** A person with no consent of their own (or of a guardian) cannot be written down at all. */
  consent: v.strictObject({ on: Day, how: v.picklist(["written", "oral-confirmed"]) }),
  finding: v.optional(
    v.strictObject({ number: LetterNumber, on: Day, sentences: v.pipe(v.array(Sentence), v.minLength(1), v.maxLength(2)) }),
  ),
})

export const ReferralFacts = v.strictObject({
  language: v.picklist(["en", "fr"]),
  number: LetterNumber,
  issuedOn: Day,
  issuer: Line,
  to: Line,
  instrument: v.variant("state", [
    v.strictObject({ state: v.picklist(["NONE", "DRAFT", "SIGNED", "SUSPENDED", "EXPIRED"]) }),
    v.strictObject({ state: v.literal("IN_FORCE"), reference: Line }),
  ]),
  people: v.pipe(v.array(Referred), v.minLength(1), v.maxLength(20)),
  family: v.strictObject({
    size: v.pipe(v.number(), v.integer(), v.minValue(1)),
    readiness: v.picklist(["complete", "partial-consented", "split-decided"]),
  }),
  urgency: v.strictObject({ level: v.picklist(["E", "U", "H", "N"]), reasons: v.pipe(v.array(Sentence), v.maxLength(6)) }),
  contact: Line,
  signers: v.pipe(v.array(v.strictObject({ member: Line, on: Day })), v.minLength(2)),
  seal: Seal,
})
export type ReferralFacts = v.InferInput<typeof ReferralFacts>

export function referral(given: ReferralFacts): Document {
  const facts = listed(ReferralFacts, given)
  const { language } = facts
  const { referral: words } = stateWordsOf(language)
  const { letter } = wordsOf(language)
  const day = (date: string) => printedDay(date, language)
  if (facts.instrument.state !== "IN_FORCE") refuseWordsOfDecision(findingTexts(facts.people))
  return {
    kind: "referral",
    language,
    title: words.running(facts.number),
    running: words.running(facts.number),
    guilloche: guillocheSeed(facts.number),
    seal: { json: facts.seal.json },
    blocks: [
      facts.instrument.state === "IN_FORCE"
        ? { is: "notice", text: words.inForceNote(facts.instrument.reference), tone: "quiet" }
        : { is: "notice", text: words.notDecision, tone: "signal" },
      { is: "letterhead", issuer: facts.issuer, lines: [letter.number(facts.number), day(facts.issuedOn)] },
      { is: "title", text: words.title, under: labelled(words.to, facts.to, language) },
      { is: "paragraph", text: words.request(facts.people.length) },
      { is: "heading", text: words.people },
      {
        is: "table",
        caption: words.people,
        head: words.peopleHead,
        rows: facts.people.map((person) => [
          printedLatin(person.name),
          printedCyrillic(person.name, language) ?? "–",
          words.relation[person.relation],
          day(person.born),
          person.citizenship,
          person.aNumber ? printedANumber(person.aNumber) : "–",
        ]),
        widths: [5, 6, 3, 4, 3, 4],
        rowHeader: 0,
      },
      { is: "heading", text: words.family },
      {
        is: "definitions",
        caption: words.family,
        rows: [
          { term: words.familySize, value: words.familySizeIs(facts.family.size) },
          { term: words.readiness, value: words.readinessIs[facts.family.readiness] },
        ],
      },
      { is: "heading", text: words.urgency },
      { is: "paragraph", text: [{ text: words.urgencyLevel[facts.urgency.level], strong: true }] },
      ...(facts.urgency.reasons.length ? [{ is: "list", items: facts.urgency.reasons, marks: "dash" } as const] : []),
      ...facts.people.flatMap((person) =>
        person.finding
          ? ([
              { is: "heading", text: labelled(words.finding, printedLatin(person.name), language) },
              { is: "paragraph", text: person.finding.sentences.join(" ") },
              { is: "paragraph", text: words.findingRef(person.finding.number, day(person.finding.on)), tone: "quiet" },
            ] as const)
          : [],
      ),
      { is: "heading", text: words.consent },
      {
        is: "table",
        caption: words.consent,
        head: words.consentHead,
        rows: facts.people.map(({ name, consent }) => [printedLatin(name), day(consent.on), words.consentHow[consent.how]]),
        rowHeader: 0,
      },
      { is: "heading", text: words.signers },
      { is: "list", items: facts.signers.map(({ member, on }) => `${letter.member(member)}, ${day(on)}`), marks: "dash" },
      {
        is: "definitions",
        caption: words.contact,
        rows: [
          { term: words.contact, value: facts.contact },
          { term: letter.checkMark, value: [{ text: facts.seal.short, figures: true, strong: true }] },
        ],
      },
    ],
  }
}

function findingTexts(people: v.InferOutput<typeof ReferralFacts>["people"]): Record<string, string> {
  return Object.fromEntries(
    people.flatMap(({ finding }, person) =>
      (finding?.sentences ?? []).map((text, at) => [`/people/${person}/finding/sentences/${at}`, text] as const),
    ),
  )
}
