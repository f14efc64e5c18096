// A value under a name: a saved view, a draft, a preference. Null throws it away.
import * as v from "valibot"
import { action, addRow } from "../action.ts"

const longest = 64_000

export const Keep = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9:/_-]{0,99}$/, "name-malformed")),
  value: v.pipe(
    v.unknown(),
    v.check((value) => (JSON.stringify(value) ?? "").length <= longest, "too-long"),
  ),
})
export type Keep = v.InferOutput<typeof Keep>

export const keep = action({
  does: "keep",
  v: 1,
  input: Keep,
  apply: (state, input, ctx) => {
    const others = { ...state, kept: state.kept.filter((row) => row.name !== input.name) }
    return input.value === null ? others : addRow(others, "kept", input, ctx)
  },
})
