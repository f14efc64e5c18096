// A reply, first said here by a member and then sealed to the asker: an answer in her mailbox without this entry shows red.
import * as v from "valibot"
import type { Refusal } from "../../refusal.ts"
import { MailboxStatus } from "../../request/message.ts"
import { Phrase } from "../../request/phrase.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { action, addRow, onceOpened, refusal } from "../action.ts"
import { isSpoken, replacedBy } from "../code.ts"
import { contactLock } from "../contact.ts"
import { MessageRef } from "../fields.ts"
import type { CaseState } from "../state.ts"

export const AnswerRequest = v.strictObject({
  ask: StreamId,
  /** Empty where only the status changes, and where a fixed sentence says it. */
  text: v.pipe(v.string(), v.maxLength(20_000, "too-long")),
  /** Of the sealed bytes that go into the mailbox. */
  sealedHash: Hash,
  phrase: v.optional(Phrase),
  status: v.optional(MailboxStatus),
  /** The asker's last message that was read before answering. */
  repliesTo: v.optional(MessageRef),
})
export type AnswerRequest = v.InferOutput<typeof AnswerRequest>

/** Into a mailbox whose words others may have, and into one that was replaced, goes nothing that a member worded. */
function wordingRefusal(state: CaseState, { ask, text, phrase, status }: AnswerRequest): Refusal | null {
  const replaced = replacedBy(state, ask) !== null
  if (phrase !== undefined && text !== "") return refusal("phrase-stands-alone", "/text")
  if (phrase === "code-replaced") return replaced && status === undefined ? null : refusal("code-not-replaced", "/phrase")
  if (replaced) return refusal("code-replaced", "/ask")
  return isSpoken(state, ask) && text !== "" ? refusal("spoken-code", "/text") : null
}

export const answerRequest = action({
  does: "answer-request",
  v: 1,
  input: AnswerRequest,
  offer: onceOpened,
  refuse: (state, input) => {
    const joined = state.requests.find((row) => row.ask === input.ask)
    if (joined === undefined) return refusal("request-not-joined", "/ask")
    if (input.repliesTo !== undefined && input.repliesTo.ask !== input.ask) return refusal("reply-to-another-mailbox", "/repliesTo/ask")
    const no = wordingRefusal(state, input)
    if (no !== null) return no
    return contactLock(
      state,
      joined.people.map((one) => one.person),
      input.repliesTo,
    )
  },
  apply: (state, input, ctx) => addRow(state, "answers", input, ctx),
})
