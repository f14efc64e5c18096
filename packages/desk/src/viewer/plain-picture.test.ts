// A working copy carries pixels alone.
import { deflateSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { plainPicture } from "./plain-picture.ts"

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"))
const jfif = "ffe0 0010 4a46494600 0101 00 0001 0001 00 00"
const picture = "ffdb 0003 01 ffc0 000b 08 0001 0001 01 011100 ffc4 0003 00 ffda 0008 0101 00003f00 d2 ff00 cf ffd0 20"
const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
}
const png = (...extra: Buffer[]): Uint8Array =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.alloc(13)),
    ...extra,
    chunk("IDAT", deflateSync(Buffer.alloc(5))),
    chunk("IEND", Buffer.alloc(0)),
  ])

describe("a picture of the plainest kind", () => {
  test("is tables, a frame and its scans, with at most JFIF and a colour profile", () => {
    expect(plainPicture(hex(`ffd8 ${jfif} ${picture} ffd9`))).toBe("image/jpeg")
    expect(plainPicture(hex(`ffd8 ${jfif} ffe2 0010 4943435f50524f46494c4500 0101 ${picture} ffd9`))).toBe("image/jpeg")
    expect(plainPicture(png())).toBe("image/png")
  })
  test.each([
    ["EXIF", "ffe1 0008 457869660000"],
    ["a comment", "fffe 0006 68657265"],
    ["an editor's block", "ffed 0006 38424d00"],
    ["a thumbnail in JFIF", "ffe0 0013 4a46494600 0101 00 0001 0001 01 01 ff0000"],
  ])("carries no %s", (_, more) => expect(plainPicture(hex(`ffd8 ${more} ${picture} ffd9`))).toBeNull())
  test("ends where it ends: no archive, script or second file hangs behind it", () => {
    expect(plainPicture(hex(`ffd8 ${jfif} ${picture} ffd9 504b0304`))).toBeNull()
    expect(plainPicture(Buffer.concat([png(), Buffer.from("<script>")]))).toBeNull()
    expect(plainPicture(hex(`ffd8 ${jfif} ${picture}`))).toBeNull()
  })
  test.each(["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "caBX"])("as PNG has no chunk %s", (name) => {
    expect(plainPicture(png(chunk(name, Buffer.from("Comment\0here"))))).toBeNull()
  })
  test("is neither markup nor anything else", () => {
    for (const text of ["<svg onload=alert(1)>", "GIF89a", "%PDF-1.7", ""]) expect(plainPicture(Buffer.from(text))).toBeNull()
  })
})
