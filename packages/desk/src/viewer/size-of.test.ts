// A picture is measured before it is opened.
import { describe, expect, test } from "vitest"
import { fits, pixelLimit, sizeOf } from "./size-of.ts"

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"))

describe("the size of a picture", () => {
  test("stands in the header of a PNG, a GIF and each kind of WebP", () => {
    expect(sizeOf(hex("89504e470d0a1a0a 0000000d 49484452 00000280 000001e0 0806000000"), "image/png")).toEqual({ width: 640, height: 480 })
    expect(sizeOf(hex("474946383961 8002 e001 f70000"), "image/gif")).toEqual({ width: 640, height: 480 })
    expect(sizeOf(hex("52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100"), "image/webp")).toEqual({
      width: 640,
      height: 480,
    })
    expect(sizeOf(hex("52494646 00000000 57454250 5650384c 00000000 2f 7fc27700"), "image/webp")).toEqual({ width: 640, height: 480 })
    expect(sizeOf(hex("52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001"), "image/webp")).toEqual({
      width: 640,
      height: 480,
    })
  })
  test("is that of a photograph's own frame, whatever thumbnail it carries, and of its largest frame where it has several", () => {
    const thumbnail = "ffe1 0012 ffd8 ffc0 0008 08 0010 0010 01 0000 ffd9"
    expect(sizeOf(hex(`ffd8 ${thumbnail} ffc2 000b 08 01e0 0280 01 011100`), "image/jpeg")).toEqual({ width: 640, height: 480 })
    expect(
      sizeOf(hex("ffd8 ffc0 000b 08 0010 0010 01 011100 ffda 0002 ab ff00 cd ffc0 000b 08 ffff ffff 01 011100"), "image/jpeg"),
    ).toEqual({
      width: 65_535,
      height: 65_535,
    })
  })
  test("of a file in boxes is the largest extent that it announces", () => {
    expect(
      sizeOf(hex("00000014 69737065 00000000 00000010 00000010 00000014 69737065 00000000 00000280 000001e0 0000"), "image/heic"),
    ).toEqual({
      width: 640,
      height: 480,
    })
  })
  test("is unknown where the file ends before it", () => {
    for (const type of ["image/png", "image/gif", "image/jpeg", "image/webp", "image/avif", "image/heic", "image/svg+xml"])
      expect(sizeOf(Uint8Array.of(0xff, 0xd8, 1), type)).toBeNull()
  })
  test("is refused where it would fill the memory, or is none", () => {
    expect(fits({ width: 12_240, height: 8_160 })).toBe(true)
    expect(fits({ width: 65_535, height: 65_535 })).toBe(false)
    expect(fits({ width: pixelLimit, height: 1 })).toBe(false)
    expect(fits({ width: 0, height: 480 })).toBe(false)
  })
})
