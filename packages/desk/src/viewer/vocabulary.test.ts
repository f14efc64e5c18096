// What comes out of the frame is one of five sentences or nothing.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { copyLimit, pageLimit, readSaying, type Shown } from "./vocabulary.ts"

const shown: Shown = { says: "shown", pages: 3, page: 2, zoom: 100, height: 640, cut: false }

describe("what the frame says", () => {
  test("is taken when it is one of the five sentences", () => {
    expect(readSaying(shown)).toEqual(shown)
    expect(readSaying({ says: "need", piece: "pdf-maps" })).toEqual({ says: "need", piece: "pdf-maps" })
    expect(readSaying({ says: "cannot", why: "too-large" })).toEqual({ says: "cannot", why: "too-large" })
    expect(readSaying({ says: "close" })).toEqual({ says: "close" })
    expect(readSaying({ says: "copy", bytes: new ArrayBuffer(3) })).toMatchObject({ says: "copy" })
  })

  test.each([
    ["a word more", { ...shown, html: "<b>" }],
    ["a word less", { says: "shown", pages: 3, page: 2, zoom: 100, height: 640 }],
    ["a page that is not there", { ...shown, page: 4 }],
    ["pages without end", { ...shown, pages: pageLimit + 1 }],
    ["a height that is no number", { ...shown, height: "640px" }],
    ["a height without end", { ...shown, height: Number.POSITIVE_INFINITY }],
    ["an address instead of a piece", { says: "need", piece: "../../api/heads" }],
    ["a sentence of its own instead of a reason", { says: "cannot", why: "Type your seven words here" }],
    ["a copy that is text", { says: "copy", bytes: "<svg>" }],
    ["a copy without end", { says: "copy", bytes: new ArrayBuffer(copyLimit + 1) }],
    ["an order", { do: "give", piece: "pdf", bytes: new ArrayBuffer(1) }],
    ["nothing", null],
    ["a list", [shown]],
  ])("is refused with %s", (_, said) => expect(readSaying(said)).toBeNull())

  test("of any shape at all never throws, and is never taken unless it reads back the same", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ says: fc.constantFrom("shown", "need", "cannot", "copy", "close"), why: fc.anything() })),
        (said) => {
          const read = readSaying(said)
          if (read !== null) expect(read).toEqual(said)
        },
      ),
    )
  })
})
