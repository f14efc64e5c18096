// Standard input as JSON: one value, or one a line. Nothing is written before every line was read and answered.
import type { Host } from "./command.ts"
import { type Refusal, refuse } from "./refusal.ts"

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export interface Line {
  /** From 1, blank lines counted. */
  readonly line: number
  readonly text: string
  readonly value: unknown
}

function decode(bytes: Uint8Array): Read<string> {
  try {
    // The decoder drops a byte order mark by itself.
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, refusal: refuse("not-utf8", "The input is not UTF-8 text.") }
  }
}

function parse(text: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, refusal: refuse("not-json", "This is not JSON.") }
  }
}

export async function readJson(host: Host): Promise<Read<unknown>> {
  const text = decode(await host.input())
  return text.ok ? parse(text.value) : text
}

/** Every line that is not blank. */
export async function readLines(host: Host): Promise<Read<readonly Line[]>> {
  const text = decode(await host.input())
  if (!text.ok) return text
  const lines: Line[] = []
  for (const [n, row] of text.value.split("\n").entries()) {
    if (row.trim() === "") continue
    const parsed = parse(row)
    if (!parsed.ok) return { ok: false, refusal: { ...parsed.refusal, line: n + 1 } }
    lines.push({ line: n + 1, text: row.trim(), value: parsed.value })
  }
  return { ok: true, value: lines }
}

/** One answer a line, in order; all of them or none. */
export async function answerLines(host: Host, answer: (given: unknown) => Read<unknown>): Promise<Refusal | null> {
  const lines = await readLines(host)
  if (!lines.ok) return lines.refusal
  const rows: string[] = []
  for (const { line, value } of lines.value) {
    const answered = answer(value)
    if (!answered.ok) return { ...answered.refusal, line }
    rows.push(`${JSON.stringify(answered.value)}\n`)
  }
  await host.out(rows.join(""))
  return null
}
