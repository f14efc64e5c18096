import { expect, test } from "vitest"
import { type FileOutcome, MOST_AGAIN, afterSecondLook, closingLine, toRepeat } from "./run-outcome.ts"

const file = (name: string, passed: number, failed = 0, skipped = 0): FileOutcome => ({ file: name, passed, failed, skipped })

test("failed files, and no others, are run once more; where very many failed, none is", () => {
  expect(toRepeat({ files: [file("a", 3), file("b", 1, 2)], uncaught: 0 })).toEqual(["b"])
  const many = Array.from({ length: MOST_AGAIN + 1 }, (_, n) => file(`f${n}`, 0, 1))
  expect(toRepeat({ files: many, uncaught: 0 })).toEqual([])
})

test("a second look counts for what had failed: mended, failed again, or not reached", () => {
  const first = { files: [file("a", 3), file("b", 1, 2), file("c", 0, 1), file("d", 0, 1)], uncaught: 0 }
  const second = { files: [file("b", 3), file("c", 0, 1), file("deep/a", 9)], uncaught: 0 }
  const { all, mended } = afterSecondLook(first, second)
  expect(mended).toEqual(["b"])
  expect(closingLine(all)).toEqual({ line: "6 passed, 2 failed", ok: false })
})

test("an error that no file owns fails the run, in either look; what was skipped is told", () => {
  const first = { files: [file("a", 3, 1)], uncaught: 0 }
  expect(closingLine(afterSecondLook(first, { files: [file("a", 4, 0, 1)], uncaught: 1 }).all)).toEqual({
    line: "4 passed, 1 failed, 1 skipped",
    ok: false,
  })
  expect(closingLine({ files: [file("a", 4, 0, 1)], uncaught: 0 })).toEqual({ line: "4 passed, 0 failed, 1 skipped", ok: true })
})
