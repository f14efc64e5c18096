// One shape of "no" for HTTP, the command line and forms: a code, one plain sentence, and where (JSON pointer).
import * as v from "valibot"

export const Refusal = v.object({ error: v.string(), message: v.string(), at: v.optional(v.string()) })
export type Refusal = v.InferOutput<typeof Refusal>

export const refuse = (error: string, message: string, at?: string): Refusal =>
  at === undefined ? { error, message } : { error, message, at }

/** The JSON pointer (RFC 6901) of a schema issue's path. */
export const pointer = (path: readonly { readonly key: unknown }[] | undefined): string =>
  (path ?? []).map((step) => `/${String(step.key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")

/** Reads a value by its schema, or says where and why it does not fit. */
export function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  error = "malformed",
): { readonly ok: true; readonly value: v.InferOutput<S> } | { readonly ok: false; readonly refusal: Refusal } {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const issue = result.issues[0]
  return { ok: false, refusal: refuse(error, issue.message, pointer(issue.path as readonly { key: unknown }[] | undefined)) }
}
