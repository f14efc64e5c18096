// What a mailbox's code asked, as its messages say it; and whether others may have heard its words.
import type { CodeWish } from "@safe-conduct/domain/case"
import { type Id, startOfHour } from "@safe-conduct/wire"
import type { Core } from "./core.ts"
import type { Mail } from "./mail.ts"

export interface Heard {
  readonly seq: number
  readonly hash: string
  readonly stored: number
  /** Null: she says that her words were said over a telephone. */
  readonly wish: CodeWish["wish"] | null
}

export function heardIn(mail: Mail): readonly Heard[] {
  return mail.entries.flatMap(({ seq, hash, hour, body }): readonly Heard[] => {
    if (body?.known !== true || body.body.kind === "request" || body.body.kind === "message") return []
    const stored = startOfHour(hour)
    if (body.body.kind === "spoken") return [{ seq, hash, stored, wish: null }]
    const { v: _version, ...wish } = body.body
    return [{ seq, hash, stored, wish }]
  })
}

export const saidToBeSpoken = (mail: Mail): number | undefined => heardIn(mail).find((one) => one.wish === null)?.seq

/** Whether answers go there in fixed sentences alone, by anybody's word. */
export function spokenHere(core: Core, mail: Mail, stream: Id | null): boolean {
  const known = (rows: readonly { readonly ask: string }[] | undefined): boolean => rows?.some((row) => row.ask === mail.ask) === true
  return (
    saidToBeSpoken(mail) !== undefined ||
    known(core.register.folded().state.spokenCodes) ||
    (stream !== null && known(core.caseBook(stream).folded().state.spokenCodes))
  )
}
