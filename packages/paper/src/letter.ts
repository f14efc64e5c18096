// What a finding and a decision have in common: whom they name, what was established, on what it rests, who signed, how to check.
import * as v from "valibot"
import type { Block } from "./document.ts"
import { Count, Day, Digest, Lang, LetterNumber, Line, Person, Seal, Sentence } from "./facts.ts"
import { personRows, printedDay, printedDigest, printedWhen } from "./printed.ts"
import { wordsOf } from "./words/index.ts"

const Source = v.picklist(["official-record", "organisation-letter", "publication", "media", "witness", "own-statement", "document"])

/** One rung: what the standard asks, and the kinds of source that meet it. Kinds only: a voucher's name has no place to stand. */
const Rung = v.variant("requirement", [
  v.strictObject({
    requirement: v.picklist(["primary-record", "two-independent-sources", "identity-link"]),
    by: v.pipe(v.array(Source), v.minLength(1), v.maxLength(60)),
  }),
  v.strictObject({ requirement: v.literal("no-open-contradiction") }),
  v.strictObject({ requirement: v.literal("two-readers"), readers: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
])

const Claim = v.strictObject({ statement: Sentence, when: v.optional(Line), ladder: v.pipe(v.array(Rung), v.minLength(1)) })

const Signer = v.strictObject({
  role: v.picklist(["recommends", "approves"]),
  /** A member's number or office. Members are never named on paper. */
  member: v.pipe(v.string(), v.regex(/^[0-9A-Z-]{1,16}$/)),
  on: Day,
})
const Signers = v.pipe(
  v.array(Signer),
  v.minLength(2),
  v.check((signers) => new Set(signers.map((signer) => signer.member)).size === signers.length, "one member twice"),
  v.check((signers) => ["recommends", "approves"].every((role) => signers.some((signer) => signer.role === role)), "a part is missing"),
)

/** The facts of any letter about one person. `finding.ts` and `decision.ts` add what sets them apart. */
export const letterFacts = {
  language: Lang,
  number: LetterNumber,
  issuedOn: Day,
  issuer: Line,
  replaces: v.optional(LetterNumber),
  person: Person,
  claims: v.pipe(v.array(Claim), v.minLength(1), v.maxLength(30)),
  standard: v.strictObject({ name: Line, version: Line }),
  policy: v.strictObject({ version: Line, hash: Digest }),
  evidence: v.strictObject({ count: Count, digest: Digest }),
  signers: Signers,
  seal: Seal,
} as const
const Letter = v.strictObject(letterFacts)
export type Letter = v.InferOutput<typeof Letter>

export function letterhead(facts: Letter): Block {
  const { letter } = wordsOf(facts.language)
  const lines = [letter.number(facts.number), printedDay(facts.issuedOn, facts.language)]
  return { is: "letterhead", issuer: facts.issuer, lines: facts.replaces ? [...lines, letter.replaces(facts.replaces)] : lines }
}

export function aboutPerson(facts: Letter): Block {
  return { is: "definitions", caption: wordsOf(facts.language).person.about, rows: personRows(facts.person, facts.language) }
}

export function established(facts: Letter): Block[] {
  const { letter } = wordsOf(facts.language)
  return facts.claims.flatMap((claim, at): Block[] => [
    { is: "heading", level: 3, text: `${at + 1}. ${claim.statement}` },
    ...(claim.when ? [{ is: "paragraph", text: letter.when(printedWhen(claim.when, facts.language)), tone: "quiet" } as const] : []),
    {
      is: "table",
      caption: letter.ladderCaption(at + 1),
      head: letter.ladderHead,
      rows: claim.ladder.map((rung) => [letter.requirement[rung.requirement], metBy(rung, facts.language)]),
      widths: [3, 4],
      rowHeader: 0,
    },
  ])
}

function metBy(rung: v.InferOutput<typeof Rung>, language: Letter["language"]): string {
  const { letter } = wordsOf(language)
  if (rung.requirement === "no-open-contradiction") return letter.nothingOpen
  if (rung.requirement === "two-readers") return letter.readers(rung.readers)
  const kinds = [...new Set(rung.by)]
  return kinds.map((kind) => `${letter.source[kind]} × ${rung.by.filter((each) => each === kind).length}`).join(", ")
}

export function restsOn(facts: Letter): Block[] {
  const { letter } = wordsOf(facts.language)
  return [
    { is: "heading", text: letter.basis },
    {
      is: "definitions",
      caption: letter.basis,
      rows: [
        { term: letter.standard, value: `${facts.standard.name}, ${letter.version(facts.standard.version)}` },
        {
          term: letter.policy,
          value: [{ text: `${letter.version(facts.policy.version)}: ` }, { text: printedDigest(facts.policy.hash), figures: true }],
        },
        { term: letter.evidence, value: letter.evidenceCount(facts.evidence.count) },
        { term: letter.evidenceDigest, value: [{ text: printedDigest(facts.evidence.digest), figures: true }] },
      ],
    },
    { is: "heading", text: letter.signers },
    {
      is: "table",
      caption: letter.signers,
      head: letter.signersHead,
      rows: facts.signers.map(({ role, member, on }) => [letter.role[role], letter.member(member), printedDay(on, facts.language)]),
      rowHeader: 0,
    },
  ]
}

export function howToCheck(facts: Letter): Block[] {
  const { letter } = wordsOf(facts.language)
  return [
    { is: "heading", text: letter.check, keep: 2 },
    { is: "paragraph", text: letter.checkHow },
    {
      is: "definitions",
      caption: letter.check,
      rows: [{ term: letter.checkMark, value: [{ text: facts.seal.short, figures: true, strong: true }] }],
    },
  ]
}
