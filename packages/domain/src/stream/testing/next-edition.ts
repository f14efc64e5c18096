// A second edition as it would be made: one field renamed, one judgement made stricter. It exists in tests alone, to prove that what
// was judged under the first edition stays judged so, and that clients of both editions can live beside each other until they cannot.
import * as v from "valibot"
import { approve } from "../../case/actions/approve.ts"
import { WriteNote, writeNote } from "../../case/actions/write-note.ts"
import { action, addRow, type CaseEnv } from "../../case/action.ts"
import { caseKind } from "../../case/fold.ts"
import { editions } from "../../case/editions.ts"
import type { CaseState } from "../../case/state.ts"
import { refusal } from "../../refusal.ts"
import { earlier } from "../action.ts"
import { register } from "../registry.ts"

const { text, ...rest } = WriteNote.entries
const WriteNote2 = v.strictObject({ ...rest, body: text })

/** `text` is called `body` from version 2 on; what a note is in the state stays as it was. */
const writeNote2 = action({
  does: "write-note",
  v: 2,
  input: WriteNote2,
  earlier: [earlier(WriteNote, ({ text: body, ...more }) => ({ ...more, body }))],
  offer: writeNote.offer,
  refuse: (state, { body, ...more }, ctx) => writeNote.refuse(state, { ...more, text: body }, ctx),
  apply: (state, { body, ...more }, ctx) => addRow(state, "notes", { ...more, text: body }, ctx),
})

/** From edition 2 on whoever signs second must have seen the very last entry, whatever it was about. */
const approve2: typeof approve = {
  ...approve,
  refuse: (state, input, ctx) =>
    approve.refuse(state, input, ctx) ?? (ctx.edition >= 2 && input.saw.seq !== ctx.seq - 1 ? refusal("saw-too-early", "/saw") : null),
}

export const nextCaseKind: typeof caseKind = {
  ...caseKind,
  actions: new Map([...caseKind.actions, ...register<CaseState, CaseEnv>({ writeNote2, approve2 })]),
  editions: { ...editions, 2: { ...editions[1], "write-note": 2 } },
}
