// Holds THREATS.md to the code: stored columns both ways, cited tests and files, and pages that promise no more than it does.
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { renderPages } from "./packages/portal/src/pages/prerender.tsx"
import { leaks, objectLeaks } from "./packages/server/src/store/schema.ts"
import { selfHelp } from "./programmes/russia-canada/src/self-help/index.ts"
import { pages as en } from "./packages/words/src/portal/en.pages.ts"
import { words as enForm } from "./packages/words/src/portal/en.ts"
import { pages as fr } from "./packages/words/src/portal/fr.pages.ts"
import { words as frForm } from "./packages/words/src/portal/fr.ts"
import { type Limit, limits } from "./packages/words/src/portal/pages.ts"
import { pages as ru } from "./packages/words/src/portal/ru.pages.ts"
import { words as ruForm } from "./packages/words/src/portal/ru.ts"

const threats = readFileSync("THREATS.md", "utf8")
const guides = globSync("docs/guides/*.md")

/** Rows of the two-column tables under a heading, as [name, sentence]. */
function budget(heading: string): Record<string, string> {
  const part = threats.split(/^### /m).find((one) => one.startsWith(`${heading}\n`)) ?? ""
  return Object.fromEntries([...part.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name, sentence]) => [name, sentence]))
}

describe("the leak budget", () => {
  test("lists exactly the tables that are stored", () => {
    const listed = [...threats.matchAll(/^### Table `(\w+)`$/gm)].map(([, name]) => name)
    expect(listed).toEqual(Object.keys(leaks))
  })
  test.each(Object.entries(leaks))("tells every column of %s in the schema's own sentence, and no other", (table, columns) => {
    expect(budget(`Table \`${table}\``)).toEqual(columns)
  })
  test("tells what objects show, and no more", () => expect(budget("Objects")).toEqual(objectLeaks))
})

interface Citation {
  readonly file: string
  readonly name: string
}
/** `[label](x.test.ts) *name*, *name*`. */
const citations = [...threats.matchAll(/\]\(([^)\s]+\.test\.ts)\)((?:,? \*[^*]+\*)+)/g)].flatMap(([, file, names]): Citation[] =>
  [...(names as string).matchAll(/\*([^*]+)\*/g)].map(([, name]) => ({ file: file as string, name: name as string })),
)

/** Whether a file holds a test of that name which runs: one that is skipped or still to be written proves nothing. */
function proves({ file, name }: Citation): boolean {
  if (!existsSync(file)) return false
  return readFileSync(file, "utf8")
    .split("\n")
    .some((line) => line.includes(`("${name}"`) && /\b(?:test|it)\b/.test(line) && !/\.(?:skip|todo|fails)\b/.test(line))
}

describe("the attacks", () => {
  test("are proved by tests that exist", () => {
    expect(citations.length).toBeGreaterThan(50)
    expect(citations.filter((one) => !proves(one))).toEqual([])
  })
  test("each name a proof, or say that there is none yet", () => {
    const rows = threats.split("\n").filter((line) => /^\| .+ \| .+ \| .+ \| .+ \|$/.test(line) && !line.startsWith("| attack"))
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter((row) => !/\.test\.ts\) \*/.test(row) && !row.includes("not yet tested"))).toEqual([])
  })
  test("a test that is named wrongly, or skipped, is noticed", () => {
    const [first] = citations as [Citation]
    expect(proves({ ...first, name: `${first.name} by magic` })).toBe(false)
    expect(proves({ ...first, file: "packages/nowhere.test.ts" })).toBe(false)
  })
})

describe("README, THREATS and the guides", () => {
  const screenshots = new Set([
    "docs/pictures/desk-today.png",
    "docs/pictures/portal-first-page.png",
    "docs/pictures/what-the-server-sees.png",
  ])
  test.each(["README.md", "THREATS.md", ...guides])("every file that %s points at is there", (page) => {
    const text = readFileSync(page, "utf8")
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(([, path]) => join(dirname(page), path as string))
    const spoken = [...text.matchAll(/`((?:packages|programmes|docs|scripts|test-vectors)\/[\w./-]+)`/g)].map(([, path]) => path as string)
    // What a build makes is there after it, and not before.
    const built = (path: string): boolean => path.includes("/dist/")
    expect([...linked, ...spoken].filter((path) => !existsSync(path) && !screenshots.has(path) && !built(path))).toEqual([])
  })
  test("README gives the two commands exactly", () => {
    const commands = readFileSync("README.md", "utf8").split("\n")
    expect(commands).toContain("npm start")
    expect(commands).toContain("npm test")
  })
})

