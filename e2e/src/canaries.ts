// Words that stand nowhere else, put into every text that a member or an asker writes: whoever finds one of them in what a server
// keeps or sees has found a text that was not sealed.
import type { FileSource, Vault } from "@safe-conduct/client/member"

/** What every canary of a script begins with: found, it is a find of all that begin so. */
export const stems = { ru: "Щъюфдырзык", en: "Qzvxkwytrop", fr: "Çqéxœwînvaï" } as const

export interface Canaries {
  /** Every canary that was put somewhere, and into which call. */
  readonly used: ReadonlyMap<string, string>
  /** The same value with a canary behind every text in it. */
  salt<T>(value: T, where: string): T
  file(source: FileSource, where: string): FileSource
}

const LETTERS = { ru: "абвгдежзиклмнопрстуфхцчш", en: "abcdefghijklmnopqrstuvwxyz", fr: "abcdéfghijklmnopqrstûvwxyè" } as const
const cyrillic = /[а-яё]/i
/** Ids, hashes, dates, codes and names of choices are no texts; whatever has a space, a capital or Cyrillic in it is. */
const isText = (value: string): boolean =>
  /\s|[а-яё]/i.test(value) ? !/^\d{4}-\d{2}-\d{2}/.test(value) : /^\p{Lu}\p{Ll}/u.test(value) && !value.includes("/")

export function newCanaries(): Canaries {
  const used = new Map<string, string>()
  function next(script: keyof typeof stems, where: string): string {
    let n = used.size
    let ending = ""
    for (let place = 0; place < 3; place++) {
      ending += LETTERS[script][n % 24]
      n = Math.floor(n / 24)
    }
    const word = stems[script] + ending
    used.set(word, where)
    return word
  }
  function salt<T>(value: T, where: string): T {
    if (typeof value === "string") {
      if (!isText(value)) return value
      const script = cyrillic.test(value) ? "ru" : used.size % 2 === 0 ? "en" : "fr"
      return `${value} ${next(script, where)}` as T
    }
    if (Array.isArray(value)) return value.map((inner: unknown) => salt(inner, where)) as T
    if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, salt(inner, `${where}.${name}`)])) as T
  }
  return {
    used,
    salt,
    file(source, where) {
      const tail = new TextEncoder().encode(` ${next("ru", `${where}.content`)} ${next("en", `${where}.content`)}`)
      const size = source.size + tail.length
      return {
        ...source,
        name: `${next("fr", `${where}.name`)}-${source.name}`,
        size,
        async read(from, to) {
          const own = from < source.size ? await source.read(from, Math.min(to, source.size)) : new Uint8Array(0)
          const rest = to > source.size ? tail.subarray(Math.max(0, from - source.size), to - source.size) : new Uint8Array(0)
          const all = new Uint8Array(own.length + rest.length)
          all.set(own)
          all.set(rest, own.length)
          return all
        },
      }
    },
  }
}

const isFile = (value: unknown): value is FileSource => typeof value === "object" && value !== null && "read" in value && "size" in value
const writing: ReadonlySet<PropertyKey> = new Set(
  [
    ["act", "actAll", "newCase", "reply", "attach", "recommend", "triage", "strike", "keep", "actRegister", "nameMember"],
    ["actCompartment", "newProposal", "dropCandidate", "recordSent", "recordAnswer", "recall", "withdrawLetter", "filePaper"],
  ].flat(),
)

/** The same vault; whatever text its member writes carries a canary. Where the law takes the text only as it is, it goes as it is. */
export function salted(vault: Vault, canaries: Canaries): Vault {
  return new Proxy(vault, {
    get(target, name: string) {
      const method = (target as unknown as Readonly<Record<string, unknown>>)[name] as (
        ...given: readonly unknown[]
      ) => Promise<{ readonly ok: boolean }>
      if (!writing.has(name)) return typeof method === "function" ? method.bind(target) : method
      return async (...given: readonly unknown[]) => {
        const does =
          name === "act" || name === "actRegister" || name === "actCompartment"
            ? `${name}:${String(given.find((one) => typeof one === "string" && one.includes("-")))}`
            : name
        const words = given.map((one) => (isFile(one) ? canaries.file(one, does) : salting(canaries, one, does)))
        const done = await method.apply(target, words)
        return done.ok ? done : method.apply(target, given as unknown[])
      }
    },
  })
}

/** Of several acts each is told by its own name. */
const salting = (canaries: Canaries, value: unknown, where: string): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && "does" in one)
    ? value.map((one: { readonly does: string; readonly input: unknown }) => ({ ...one, input: canaries.salt(one.input, one.does) }))
    : canaries.salt(value, where)
