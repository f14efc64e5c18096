// The reading by hand says of every row what wire's schema says.
import { CardRow, concat, toBase64, u32be, u64be, utf8 } from "@safe-conduct/wire"
import fc from "fast-check"
import * as v from "valibot"
import { expect, test } from "vitest"
import { readFrames } from "../testing/card-page.ts"

const id = fc.constantFrom("a".repeat(26), `${"b7".repeat(12)}cq`, `${"z".repeat(25)}4`)
const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const row = fc.record({
  card: fc.record({
    desk: id,
    stream: id,
    version: fc.integer({ min: 1 }),
    cardEpoch: fc.integer({ min: 0 }),
    own: fc.boolean(),
    through: fc.record({ seq: fc.integer({ min: -1 }), hash }),
    sealed: fc.uint8Array({ maxLength: 60 }).map(toBase64),
    author: id,
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }).map(toBase64),
  }),
  head: fc.record({ seq: fc.integer({ min: -1 }), hash }),
})
const wrong = fc.constantFrom<unknown>(
  null,
  undefined,
  0,
  -1,
  0.5,
  2 ** 53,
  true,
  "",
  "a",
  "A".repeat(26),
  "é".repeat(26),
  `${"a".repeat(25)}b`,
  "0".repeat(64),
  "F".repeat(64),
  `${"a".repeat(26)}\n`,
  [],
  {},
  [1, 2],
  { seq: 0 },
  { seq: 0, hash: "0".repeat(64) },
  { seq: 0, hash: "0".repeat(64), more: 1 },
  "A".repeat(6004),
)
/** A place in a row, or a new key beside the old ones. */
const place = fc.constantFrom(
  "card",
  "head",
  "more",
  "card.desk",
  "card.stream",
  "card.version",
  "card.cardEpoch",
  "card.own",
  "card.through",
  "card.sealed",
  "card.author",
  "card.signature",
  "card.more",
  "card.through.seq",
  "card.through.hash",
  "head.seq",
  "head.hash",
  "head.more",
)
function put(into: Record<string, unknown>, at: string, value: unknown): void {
  const path = at.split(".")
  const last = path.pop() as string
  let here = into
  for (const key of path) here = here[key] as Record<string, unknown>
  if (value === undefined) delete here[last]
  else here[last] = value
}
const page = (...rows: readonly unknown[]): Uint8Array => {
  const frames = rows.map((one) => utf8(JSON.stringify(one)))
  return concat(u64be(7), new Uint8Array([1]), ...frames.flatMap((frame) => [u32be(frame.length), frame]))
}

test("a row is one for both, and so is what is none", () => {
  let refused = 0
  fc.assert(
    fc.property(row, fc.option(fc.tuple(place, wrong)), (good, change) => {
      const given = structuredClone(good) as Record<string, unknown>
      if (change !== null) put(given, ...change)
      const read = readFrames(page(given))
      expect(read !== null).toBe(v.safeParse(CardRow, JSON.parse(JSON.stringify(given))).success)
      if (read === null) refused++
      else expect(read).toMatchObject({ cursor: 7, more: true, frames: [{ row: given }] })
    }),
    { numRuns: 3000 },
  )
  expect(refused).toBeGreaterThan(300)
})

test("sealed bytes that are no base64, or not in its one form, are no row for either", () => {
  const [one] = fc.sample(row, 1)
  for (const sealed of ["QR==", "QUJ=", "Q===", "QQ", "QQ=", "Q Q=", "QU-D", "é"]) {
    const given = { ...one, card: { ...one?.card, sealed } }
    expect(v.safeParse(CardRow, given).success, sealed).toBe(false)
    expect(readFrames(page(given)), sealed).toBeNull()
  }
})

test("a page cut anywhere, or with a length that leads beyond it, is no page", () => {
  const rows = fc.sample(row, 3)
  const bytes = page(...rows)
  expect(readFrames(bytes)?.frames.map(({ row: one }) => one)).toEqual(rows)
  const whole = new Set(readFrames(bytes)?.places)
  for (let end = 0; end < bytes.length; end++) if (!whole.has(end)) expect(readFrames(bytes.subarray(0, end)), String(end)).toBeNull()
  expect(readFrames(concat(bytes, u32be(0xffff_ffff)))).toBeNull()
  expect(readFrames(concat(bytes, u32be(2), utf8("{x")))).toBeNull()
})
