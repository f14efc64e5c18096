// A file kept with the case: out of a request, or a member's own scan.
import * as v from "valibot"
import { SealedFile } from "../../request/file.ts"
import { StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"

export const KeepFile = v.strictObject({
  file: SealedFile,
  from: v.union([v.literal("member"), v.strictObject({ ask: StreamId })]),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, "name-missing"), v.maxLength(255, "too-long")),
  caption: v.optional(v.pipe(v.string(), v.maxLength(500, "too-long"))),
})
export type KeepFile = v.InferOutput<typeof KeepFile>

export const keepFile = action({
  does: "keep-file",
  v: 1,
  input: KeepFile,
  refuse: (state, { file, from }) =>
    state.files.some((row) => row.file.id === file.id)
      ? refusal("file-known", "/file/id")
      : from !== "member" && !state.requests.some((row) => row.ask === from.ask)
        ? refusal("request-not-joined", "/from/ask")
        : null,
  apply: (state, input, ctx) => addRow(state, "files", input, ctx),
})
