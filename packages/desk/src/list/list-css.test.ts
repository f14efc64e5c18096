// The grid hides columns by class, and a class is a column's name: one that was renamed here alone would put ten columns into eight places.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { columns } from "./columns.ts"

test("the style speaks of columns that there are", () => {
  const style = readFileSync(new URL("list.css", import.meta.url), "utf8")
  const named = new Set([...style.matchAll(/\.c-([a-zA-Z]+)/g)].map((match) => match[1]))
  expect(named.size).toBeGreaterThan(4)
  expect([...named].filter((name) => !(columns as readonly (string | undefined)[]).includes(name))).toEqual([])
})
