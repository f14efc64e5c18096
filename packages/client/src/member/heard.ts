// What came by code is laid into its case by the first member whose vault sees it, and changes nothing there: but a consent taken back
// halts from that line on and leaves a task, and words that others may have heard bind every answer that follows.
import type { CaseState } from "@safe-conduct/domain/case"
import type { Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Act } from "./book.ts"
import { ensure } from "./cases.ts"
import type { Core } from "./core.ts"
import type { Mail } from "./mail.ts"
import { heardIn, saidToBeSpoken, spokenHere } from "./spoken.ts"
import { joinedTo } from "./tray.ts"

function actsOf(core: Core, stream: Id, state: CaseState, mail: Mail): readonly Act[] {
  const { ask } = mail
  const day = new Date(core.env.now()).toISOString().slice(0, 10)
  const wishes = heardIn(mail).flatMap(({ seq, hash, stored, wish }): readonly Act[] => {
    if (wish === null || state.codeWishes?.some((row) => row.ask === ask && row.seq === seq)) return []
    const hear: Act = { does: "hear-code", input: { ask, seq, hash, stored, wish } }
    if (wish.kind !== "withdraw-consent") return [hear]
    return [hear, { does: "add-task", input: { task: `code-${ask}-${seq}`, text: wish.kind, about: { ask, seq }, due: day } }]
  })
  const spoken = state.spokenCodes?.some((row) => row.ask === ask) === true
  if (spoken || !spokenHere(core, mail, stream)) return wishes
  const said = saidToBeSpoken(mail)
  return [...wishes, { does: "mark-spoken", input: { ask, ...(said === undefined ? {} : { said }) } }]
}

/** Before anything is said into a mailbox, and as soon as something is heard from it. */
export async function hear(core: Core, stream: Id, mail: Mail): Promise<Result<null>> {
  const ready = await ensure(core, stream)
  if (!ready.ok) return ready
  const book = ready.value
  for (let round = 0; round < 3; round++) {
    // In a closed case no task is made: whoever opens it again is told by what stands there.
    const acts = actsOf(core, stream, book.folded().state, mail).filter((act) => book.may(act.does, act.input) === null)
    if (acts.length === 0) return ok(null)
    const done = await book.act(acts)
    if (done.ok) {
      core.emit({ what: "case", stream })
      return ok(null)
    }
    // Another vault was first with the same lines: what is left is asked anew.
    if (done.refusal.error !== "already-recorded" && done.refusal.error !== "task-known") return done
  }
  return ok(null)
}

/** Before a yes is recorded: what was taken back earlier must stand before it, or it would seem to be taken back after. */
export async function hearCase(core: Core, stream: Id): Promise<Result<null>> {
  const ready = await ensure(core, stream)
  if (!ready.ok) return ready
  for (const { ask } of ready.value.folded().state.requests) {
    const mail = await core.mail.pull(ask as Id)
    const heard = mail.ok ? await hear(core, stream, mail.value) : mail
    if (!heard.ok && heard.refusal.error !== "no-mailbox") return heard
  }
  return ok(null)
}

/** All mailboxes of cases in which something was asked since their card was made. What cannot be written now is tried again. */
export async function hearAll(core: Core): Promise<void> {
  for (const mail of core.mail.all()) {
    const last = heardIn(mail).at(-1)?.seq
    if (last === undefined) continue
    const stream = joinedTo(core, mail.ask)
    const card = stream === null ? undefined : core.cards.get(stream)?.facts.asks.find((one) => one.ask === mail.ask)
    if (stream !== null && (card?.heard ?? 0) < last) await hear(core, stream, mail)
  }
}
