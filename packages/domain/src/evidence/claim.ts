// A claim is one activity that can be shown to have happened: what, when, by this person. An activity of a request becomes one.
import * as v from "valibot"
import { ActivityKind } from "../request/step.ts"

export const ClaimKind = ActivityKind
export type ClaimKind = v.InferOutput<typeof ClaimKind>

export const Id = v.pipe(v.string(), v.minLength(1, "id-missing"), v.maxLength(100, "too-long"))

export const Claim = v.strictObject({
  id: Id,
  /** Kept open: an unknown kind is judged by the general rule. */
  kind: v.optional(v.pipe(v.string(), v.maxLength(100, "too-long"))),
  what: v.optional(v.pipe(v.string(), v.maxLength(20_000, "too-long"))),
  when: v.optional(v.pipe(v.string(), v.maxLength(100, "too-long"))),
})
export type Claim = v.InferOutput<typeof Claim>
