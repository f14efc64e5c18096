// Whether two members of this desk said something to everybody: both certified under the admins that the root named, neither the other,
// each over the same bytes. Without a directory: a portal has none, and is told no more of the members than the two who sign.
import {
  type Entry,
  type Id,
  type Refusal,
  type SignedStatement,
  type Statement,
  memberCertificateBytes,
  refuse,
  signersNeeded,
  statementBytes,
  subjectOfStatement,
} from "@safe-conduct/wire"
import { verifySignature } from "../primitives/sign.ts"
import { type AdminSet, adminSetsOf, certifiedBySome } from "./admin-sets.ts"
import { type Folded, foldDirectory } from "./directory.ts"

/** What anybody may hold a statement against: a part of `/desk.json`. */
export interface StatementPapers {
  readonly genesis: Entry
  readonly adminSets: readonly Entry[]
}

async function fault(desk: Id, sets: readonly AdminSet[], { statement, signers }: SignedStatement): Promise<Refusal | null> {
  const apart = new Set(signers.flatMap(({ member }) => [member.member, member.sign])).size === 2 * signers.length
  if (signers.length !== signersNeeded(statement) || !apart)
    return refuse("too-few-signatures", "Two members sign what is said to everybody.")
  for (const { member, approvals, signature } of signers) {
    if (!(await certifiedBySome(sets, member, memberCertificateBytes(desk, member), approvals)))
      return refuse("not-member", "Whoever signed this is no member of this desk.")
    if (!(await verifySignature(member.sign, statementBytes(desk, statement), signature)))
      return refuse("bad-signature", "The signature under this statement does not hold.")
  }
  return null
}

async function paperOf({ genesis, adminSets }: StatementPapers): Promise<Folded<{ desk: Id; sets: readonly AdminSet[] }>> {
  const folded = await foldDirectory(null, genesis)
  if (!folded.ok) return folded
  const sets = await adminSetsOf(folded.value, adminSets)
  return sets.ok ? { ok: true, value: { desk: folded.value.desk, sets: sets.value } } : sets
}

/** Why this is not what the desk's members said, or null. */
export async function checkStatement(papers: StatementPapers, signed: SignedStatement): Promise<Refusal | null> {
  const paper = await paperOf(papers)
  return paper.ok ? fault(paper.value.desk, paper.value.sets, signed) : paper.refusal
}

/** What stands on this day (UTC): of what holds, the last word about each thing, unless it is a withdrawal, is over, or is of a day to come. */
export async function statementsOn(
  day: string,
  papers: StatementPapers,
  given: readonly SignedStatement[],
): Promise<readonly Exclude<Statement, { readonly what: "withdrawn" }>[]> {
  const paper = await paperOf(papers)
  if (!paper.ok) return []
  const last = new Map<string, Statement>()
  for (const signed of given) {
    const { statement } = signed
    const subject = subjectOfStatement(statement)
    if (statement.number <= (last.get(subject)?.number ?? 0)) continue
    if ((await fault(paper.value.desk, paper.value.sets, signed)) === null) last.set(subject, statement)
  }
  return [...last.values()].flatMap((said) => (said.what !== "withdrawn" && said.on <= day && day <= said.until ? [said] : []))
}
