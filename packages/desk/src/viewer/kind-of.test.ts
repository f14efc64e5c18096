// A file is what its bytes are.
import { expect, test } from "vitest"
import { firstBytes, kindOf } from "./kind-of.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

test("a picture is known by its first bytes", () => {
  expect(kindOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d])).type).toBe("image/png")
  expect(kindOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])).type).toBe("image/jpeg")
})

test("a document with a page's name inside is a PDF, whatever stands before it", () => {
  expect(kindOf(bytes("junk\n%PDF-1.7\n")).kind).toBe("pdf")
})

test("a voice message of a phone is audio, a clip is video", () => {
  expect(kindOf(bytes("OggS\u0000")).kind).toBe("audio")
  expect(kindOf(bytes("    ftypM4A ")).kind).toBe("audio")
  expect(kindOf(bytes("    ftypisom")).kind).toBe("video")
})

test("a page of markup is shown as text and never run", () => {
  expect(kindOf(bytes("<svg onload=alert(1)>")).kind).toBe("text")
})

test("an archive, a program and a workbook are not opened here", () => {
  expect(kindOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])).kind).toBe("other")
  expect(kindOf(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3])).kind).toBe("other")
})

test("a photograph of a phone is HEIC, a letter of a Russian court is text, and each keeps what it needs to be read", () => {
  expect(kindOf(bytes("    ftypheic")).type).toBe("image/heic")
  expect(kindOf(Uint8Array.from([0xd1, 0xef, 0xf0, 0xe0, 0xe2, 0xea, 0xe0]))).toEqual({
    kind: "text",
    type: "text/plain",
    encoding: "windows-1251",
  })
  expect(kindOf(Uint8Array.of(0xff, 0xfe, 0x14, 0x04))).toMatchObject({ kind: "text", encoding: "utf-16le" })
})

test("what is not opened still shows its first bytes", () => {
  expect(firstBytes(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe("50 4b 03 04")
  expect(firstBytes(new Uint8Array(5000)).length).toBeLessThan(200)
})
