// Nothing of others goes out without its licence.
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { notices } from "./notices.ts"

const fonts = ["@expo-google-fonts/pt-sans", "@expo-google-fonts/pt-serif"]

describe("the notices", () => {
  test("of the desk name what opens files from outside, with each licence whole", () => {
    const text = notices("packages/desk", fonts)
    for (const name of ["libheif-js@", "pdfjs-dist@", "preact@", "age-encryption@", "@noble/post-quantum@", "pdfkit@", "valibot@"])
      expect(text).toMatch(new RegExp(`^${name}\\d`, "m"))
    for (const words of [
      "GNU LESSER GENERAL PUBLIC LICENSE",
      "Apache License",
      "SIL OPEN FONT LICENSE",
      "2-clauses",
      "Marti Maria",
      "PDFium Authors",
    ])
      expect(text.toLowerCase()).toContain(words.toLowerCase())
    expect(text).not.toContain("@safe-conduct/")
  })
  test("of the command name what runs on a server, and nothing that only tests", () => {
    const text = notices("packages/cli", fonts)
    for (const name of ["hono@", "kysely@", "pg@"]) expect(text).toMatch(new RegExp(`^${name}\\d`, "m"))
    expect(text).not.toMatch(/^(vitest|playwright-core|fast-check|typescript)@/m)
  })
  test("of the portal do not name the desk's, and every package of ours that is built lists its own", () => {
    expect(notices("packages/portal")).not.toMatch(/^(libheif-js|pdfjs-dist)@/m)
    for (const [name, home] of [
      ["portal", "here"],
      ["desk", "here"],
      ["cli", "here"],
    ] as const)
      expect(readFileSync(`packages/${name}/build.ts`, "utf8")).toContain(`notices(${home}`)
  })
  test("are the same each time, each text once", () => {
    const text = notices("packages/portal")
    expect(notices("packages/portal")).toBe(text)
    expect(text.split("GNU AFFERO").length).toBeLessThanOrEqual(2)
  })
})
