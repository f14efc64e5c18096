// What two members say to everybody: a sentence on the first page, or that they read the steps for the hour. Public on purpose and by
// nobody else's word: whoever has the desk's papers can check it, and whoever keeps it cannot write one.
import * as v from "valibot"
import { type Bytes, pae, u32be, utf8 } from "./bytes.ts"
import { Approval, MemberCertificate } from "./directory-change.ts"
import { Signature, u32 } from "./entry.ts"
import { Day } from "./hour.ts"
import { Hash, type Id, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

/** From the day it is said to the last on which it holds. */
export const STATEMENT_DAYS = 60
/** One screen of a small phone, in each language. */
export const STATEMENT_LENGTH = 600
const DAY_MS = 86_400_000

/** Plain words and line breaks: nothing that turns a line around or hides in it. */
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(STATEMENT_LENGTH), v.regex(/^(?:[^\p{Cc}\p{Cf}]|\n)+$/u))
const number = v.pipe(u32, v.minValue(1))
const ends = ({ on, until }: { readonly on: Day; readonly until: Day }): boolean => {
  const days = (Date.parse(until) - Date.parse(on)) / DAY_MS
  return days >= 0 && days <= STATEMENT_DAYS
}

export const statementSubjects = ["notice", "self-help"] as const
export type StatementSubject = (typeof statementSubjects)[number]

/** `number` goes up by one for each word about the same thing, a withdrawal among them: the highest is the last. Days are of UTC. */
export const Statement = v.variant("what", [
  v.pipe(
    v.strictObject({
      what: v.literal("notice"),
      number,
      on: Day,
      until: Day,
      text: v.strictObject({ en: text, fr: text, ru: text }),
    }),
    v.check((said) => ends(said)),
  ),
  /** `read`: the hash of the steps in all three languages, so that another text is not taken for the one that was read. */
  v.pipe(
    v.strictObject({ what: v.literal("self-help"), number, on: Day, until: Day, read: Hash }),
    v.check((said) => ends(said)),
  ),
  v.strictObject({ what: v.literal("withdrawn"), of: v.picklist(statementSubjects), number, on: Day }),
])
export type Statement = v.InferOutput<typeof Statement>

export const subjectOfStatement = (said: Statement): StatementSubject => (said.what === "withdrawn" ? said.of : said.what)

/** Two members say something; one is enough to take it back. */
export const signersNeeded = (said: Statement): number => (said.what === "withdrawn" ? 1 : 2)

export const SignedStatement = v.strictObject({
  statement: Statement,
  signers: v.pipe(
    v.array(
      v.strictObject({
        member: MemberCertificate,
        /** None are needed for an administrator whom the root named. */
        approvals: v.pipe(v.array(Approval), v.maxLength(20)),
        signature: Signature,
      }),
    ),
    v.minLength(1),
    v.maxLength(2),
  ),
})
export type SignedStatement = v.InferOutput<typeof SignedStatement>

/** GET /statements.json: what holds now, at most one about each thing. */
export const Statements = v.strictObject({ statements: v.pipe(v.array(SignedStatement), v.maxLength(4)) })
export type Statements = v.InferOutput<typeof Statements>

/** What each of them signs. `desk` binds it to one directory, the number to its place. */
export const statementBytes = (desk: Id, said: Statement): Bytes =>
  pae(labels.statement, idBytes(desk), utf8(said.what), u32be(said.number), utf8(said.on), ...partsOf(said))

function partsOf(said: Statement): readonly Bytes[] {
  if (said.what === "notice") return [utf8(said.until), utf8(said.text.en), utf8(said.text.fr), utf8(said.text.ru)]
  return said.what === "self-help" ? [utf8(said.until), hashBytes(said.read)] : [utf8(said.of)]
}
