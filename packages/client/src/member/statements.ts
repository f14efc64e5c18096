// What the desk says to everybody: proposed by one member, signed by another over the bytes that the public checks, told to the server, and
// taken back by one. The register keeps it; the server only shows it, and what it shows is looked at here as a stranger would.
import {
  type PublicStatement,
  type StatementSubject,
  lastStatementNumber,
  standingStatement,
  statementSubjects,
  waitingStatements,
} from "@safe-conduct/domain/register"
import { SELF_HELP_DAYS, selfHelpHolds, selfHelpText } from "@safe-conduct/domain/request"
import { addDays, plainDateOf } from "@safe-conduct/domain/time"
import { hashOf, statementsOn, verifySignature } from "@safe-conduct/sealing/verify"
import { type Id, type SignedStatement, type Statement, Statements, statementBytes, utf8 } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import type { Core } from "./core.ts"
import { credentialsOf } from "./published.ts"
import type { StatementGiven, StatementView } from "./statement-port.ts"
import type { Acted, Saw } from "./vault-port.ts"

const today = (core: Core) => plainDateOf(dayAt(core.env.now()))

/** The hash of the steps as they ship here; null where the programme has none. */
const stepsHash = ({ env: { programme } }: Core): string | null =>
  programme.selfHelp === undefined ? null : hashOf(utf8(selfHelpText(programme.selfHelp)))

// The register's shape and the wire's are one: days and hashes are texts on the line.
const wireOf = (statement: PublicStatement): Statement => statement as Statement
const signed = (core: Core, statement: Statement): Promise<string> =>
  core.inside.keys.signing.sign(statementBytes(core.inside.desk, statement))

async function acted(core: Core, does: string, input: unknown, saw?: Saw): Promise<Result<Acted>> {
  const done = await core.register.act([{ does, input }], saw === undefined ? {} : { saw })
  if (!done.ok) return done
  core.emit({ what: "register" })
  return ok(done.value.at(-1) as Acted)
}

export async function proposeStatement(core: Core, given: StatementGiven): Promise<Result<Acted>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const on = today(core)
  const number = lastStatementNumber(core.register.folded().state, given.what) + 1
  const read = stepsHash(core)
  if (given.what === "self-help" && read === null) return no("steps-missing", "This programme has no steps for the hour.")
  const statement =
    given.what === "notice"
      ? { what: given.what, number, on, until: given.until, text: trimmed(given.text) }
      : { what: given.what, number, on, until: addDays(on, SELF_HELP_DAYS), read }
  return acted(core, "propose-statement", { statement, signature: await signed(core, statement as Statement) })
}

/** Signed are the very texts that the fold keeps. */
const trimmed = ({ en, fr, ru }: { readonly en: string; readonly fr: string; readonly ru: string }) => ({
  en: en.trim(),
  fr: fr.trim(),
  ru: ru.trim(),
})

/** The second signature, and then everybody sees it. `saw`: the register as it was on the screen. */
export async function signStatement(core: Core, entry: string, saw: Saw): Promise<Result<Acted>> {
  const proposed = core.register.folded().state.statements?.find((row) => row.made.hash === entry)
  if (proposed === undefined) return no("nothing-to-approve", "There is nothing to sign here.")
  const { statement, signature, made } = proposed
  // She signs what she can read: the steps of another release are not on her screen.
  if (statement.what === "self-help" && statement.read !== stepsHash(core))
    return no("steps-differ", "The other member read another text than the one that is here.")
  const first = core.inside.directory.now().members[made.by as Id]?.certificate.sign
  if (first === undefined || !(await verifySignature(first, statementBytes(core.inside.desk, wireOf(statement)), signature)))
    return no("bad-signature", "The signature under this statement does not hold.")
  const done = await acted(core, "sign-statement", { entry, signature: await signed(core, wireOf(statement)) }, saw)
  if (!done.ok) return done
  const told = await tellStatement(core, statement.what)
  return told.ok ? done : told
}

/** By one member alone: the register first, then everybody. */
export async function withdrawStatement(core: Core, of: StatementSubject): Promise<Result<Acted>> {
  const statement = { what: "withdrawn" as const, of, number: lastStatementNumber(core.register.folded().state, of) + 1, on: today(core) }
  const { number, on } = statement
  const done = await acted(core, "withdraw-statement", { of, number, on, signature: await signed(core, statement) })
  if (!done.ok) return done
  const told = await tellStatement(core, of)
  return told.ok ? done : told
}

/** Tells the server what stands about something, or that it was taken back; for whoever finds that it does not show it. */
export async function tellStatement(core: Core, about: StatementSubject): Promise<Result<null>> {
  const said = lastWord(core, about)
  if (said === null) return ok(null)
  return core.inside.api.tell("PUT", "/api/statements", said)
}

function lastWord(core: Core, about: StatementSubject): SignedStatement | null {
  const { state } = core.register.folded()
  const signer = (member: string, signature: string) => {
    const { signer: certificate, approvals } = credentialsOf(core, member as Id)
    return { member: certificate, approvals: [...approvals], signature }
  }
  const standing = standingStatement(state, about)
  if (standing !== null) {
    const { proposed, signed: second } = standing
    return {
      statement: wireOf(proposed.statement),
      signers: [signer(proposed.made.by, proposed.signature), signer(second.made.by, second.signature)],
    }
  }
  const taken = state.statementWithdrawals?.findLast((row) => row.of === about)
  if (taken === undefined) return null
  const { of, number, on, made, signature } = taken
  return { statement: { what: "withdrawn", of, number, on }, signers: [signer(made.by, signature)] }
}

/** What everybody is shown now, checked as whoever has no directory checks it; null without an answer. */
async function shownNow(core: Core): Promise<readonly Statement[] | null> {
  const [papers, told] = [await core.inside.api.desk(), await core.inside.api.ask(Statements, "/statements.json")]
  return papers.ok && told.ok ? statementsOn(today(core), papers.value, told.value.statements) : null
}

export async function statementView(core: Core): Promise<StatementView> {
  const { state } = core.register.folded()
  const day = today(core)
  const who = (member: string) => ({ member, name: core.nameOf(member), mine: core.isMe(member) })
  const shown = await shownNow(core)
  const standing = statementSubjects.flatMap((about) => standingStatement(state, about) ?? [])
  const help = core.env.programme.selfHelp
  const read = standing.find(
    ({ proposed: { statement } }) =>
      statement.what === "self-help" && statement.read === stepsHash(core) && selfHelpHolds(statement.on, day),
  )
  return {
    head: core.register.head(),
    standing: standing.map(({ proposed: { statement, made }, signed: second }) => ({
      statement,
      by: who(made.by),
      signedBy: who(second.made.by),
      at: second.made.at,
      over: statement.until < day,
      shown: shown === null ? null : shown.some((one) => one.what === statement.what && one.number === statement.number),
    })),
    waiting: waitingStatements(state).map(({ statement, signature, made }) => ({
      entry: made.hash,
      seq: made.seq,
      statement,
      by: who(made.by),
      at: made.at,
      refused: core.register.may("sign-statement", { entry: made.hash, signature })?.error ?? null,
    })),
    steps:
      help === undefined
        ? null
        : {
            texts: help.texts,
            sources: help.sources,
            readOn: read?.proposed.statement.on ?? (selfHelpHolds(help.reviewedOn, day) ? help.reviewedOn : null),
          },
  }
}
