// The list of thousands is kept from her pictures by this alone: it must see every way in which a page is moved.
import { expect, test } from "vitest"
import { watchHands } from "./hands.ts"

test("a hand is busy for a moment after each sign of it, and one no longer watched for is at rest", () => {
  const page = new EventTarget()
  let moment = 10_000
  const hands = watchHands(page as unknown as Document, () => moment)
  expect(hands.busy()).toBe(false)
  for (const sign of ["scroll", "wheel", "touchmove", "pointerdown", "keydown"]) {
    page.dispatchEvent(new Event(sign))
    moment += 399
    expect(hands.busy(), sign).toBe(true)
    moment += 1
    expect(hands.busy(), sign).toBe(false)
  }
  hands.stop()
  page.dispatchEvent(new Event("scroll"))
  expect(hands.busy()).toBe(false)
})
