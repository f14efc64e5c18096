// Which code belongs to which request. With a journal a request is known again by its text, so the same file run twice, or a file
// that grew meanwhile, sends only what was never sent.
import { type Desk, childOf, newCode } from "@safe-conduct/client/asker"
import { hashOf } from "@safe-conduct/sealing/verify"
import { fromHex, toHex, utf8 } from "@safe-conduct/wire"
import type { FileJournal } from "./journal.ts"

export interface Ledger {
  /** The code of a request by its text; the second same text of a run is another request. */
  codeFor(text: string): Promise<{ readonly code: Uint8Array; readonly index: number | null }>
}

interface Kept {
  readonly code: string
  readonly index: number | null
}

/** `folder`: codes are children of this one, from place `from` on, or behind the last that the journal knows. */
export async function openLedger(desk: Desk, journal: FileJournal | undefined, folder: Uint8Array | null, from: number): Promise<Ledger> {
  const seen = new Map<string, number>()
  let next = from
  for (const name of journal?.names("code/") ?? []) {
    const { index } = JSON.parse((await journal?.get(name)) as string) as Kept
    if (index !== null && index >= next) next = index + 1
  }
  return {
    async codeFor(text) {
      const hash = hashOf(utf8(text))
      const nth = (seen.get(hash) ?? 0) + 1
      seen.set(hash, nth)
      const name = `code/${hash}/${nth}`
      const kept = await journal?.get(name)
      if (typeof kept === "string") {
        const { code, index } = JSON.parse(kept) as Kept
        return { code: fromHex(code), index }
      }
      const index = folder === null ? null : next++
      const { code } = folder === null || index === null ? await newCode(desk) : await childOf(desk, folder, index)
      await journal?.put(name, JSON.stringify({ code: toHex(code), index } satisfies Kept))
      return { code, index }
    },
  }
}
