// Half an hour at rest, twelve hours in any event.
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { watchIdle } from "./idle.ts"

const minute = 60_000
let page: EventTarget
let locked: number
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  page = new EventTarget()
  locked = 0
  stop = watchIdle({ now: () => Date.now(), onIdle: () => locked++, page: page as unknown as Document })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})
const touch = (name = "keydown"): void => void page.dispatchEvent(new Event(name))

test("locks after half an hour at rest, once, and not before", () => {
  vi.advanceTimersByTime(29 * minute)
  expect(locked).toBe(0)
  vi.advanceTimersByTime(minute + 15_000)
  expect(locked).toBe(1)
  vi.advanceTimersByTime(3 * 60 * minute)
  touch()
  expect(locked).toBe(1)
})

test("a sign of life begins the half hour anew", () => {
  for (let n = 0; n < 6; n++) {
    vi.advanceTimersByTime(25 * minute)
    touch(n % 2 === 0 ? "pointermove" : "keydown")
  }
  expect(locked).toBe(0)
})

test("twelve hours after signing in it locks under the hand of whoever works", () => {
  for (let n = 0; n < 12 * 60 - 1; n++) {
    vi.advanceTimersByTime(minute)
    touch()
  }
  expect(locked).toBe(0)
  vi.advanceTimersByTime(minute + 15_000)
  expect(locked).toBe(1)
})

test("a laptop that slept locks at the first touch or look, before anything else is done with it", () => {
  for (const wakes of ["keydown", "visibilitychange"]) {
    stop()
    locked = 0
    stop = watchIdle({ now: () => Date.now(), onIdle: () => locked++, page: page as unknown as Document })
    // Timers stand still in sleep; the clock does not.
    vi.setSystemTime(Date.now() + 2 * 60 * minute)
    touch(wakes)
    expect(locked, wakes).toBe(1)
  }
})

test("ended, it does nothing more", () => {
  stop()
  vi.advanceTimersByTime(24 * 60 * minute)
  touch()
  expect(locked).toBe(0)
})
