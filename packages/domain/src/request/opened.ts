// What a member sees of a body that was opened. Nothing sealed is ever lost: what this build does not know is shown as it came.
import * as v from "valibot"
import { AskBody } from "./message.ts"

export type OpenedAsk =
  | { readonly known: true; readonly body: AskBody }
  | { readonly known: false; readonly kind: string; readonly rows: readonly RawRow[] }

/** One value with the way to it, for showing as text. */
export interface RawRow {
  readonly at: string
  readonly text: string
}

/** Reads an opened body. A later version, an unknown key or a broken field turns it into rows of text. */
export function openAsk(plain: unknown): OpenedAsk {
  const parsed = v.safeParse(AskBody, plain)
  if (parsed.success) return { known: true, body: parsed.output }
  const kind = typeof plain === "object" && plain !== null ? (plain as { kind?: unknown }).kind : undefined
  return { known: false, kind: typeof kind === "string" ? kind : "", rows: rawRows(plain) }
}

// Secrets of files are not text to read; a file of an unknown manifest is still listed by its name.
const hidden = /\/secret$/

/** Every leaf with its JSON pointer, in order. Depth is bounded: a body made to exhaust the reader is cut, and says so. */
export function rawRows(value: unknown, at = "", depth = 0): RawRow[] {
  if (value === null || typeof value !== "object") return hidden.test(at) ? [] : [{ at, text: String(value) }]
  if (depth > 40) return [{ at, text: "…" }]
  const entries = Array.isArray(value) ? value.map((inner, i) => [String(i), inner] as const) : Object.entries(value)
  return entries.flatMap(([key, inner]) => rawRows(inner, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, depth + 1))
}
