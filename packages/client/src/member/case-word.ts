// The word for callers: two ordinary words, in the language that those who ring speak, and the same in no other case that is known here.
import { loadWords } from "@safe-conduct/sealing/code"
import { randomBytes } from "@safe-conduct/sealing/verify"
import type { Result } from "../result.ts"
import { actCase, one } from "./cases.ts"
import type { Core } from "./core.ts"
import type { Acted } from "./vault-port.ts"

export async function giveCaseWord(core: Core, stream: string): Promise<Result<Acted>> {
  const list = await loadWords("ru")
  const taken = new Set(core.cards.all().map(({ facts }) => facts.word))
  let word = drawn(list)
  while (taken.has(word)) word = drawn(list)
  return one(await actCase(core, stream, [{ does: "give-case-word", input: { word } }]))
}

/** 2,048 words: eleven bits name one without favour. */
function drawn(list: readonly string[]): string {
  const bits = new DataView(randomBytes(4).buffer).getUint32(0)
  return `${list[bits & 2047]} ${list[(bits >>> 11) & 2047]}`
}
