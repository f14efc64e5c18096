// What a code on a phone costs and gives: it opens by its number alone, and ten wrong ones or ninety quiet days forget it.
import { beforeEach, expect, test } from "vitest"
import { memoryShelf } from "./device.ts"
import { KEPT_DAYS, PIN_TRIES, type KeptCode, keptCode } from "./kept-code.ts"

const DAY = 24 * 60 * 60 * 1000
const code = Uint8Array.from({ length: 16 }, (_, n) => n * 7)
let now: number
let shelf: ReturnType<typeof memoryShelf>
let kept: KeptCode

beforeEach(() => {
  now = Date.UTC(2026, 10, 22)
  shelf = memoryShelf()
  kept = keptCode(shelf, () => now)
})

test("the number opens it, spaces or none, and nothing of code or number lies there in the clear", async () => {
  expect(await kept.keep(code, "40 71 93")).toEqual({ ok: true, value: null })
  expect(await kept.there()).toBe(true)
  const stored = Buffer.from(((await shelf.get("code")) as { sealed: Uint8Array }).sealed)
  expect(stored.includes(Buffer.from(code))).toBe(false)
  expect(stored.includes(Buffer.from("407193"))).toBe(false)
  const opened = await kept.open("407193")
  expect(opened.ok && [...opened.value]).toEqual([...code])
})

test.each([
  ["4071", "pin-short"],
  ["", "pin-short"],
  ["000000", "pin-plain"],
  ["123456", "pin-plain"],
  ["98765432", "pin-plain"],
])("%s is refused: %s", async (pin, error) => {
  expect(await kept.keep(code, pin)).toMatchObject({ ok: false, refusal: { error } })
  expect(await kept.there()).toBe(false)
})

test("each wrong number is counted, the tenth forgets the code, and a right one in between begins again", async () => {
  await kept.keep(code, "407193")
  expect(await kept.open("407194")).toMatchObject({ refusal: { error: "pin-wrong", params: { left: PIN_TRIES - 1 } } })
  expect((await kept.open("407193")).ok).toBe(true)
  // Nine wrong ones, as if another page had tried them: the count lies on the device and not in this one.
  const held = (await shelf.get("code")) as object
  await shelf.put("code", { ...held, tried: PIN_TRIES - 1 })
  expect(await kept.open("407194")).toMatchObject({ refusal: { error: "pin-forgotten" } })
  expect(await kept.there()).toBe(false)
  expect(await kept.open("407193")).toMatchObject({ refusal: { error: "no-kept-code" } })
})

test("ninety days without use forget it; each use begins them anew", async () => {
  await kept.keep(code, "407193")
  now += (KEPT_DAYS - 1) * DAY
  expect((await kept.open("407193")).ok).toBe(true)
  now += (KEPT_DAYS - 1) * DAY
  expect(await kept.there()).toBe(true)
  now += 2 * DAY
  expect(await kept.there()).toBe(false)
  expect(await shelf.names()).toEqual([])
})

test("whoever asks for it is rid of it", async () => {
  await kept.keep(code, "407193")
  await kept.drop()
  expect(await kept.there()).toBe(false)
})
