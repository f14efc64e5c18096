// A file or a statement becomes evidence: of which claims, from what kind of source, of which origin, how surely genuine and about her.
import * as v from "valibot"
import { Authenticity, Identity, Source } from "../../evidence/item.ts"
import { Id, StreamId } from "../../stream/line.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"
import { Text, words } from "../fields.ts"
import { unknownClaims } from "../find.ts"

export const assessment = {
  source: Source,
  /** The independence group: reposts of one text share one. Blank when nobody knows. */
  origin: v.pipe(v.string(), v.maxLength(200, "too-long")),
  authenticity: Authenticity,
  identity: Identity,
  contrary: v.optional(v.boolean(), false),
  dated: v.optional(PlainDate),
  note: v.optional(words(4_000)),
} as const

export const BindEvidence = v.pipe(
  v.strictObject({
    evidence: Id,
    file: v.optional(StreamId),
    statement: v.optional(Text),
    claims: v.pipe(v.array(Id), v.minLength(1, "claim-missing"), v.maxLength(200, "too-many")),
    ...assessment,
  }),
  v.check((input) => (input.file === undefined) !== (input.statement === undefined), "file-or-statement"),
)
export type BindEvidence = v.InferOutput<typeof BindEvidence>

export const bindEvidence = action({
  does: "bind-evidence",
  v: 1,
  input: BindEvidence,
  refuse: (state, input) =>
    state.evidence.some((row) => row.evidence === input.evidence)
      ? refusal("evidence-known", "/evidence")
      : input.file !== undefined && !state.files.some((row) => row.file.id === input.file)
        ? refusal("unknown-file", "/file")
        : unknownClaims(state, input.claims),
  apply: (state, input, ctx) => addRow(state, "evidence", input, ctx),
})
