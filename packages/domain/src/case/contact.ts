// After a removal to Russia nobody writes first: a message from the desk can be found on a phone at the airport. Answering is
// possible when the message answered came from a mailbox that names her and was stored after the removal was recorded.
import { type Refusal, refusal } from "../refusal.ts"
import type { MessageRef } from "./fields.ts"
import type { CaseState } from "./state.ts"

export function contactLock(state: CaseState, people: readonly string[] | "anyone", repliesTo: MessageRef | undefined): Refusal | null {
  const removals = state.removals.filter((row) => row.to === "RU" && (people === "anyone" || people.includes(row.person)))
  if (removals.length === 0) return null
  if (repliesTo === undefined) return refusal("no-contact-after-removal", "/repliesTo")
  for (const removal of removals) {
    const names = state.requests.some((row) => row.ask === repliesTo.ask && row.people.some((one) => one.person === removal.person))
    if (!names) return refusal("no-contact-after-removal", "/repliesTo/ask")
    // A mailbox joined only after the removal: nobody here had written to it, and its own first message is what is answered.
    const stood = removal.mailboxes.find((guard) => guard.stream === repliesTo.ask)?.seq ?? 0
    if (repliesTo.seq <= stood) return refusal("message-before-removal", "/repliesTo/seq")
  }
  return null
}