/** Words that nobody can keep, in the languages of the pages. */
const overclaims: readonly RegExp[] = [
  /100[\s\u00a0\u202f]?%|\b100 percent\b/i,
  /unbreakable|unhackable|bulletproof|military.grade|bank.grade|completely (?:safe|secure|private)|zero risk/i,
  /anonym|аноним/i,
  /guarant|garanti|гарант/i,
  /inviolable|incassable|infaillible|qualité militaire|niveau militaire|totalement sûr|sans aucun risque/i,
  /невзламыва|взломать невозможно|нельзя взломать|военного уровня|абсолютн\S* (?:защи|безопас|надёжн)|полностью (?:безопас|защищ)/i,
]
const overclaimed = (text: string): string[] => overclaims.flatMap((claim) => claim.exec(text)?.[0] ?? [])

/** Every text of a language; functions are given plain values. */
function texts(of: unknown): string[] {
  if (typeof of === "string") return [of]
  if (typeof of === "function") return texts((of as (...given: unknown[]) => unknown)(3, "а", "б"))
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : []
}

describe("nothing is claimed that cannot be kept", () => {
  test.each([
    ["en", en, enForm],
    ["fr", fr, frForm],
    ["ru", ru, ruForm],
  ] as const)("by the portal's pages in %s", (_, pages, form) => {
    const all = [...texts(pages), ...texts(form)]
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((text) => overclaimed(text).length > 0)).toEqual([])
  })
  test.each(["README.md", ...guides])("by %s", (page) => expect(overclaimed(readFileSync(page, "utf8"))).toEqual([]))
  test("and the list knows such words when it meets them", () => {
    for (const said of [
      "It is 100 % safe.",
      "Military-grade sealing",
      "Vous restez anonyme",
      "Мы гарантируем",
      "Взломать невозможно",
      "garantie",
    ])
      expect(overclaimed(said), said).toHaveLength(1)
  })
})

describe("what does not hold", () => {
  /** How THREATS.md begins its own paragraph on it, and the words without which the page would not have said it. */
  const said: Readonly<Record<Limit, { readonly threats: string; readonly en: RegExp; readonly fr: RegExp; readonly ru: RegExp }>> = {
    altered: {
      threats: "A live server that serves altered code to one person who does not check.",
      en: /running server and alters this very page.+to you alone.+verify-site.+safe-conduct desk/,
      fr: /serveur en marche et modifierait cette page.+qu’à vous.+verify-site.+safe-conduct desk/,
      ru: /работающий сервер и подменит саму страницу.+вам одному.+verify-site.+safe-conduct desk/,
    },
    device: { threats: "Phones and laptops.", en: /malware/, fr: /logiciel espion/, ru: /вредоносная программа/ },
    watchers: { threats: "Who watches the line.", en: /visited this address/, fr: /visité cette adresse/, ru: /заходили на этот адрес/ },
    coerced: {
      threats: "Members who are coerced, ordered by a court, or disloyal.",
      en: /court.+forced.+betray/,
      fr: /tribunal.+contraint.+trahir/,
      ru: /Суд.+заставить.+предать/,
    },
    trustees: {
      threats: "Trustees.",
      en: /five people.+Three of them/,
      fr: /cinq personnes.+Trois d’entre elles/,
      ru: /пятью людьми.+Трое из них/,
    },
    withheld: { threats: "Withholding.", en: /hold it back.+all of us/, fr: /retenir.+nous tous/, ru: /скрыть.+всех нас/ },
    noScript: { threats: "A browser without script", en: /without JavaScript/, fr: /sans JavaScript/, ru: /без JavaScript/ },
  }
  const part = threats.split(/^## /m).find((one) => one.startsWith("What does not hold\n")) ?? ""

  test.each(limits)("%s: THREATS and the page on safety say it, in three languages", (limit) => {
    const { threats: heading, ...words } = said[limit]
    expect(part).toContain(`\n**${heading}`)
    for (const [language, pages] of Object.entries({ en, fr, ru }))
      expect(pages.safety.limits.text[limit], language).toMatch(words[language as "en" | "fr" | "ru"])
  })
  test("the page on safety prints each of them", () => {
    for (const [language, pages] of Object.entries({ en, fr, ru })) {
      const { html } = renderPages({ style: "", script: {}, preload: () => [] }, { instrument: "NONE", help: selfHelp, readAs: "" }).find(
        ({ file }) => file === `${language}/safety.html`,
      ) as {
        html: string
      }
      for (const limit of limits) expect(html).toContain(pages.safety.limits.text[limit])
    }
  })
})
