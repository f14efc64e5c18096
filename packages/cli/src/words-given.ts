// Secret words on standard input: arguments are seen by whoever lists this machine's processes.
import type { Host } from "./command.ts"
import { type Refusal, refuse } from "./refusal.ts"

/** The words in one line, or why not. */
export async function wordsFrom(
  host: Host,
): Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: Refusal }> {
  try {
    const words = new TextDecoder("utf-8", { fatal: true }).decode(await host.input()).trim()
    return words === "" ? { ok: false, refusal: refuse("no-words", "There are no words on standard input.") } : { ok: true, value: words }
  } catch {
    return { ok: false, refusal: refuse("not-utf8", "The input is not UTF-8 text.") }
  }
}
