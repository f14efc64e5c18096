// Tables come out of a pack as they went in.
import fc from "fast-check"
import { expect, test } from "vitest"
import { packed, unpack } from "./pack.ts"

test("a table comes out of its pack by its name, and nothing comes out by another", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.uint8Array({ maxLength: 40 })), fc.string(), (files, other) => {
      const pack = packed(Object.entries(files)).buffer as ArrayBuffer
      for (const [name, bytes] of Object.entries(files)) expect(unpack(pack, name)).toEqual(bytes)
      if (!Object.hasOwn(files, other)) expect(unpack(pack, other)).toBeUndefined()
    }),
  )
})
