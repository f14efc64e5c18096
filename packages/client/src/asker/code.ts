// The thirteen words on this side: a fresh code, a folder's child codes, and words read back with what was repaired.
import { childCode, codeKeys, newCode as drawCode } from "@safe-conduct/sealing/seal"
import { type Language, LANGUAGES, type RepairedWord, codeFromBytes, loadWords, read, toBytes, toWords } from "@safe-conduct/sealing/code"
import type { Id } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import type { Desk, NewCode } from "./asker-port.ts"
import { met } from "./connect.ts"

export type { Language as CodeLanguage, RepairedWord }

export async function newCode(desk: Desk): Promise<NewCode> {
  const code = drawCode()
  return { code, locator: (await codeKeys(met(desk).id, code)).ask }
}

/** The code's thirteen words in one language. */
export const wordsOf = async (code: Uint8Array, language: Language): Promise<readonly string[]> =>
  toWords(codeFromBytes(code), await loadWords(language))

/** One code of a folder: the same folder and index always give the same one, which can be handed on alone. */
export async function childOf(desk: Desk, folder: Uint8Array, index: number): Promise<NewCode> {
  const id: Id = met(desk).id
  const code = childCode(id, folder, index)
  return { code, locator: (await codeKeys(id, code)).ask }
}

export interface ReadWords {
  readonly code: Uint8Array
  readonly language: Language
  /** Each must be shown and asked: a repaired word is a guess until its owner nods. */
  readonly repaired: readonly RepairedWord[]
}

/** Words as people write them. Lists of the languages are loaded as they are needed, all of them in the end. */
export async function readCode(text: string): Promise<Result<ReadWords>> {
  const lists = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => [language, await loadWords(language)] as const)))
  const got = read(text, lists)
  if (!got.ok) {
    const { reason, count, unknown, missing } = got.params
    // Places as people count them, so that a page can name the words and point at them.
    const places = (indexes: readonly number[]): string => indexes.map((index) => index + 1).join(", ")
    return no(got.error, got.message, {
      params: { reason, count, unknown: places(unknown.map(({ index }) => index)), missing: places(missing) },
    })
  }
  return ok({ code: toBytes(got.code), language: got.language, repaired: got.repaired })
}
