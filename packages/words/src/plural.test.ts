import { describe, expect, it } from "vitest"
import { plural } from "./plural.ts"

describe("a noun after a number", () => {
  const files = { one: "файл", few: "файла", many: "файлов", other: "файла" }
  it("follows Russian", () =>
    expect([1, 3, 5, 21].map((n) => plural("ru", n, files))).toEqual(["1 файл", "3 файла", "5 файлов", "21 файл"]))
  it("follows French, where zero is singular", () => expect(plural("fr", 0, { one: "fichier", other: "fichiers" })).toBe("0 fichier"))
})
