// Whatever may stand in a family's way is said in words, and so is what would lift it: the source is read for every code of its own.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { words } from "./en.ts"

const source = readFileSync(new URL("../../../domain/src/family/readiness.ts", import.meta.url), "utf8")
const pairs = [
  ...[...source.matchAll(/block\("([a-z-]+)", "([a-z-]+)"/g)].map(([, code, unblock]) => [code, unblock] as const),
  ...[...source.matchAll(/code: (?:"([a-z-]+)"|[\w.]+), unblock: "([a-z-]+)"/g)].map(([, code, unblock]) => [code, unblock] as const),
]

test("every block and every way out of it has its words", () => {
  expect(pairs.length).toBeGreaterThan(14)
  const blocks = Object.keys(words.labels.blocks)
  const unblocks = Object.keys(words.labels.unblocks)
  expect(pairs.flatMap(([code]) => (code === undefined || blocks.includes(code) ? [] : [code]))).toEqual([])
  expect(pairs.flatMap(([, unblock]) => (unblocks.includes(unblock as string) ? [] : [unblock]))).toEqual([])
  // Nothing is said of what no longer can be.
  expect(unblocks.filter((one) => !pairs.some(([, unblock]) => unblock === one))).toEqual([])
})
