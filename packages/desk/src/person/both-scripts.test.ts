// A name leads in the script that its reader reads aloud.
import { expect, test } from "vitest"
import { bothScripts } from "./both-scripts.ts"

const inna = { cyrillic: "Ковалёва Инна", latin: "Kovaleva Inna" }

test("in Russian Cyrillic leads, in English and French Latin, with the other beside", () => {
  expect(bothScripts(inna, "", "ru")).toEqual({ first: inna.cyrillic, second: inna.latin, firstLang: "ru", secondLang: undefined })
  for (const language of ["en", "fr"] as const)
    expect(bothScripts(inna, "", language)).toEqual({ first: inna.latin, second: inna.cyrillic, firstLang: undefined, secondLang: "ru" })
})
test("one script alone is said once, and a case without a name by its title", () => {
  for (const language of ["en", "fr", "ru"] as const) {
    expect(bothScripts({ cyrillic: "", latin: "Kovaleva" }, "x", language)).toMatchObject({ first: "Kovaleva", second: "" })
    expect(bothScripts({ cyrillic: "Ковалёва", latin: "" }, "x", language)).toMatchObject({
      first: "Ковалёва",
      second: "",
      firstLang: "ru",
    })
    expect(bothScripts({ cyrillic: "X", latin: "X" }, "x", language)).toMatchObject({ first: "X", second: "" })
    expect(bothScripts(undefined, "Семья из Тулы", language)).toMatchObject({ first: "Семья из Тулы", second: "", firstLang: "ru" })
  }
})
