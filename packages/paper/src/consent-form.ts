// A consent on paper: one scope, one person, one answer, signed by that person. Never a page of ticks.
import * as v from "valibot"
import { consentScopes } from "./consent-scope.ts"
import type { Document } from "./document.ts"
import { Lang, Line, listed, Person } from "./facts.ts"
import { labelled, personRows, printedLatin } from "./printed.ts"
import { wordsOf } from "./words/index.ts"

export const ConsentFormFacts = v.strictObject({
  language: Lang,
  version: v.pipe(v.string(), v.regex(/^[0-9A-Za-z.-]{1,20}$/)),
  scope: v.picklist(consentScopes),
  person: Person,
  /** For a child: guardian and assent, both. */
  child: v.optional(v.boolean(), false),
  /** Whom or what a scope with an object concerns; a ruled line is printed where it is left out. */
  about: v.optional(Line),
})
export type ConsentFormFacts = v.InferInput<typeof ConsentFormFacts>

const withObject: readonly string[] = [
  "SHARE_REFERRAL_NGO",
  "CONTACT_VOUCHER",
  "FAMILY_DISCLOSURE",
  "CONTACT_COUNSEL",
  "TRANSFER_LEGAL_EFFECTS",
]

export function consentForm(given: ConsentFormFacts): Document {
  const facts = listed(ConsentFormFacts, given)
  const words = wordsOf(facts.language)
  const { consent } = words
  const scope = consent.scope[facts.scope]
  const { sign } = consent
  const signers = facts.child ? [sign.guardian, sign.assent] : [sign.person]
  return {
    kind: "consent-form",
    language: facts.language,
    title: `${consent.running(facts.version)}, ${facts.scope}`,
    running: `${consent.running(facts.version)} · ${facts.scope}`,
    compact: true,
    blocks: [
      { is: "title", text: scope.title, under: consent.intro },
      { is: "definitions", caption: words.person.about, rows: personRows(facts.person, facts.language) },
      { is: "heading", text: consent.asked },
      { is: "paragraph", text: scope.says },
      ...(facts.about
        ? [{ is: "definitions", caption: consent.about, rows: [{ term: consent.about, value: facts.about }] } as const]
        : withObject.includes(facts.scope)
          ? [{ is: "blanks", labels: [consent.about] } as const]
          : []),
      { is: "heading", text: consent.mind },
      { is: "list", items: scope.mind, marks: "dash" },
      { is: "paragraph", text: consent.noHarm },
      { is: "heading", text: consent.rights },
      { is: "list", items: consent.rightsItems, marks: "dash" },
      // The yes stands on the page that is signed, under the words of the question.
      { is: "heading", text: labelled(consent.answer, scope.title, facts.language), keep: 4 },
      { is: "list", items: [consent.yes, consent.no], marks: "box" },
      { is: "heading", text: consent.method },
      { is: "list", items: consent.methodItems, marks: "box" },
      {
        is: "signatures",
        // The signed page names its person, should the pages be parted.
        places: [
          ...signers.map((label, at) => (at === signers.length - 1 ? { label, beside: printedLatin(facts.person.name) } : { label })),
          ...[sign.placeDate, sign.interpreter, sign.witness].map((label) => ({ label })),
        ],
      },
    ],
  }
}
