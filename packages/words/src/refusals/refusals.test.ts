// No refusal without a sentence: the sources are read for every code they can refuse with, and each must be said in three languages.
import { globSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { sentences as en } from "./en.ts"
import { sentences as fr } from "./fr.ts"
import { type Sentences, sentenceOf } from "./index.ts"
import { sentences as ru } from "./ru.ts"

const codeShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const makers = /(?<![.\w])(?:refusal|refuse|no|refused|because|deny|wrong|problem)\(/g
const messages =
  /v\.(?:check|regex|minLength|maxLength|minValue|maxValue|startsWith|integer|nonEmpty|length|rawCheck|partialCheck|literal|picklist|union|custom)\(/g

/** The arguments of a call that opens at `from`, split at its own commas; strings, brackets and templates are stepped over whole. */
function argumentsAt(text: string, from: number): readonly string[] {
  const found: string[] = []
  let depth = 0
  let start = from
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string
    if (char === '"' || char === "`") {
      at++
      while (at < text.length && text[at] !== char) at += text[at] === "\\" ? 2 : 1
    } else if (char === "/" && text[at - 1] === "(") {
      at++
      while (at < text.length && text[at] !== "/") at += text[at] === "\\" ? 2 : 1
    } else if ("([{".includes(char)) depth++
    else if (")]}".includes(char)) {
      if (depth === 0) return [...found, text.slice(start, at)]
      depth--
    } else if (char === "," && depth === 0) {
      found.push(text.slice(start, at))
      start = at + 1
    }
  }
  return found
}
const strings = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"\\\n]*)"/g)].map((match) => match[1] as string).filter((one) => codeShape.test(one))
/** What an expression may yield: not what it compares with or looks up. */
const yielded = (text: string): readonly string[] => strings(text.replace(/[=!]==?\s*"[^"]*"/g, "").replace(/\w+\(\s*"[^"]*"[^)]*\)/g, ""))

function codesOf(path: string): readonly string[] {
  const text = readFileSync(path, "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "")
  const codes: string[] = []
  for (const match of text.matchAll(makers)) codes.push(...yielded(argumentsAt(text, match.index + match[0].length)[0] ?? ""))
  for (const match of text.matchAll(messages)) {
    const given = argumentsAt(text, match.index + match[0].length)
    const last = given.length > 1 ? (given.at(-1) ?? "").trim() : ""
    if (/^"[^"]*"$/.test(last)) codes.push(...strings(last))
  }
  for (const match of text.matchAll(/\berror: "([a-z0-9-]+)"/g)) codes.push(match[1] as string)
  return codes
}

const places = new Map<string, string>()
for (const path of globSync("packages/{domain,client,server,wire,sealing}/src/**/*.ts").filter(
  (one) => !/\.test\.ts$|\/testing\//.test(one),
))
  for (const code of codesOf(path)) if (!places.has(code)) places.set(code, path)

test("the sources were read", () => {
  expect(places.size).toBeGreaterThan(200)
  for (const known of ["same-member", "wrong-passphrase", "not-head", "a-number-too-short", "name-missing"])
    expect(places.has(known)).toBe(true)
})

describe.each([
  ["en", en],
  ["fr", fr],
  ["ru", ru],
] as const)("%s", (_language, sentences: Sentences) => {
  test("every code that can be refused with has a sentence", () => {
    expect([...places].filter(([code]) => !Object.hasOwn(sentences, code)).map(([code, path]) => `${code} in ${path}`)).toEqual([])
  })
  test("a sentence is one: it ends, it does not shout, and it needs no figure to be read", () => {
    for (const [code, sentence] of Object.entries(sentences)) {
      const text = typeof sentence === "string" ? sentence : sentence({})
      expect(text, code).toMatch(/^[^!]{8,}[.?]$/)
      expect(text, code).not.toContain("undefined")
    }
  })
  test("an unknown code still says that nothing was done, and names itself", () => {
    expect(sentenceOf(sentences, { error: "never-heard-of" })).toContain("never-heard-of")
  })
})

test("the three languages know the same codes", () => {
  const keys = (sentences: Sentences) => Object.keys(sentences).sort()
  expect(keys(fr)).toEqual(keys(en))
  expect(keys(ru)).toEqual(keys(en))
})
