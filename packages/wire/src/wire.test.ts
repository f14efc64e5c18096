// The layouts of the wire: what is signed is rebuilt the same everywhere, and every text form has one reading.
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as wire from "./index.ts"

const vectors = JSON.parse(readFileSync("test-vectors/wire/headers.json", "utf8")) as {
  headers: { header: wire.Header; bytes: string }[]
  pae: { label: string; parts: string[]; bytes: string }[]
}

const bytes = (max = 80) => fc.uint8Array({ maxLength: max })
const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(wire.idFromBytes)
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(wire.hashFromBytes)
const seq = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const guard = fc.record({ stream: id, seq: fc.integer({ min: -1, max: 1_000_000 }), hash })
const header = fc.record({
  desk: id,
  stream: id,
  seq,
  prev: hash,
  author: id,
  epoch: u32,
  dirSeq: seq,
  dirHash: hash,
  bodyHash: hash,
  size: u32,
  objects: fc.array(id, { maxLength: 4 }),
  guards: fc.array(guard, { maxLength: 3 }),
}) as fc.Arbitrary<wire.Header>

describe("text forms of bytes", () => {
  test("hex, base64 and ids read back, and only their canonical form is read", () => {
    fc.assert(
      fc.property(bytes(), (b) => {
        expect(wire.fromHex(wire.toHex(b))).toEqual(new Uint8Array(b))
        expect(wire.fromBase64(wire.toBase64(b))).toEqual(new Uint8Array(b))
        expect(wire.toBase64(b)).toBe(Buffer.from(b).toString("base64"))
      }),
    )
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (b) => void expect(wire.idBytes(wire.idFromBytes(b))).toEqual(new Uint8Array(b)),
      ),
    )
    for (const bad of ["QQ", "QQ=", "QR==", "Q===", "====", "QUJ=", "QUI\n", "Q QQ=", "QQ==QQ==", "QQ==QUJD", "QU-D", "QUJé", "QUĲD"])
      expect(() => wire.fromBase64(bad), bad).toThrow()
    for (const bad of ["0", "0G", "AB"]) expect(() => wire.fromHex(bad)).toThrow()
  })
  test("an id has one spelling: stray bits in its last letter are refused", () => {
    expect(wire.read(wire.Id, `${"a".repeat(25)}b`).ok).toBe(false)
    expect(wire.read(wire.Id, wire.ZERO_ID).ok).toBe(true)
    expect(wire.read(wire.Id, "A".repeat(26)).ok).toBe(false)
  })
})

describe("signed layouts", () => {
  test("agree with the vectors", () => {
    for (const v of vectors.headers) expect(wire.toHex(wire.headerBytes(v.header))).toBe(v.bytes)
    for (const v of vectors.pae) expect(wire.toHex(wire.pae(v.label, ...v.parts.map(wire.fromHex)))).toBe(v.bytes)
  })
  test("a purge agrees with the vectors, and says something else for every field", () => {
    const { purges } = JSON.parse(readFileSync("test-vectors/wire/purges.json", "utf8")) as {
      purges: { desk: wire.Id; of: wire.PurgeOf; bytes: string }[]
    }
    const seen = new Set<string>()
    for (const { desk, of, bytes: expected } of purges) {
      expect(wire.toHex(wire.purgeBytes(desk, of))).toBe(expected)
      const other = { stream: wire.ZERO_ID, seq: of.seq + 1, hash: wire.ZERO_HASH, unanswered: !of.unanswered, until: "2026-12-31" }
      const changed = [of, ...Object.entries(other).map(([field, value]) => ({ ...of, [field]: value }))]
      for (const one of changed) seen.add(wire.toHex(wire.purgeBytes(desk, one)))
      seen.add(wire.toHex(wire.purgeBytes(wire.ZERO_ID, of)))
    }
    expect(seen.size).toBe(purges.length * 7)
  })
  test("two different headers never share bytes", () => {
    fc.assert(
      fc.property(header, header, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b))
        expect(wire.toHex(wire.headerBytes(a))).not.toBe(wire.toHex(wire.headerBytes(b)))
      }),
    )
  })
  test("moving a boundary between parts changes the bytes", () => {
    fc.assert(
      fc.property(bytes(20), bytes(20), (a, b) => {
        fc.pre(a.length > 0)
        const moved = [a.subarray(0, -1), wire.concat(a.subarray(-1), b)] as const
        expect(wire.toHex(wire.pae("l", a, b))).not.toBe(wire.toHex(wire.pae("l", ...moved)))
      }),
    )
  })
  test("labels are all different", () => {
    const all = Object.values(wire.labels)
    expect(new Set(all).size).toBe(all.length)
  })
  test("numbers outside their width are a bug and throw", () => {
    for (const n of [-1, 2 ** 32, 1.5, Number.NaN]) expect(() => wire.u32be(n)).toThrow()
    for (const n of [-1, 2 ** 53, 0.5]) expect(() => wire.u64be(n)).toThrow()
  })
})

