// A reply, first said here by a member and then sealed to the asker: an answer in her mailbox without this entry shows red.
import * as v from "valibot"
import { MailboxStatus } from "../../request/message.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { action, addRow, onceOpened, refusal } from "../action.ts"
import { contactLock } from "../contact.ts"
import { MessageRef } from "../fields.ts"

export const AnswerRequest = v.strictObject({
  ask: StreamId,
  /** Empty where only the status changes. */
  text: v.pipe(v.string(), v.maxLength(20_000, "too-long")),
  /** Of the sealed bytes that go into the mailbox. */
  sealedHash: Hash,
  status: v.optional(MailboxStatus),
  /** The asker's last message that was read before answering. */
  repliesTo: v.optional(MessageRef),
})
export type AnswerRequest = v.InferOutput<typeof AnswerRequest>

export const answerRequest = action({
  does: "answer-request",
  v: 1,
  input: AnswerRequest,
  offer: onceOpened,
  refuse: (state, input) => {
    const joined = state.requests.find((row) => row.ask === input.ask)
    if (joined === undefined) return refusal("request-not-joined", "/ask")
    if (input.repliesTo !== undefined && input.repliesTo.ask !== input.ask) return refusal("reply-to-another-mailbox", "/repliesTo/ask")
    return contactLock(
      state,
      joined.people.map((one) => one.person),
      input.repliesTo,
    )
  },
  apply: (state, input, ctx) => addRow(state, "answers", input, ctx),
})
