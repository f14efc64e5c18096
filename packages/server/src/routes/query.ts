// The few numbers that addresses carry.
import * as v from "valibot"

export const Whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/, "not a number"), v.transform(Number))

export const From = v.object({ from: v.optional(Whole, "0"), limit: v.optional(v.pipe(Whole, v.minValue(1))) })
export const Cursor = v.object({ since: v.optional(Whole, "0") })
export const Before = v.object({
  before: v.optional(Whole, "9".repeat(15)),
  limit: v.optional(v.pipe(Whole, v.minValue(1))),
})
