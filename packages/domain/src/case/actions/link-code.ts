// She lost her words and asked anew. One member, having called somebody by a way that was recorded before the new request came, proposes
// that it takes the earlier one's place; a second signs. From then on the earlier mailbox hears one fixed sentence and nothing more.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { pathsOf, replacedBy } from "../code.ts"
import { Moment, Saw, Short } from "../fields.ts"

export const LinkCode = v.strictObject({
  old: StreamId,
  new: StreamId,
  /** The entry that recorded the way by which she was called. */
  path: Hash,
  /** Who was spoken with. */
  by: Short,
  on: Moment,
  saw: Saw,
})
export type LinkCode = v.InferOutput<typeof LinkCode>

export const linkCode = action({
  does: "link-code",
  v: 1,
  kind: "judgement",
  input: LinkCode,
  offer: onceOpened,
  refuse: (state, input) => {
    const at = (ask: string) => state.requests.find((row) => row.ask === ask)?.made.seq
    const [earlier, later] = [at(input.old), at(input.new)]
    if (earlier === undefined) return refusal("request-not-joined", "/old")
    if (later === undefined) return refusal("request-not-joined", "/new")
    if (later <= earlier) return refusal("not-the-later-request", "/new")
    if (replacedBy(state, input.old) !== null) return refusal("code-replaced", "/old")
    if (replacedBy(state, input.new) !== null) return refusal("code-replaced", "/new")
    return pathsOf(state, input.old, later).some((path) => path.entry === input.path) ? null : refusal("path-not-recorded-before", "/path")
  },
  apply: (state, input, ctx) => ({ ...state, codeLinks: [...(state.codeLinks ?? []), { ...input, made: madeOf(ctx) }] }),
})
