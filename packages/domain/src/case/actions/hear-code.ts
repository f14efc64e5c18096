// What came by code is laid into the case by the first member who sees it. It changes nothing by being heard, whatever it asks, but for
// a consent taken back: that halts from here on, until a yes is recorded anew.
import * as v from "valibot"
import { ChangeContactBody, CorrectBody, ForgetMeBody, WithdrawConsentBody } from "../../request/message.ts"
import { madeOf } from "../../stream/action.ts"
import { Hash } from "../../stream/line.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { codeWishOf } from "../code.ts"
import { MessageRef, Moment } from "../fields.ts"

export const HearCode = v.strictObject({
  ...MessageRef.entries,
  /** Of the entry in the mailbox. */
  hash: Hash,
  /** The hour in which the server stored it. */
  stored: Moment,
  wish: v.variant("kind", [
    v.omit(WithdrawConsentBody, ["v"]),
    v.omit(ChangeContactBody, ["v"]),
    v.omit(ForgetMeBody, ["v"]),
    v.omit(CorrectBody, ["v"]),
  ]),
})
export type HearCode = v.InferOutput<typeof HearCode>

export const hearCode = action({
  does: "hear-code",
  v: 1,
  input: HearCode,
  offer: onceOpened,
  refuse: (state, input) =>
    !state.requests.some((row) => row.ask === input.ask)
      ? refusal("request-not-joined", "/ask")
      : codeWishOf(state, input) !== null
        ? refusal("already-recorded", "/seq")
        : null,
  apply: (state, input, ctx) => ({ ...state, codeWishes: [...(state.codeWishes ?? []), { ...input, made: madeOf(ctx) }] }),
})