describe("roster and directory bodies", () => {
  const change: wire.RosterChange = {
    epoch: 1,
    members: [{ id: wire.ZERO_ID, kid: wire.ZERO_ID }],
    keyHash: wire.ZERO_HASH,
    envelopesHash: wire.ZERO_HASH,
  }
  test("read back; a trailing byte, a wrong length or an unknown key is no roster", () => {
    const body = wire.rosterBody(change)
    expect(wire.readRosterBody(body)).toEqual(change)
    expect(wire.readRosterBody(wire.concat(body, new Uint8Array(1)))).toBeNull()
    expect(wire.readRosterBody(body.subarray(0, -1))).toBeNull()
    expect(wire.readRosterBody(wire.rosterBody({ ...change, extra: 1 } as never))).toBeNull()
    expect(wire.readDirectoryBody(body)).toBeNull()
  })
  test("random bytes are never one", () => {
    fc.assert(fc.property(bytes(300), (b) => void expect(wire.readRosterBody(b) ?? wire.readDirectoryBody(b)).toBeNull()))
  })
})

describe("padding sizes", () => {
  test("never shrink, and grow by at most 12 % beyond the fixed steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (n) => {
        expect(wire.padme(n)).toBeGreaterThanOrEqual(n)
        expect(wire.padme(n)).toBeLessThanOrEqual(n * 1.12 + 1)
        expect(wire.entryBucket(n)).toBeGreaterThanOrEqual(n)
        expect(wire.askBucket(n)).toBeGreaterThanOrEqual(Math.max(n, 4096))
      }),
    )
    expect([1, 4096, 4097, 32_768, 32_769].map(wire.answerBucket)).toEqual([4096, 4096, 8192, 32_768, null])
    expect([1, 1025, 4096, 4097].map(wire.cardBucket)).toEqual([1024, 2048, 4096, null])
    expect([1, 20_000, 70_000, 300_000].map((n) => wire.partBucket(n, 1))).toEqual([16_384, 65_536, 262_144, 1_048_576])
    expect(wire.partBucket(5, 3)).toBe(wire.PART)
  })
})

test("an hour forgets minutes", () => {
  expect(wire.hourOf(Date.UTC(2026, 10, 22, 17, 59, 59, 999))).toBe("2026-11-22T17Z")
  expect(wire.startOfHour(wire.hourOf(Date.UTC(2026, 10, 22, 17, 59)))).toBe(Date.UTC(2026, 10, 22, 17))
})

test("a refusal says where, as a JSON pointer", () => {
  const read = wire.read(wire.Header, { ...vectors.headers[0]?.header, guards: [{ stream: "x", seq: 0, hash: wire.ZERO_HASH }] })
  expect(read).toMatchObject({ ok: false, refusal: { error: "malformed", at: "/guards/0/stream" } })
})

test("a text is taken as base64 exactly where it is the one text of its bytes", () => {
  const letters = fc.constantFrom(..."AQgwEIMUYcko048zB9+/=", "-", " ", "\n", "é")
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 12 }), fc.uint8Array().map(wire.toBase64)), (text) => {
      let canonical = true
      try {
        expect(wire.toBase64(wire.fromBase64(text))).toBe(text)
      } catch {
        canonical = false
      }
      expect(wire.isBase64(text)).toBe(canonical)
    }),
    { numRuns: 3000 },
  )
})
