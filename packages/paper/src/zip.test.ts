// Archives that others can open, and others' that we can.
import fc from "fast-check"
import JSZip from "jszip"
import { expect, it } from "vitest"
import { readZip, writeZip } from "./zip.ts"

const files = fc.dictionary(fc.stringMatching(/^[a-zа-я0-9]{1,12}(\/[a-zа-я0-9]{1,8})?$/), fc.uint8Array({ maxLength: 2000 }), {
  maxKeys: 6,
})

it("what we write, another library reads, and the reverse", async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const map = new Map(Object.entries(given))
      const ours = await JSZip.loadAsync(writeZip(map), { checkCRC32: true })
      const theirs = new JSZip()
      for (const [name, bytes] of map) {
        expect(await ours.file(name)?.async("uint8array")).toEqual(bytes)
        theirs.file(name, bytes, { createFolders: false })
      }
      expect(await readZip(await theirs.generateAsync({ type: "uint8array", compression: "DEFLATE" }))).toEqual(map)
      expect(await readZip(writeZip(map))).toEqual(map)
    }),
    { numRuns: 40 },
  )
})

it("an archive that unpacks to more than is allowed is refused before it is unpacked", async () => {
  const bomb = new JSZip().file("zeros", new Uint8Array(5_000_000))
  const zip = await bomb.generateAsync({ type: "uint8array", compression: "DEFLATE" })
  expect(zip.length).toBeLessThan(10_000)
  await expect(readZip(zip, 1_000_000)).rejects.toThrow("too large")
})
