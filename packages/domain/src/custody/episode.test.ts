import { describe, expect, test } from "vitest"
import { inOrder, type ProceedingEvent } from "../proceeding/index.ts"
import { instantOf, type InstantText, plainDateOf, timeZoneOf } from "../time/index.ts"
import { currentEpisode, heldOn, readCustody, unknownFacilities } from "./episode.ts"
import type { Facility } from "./facility.ts"
import { staleness } from "./staleness.ts"

const zone = timeZoneOf("America/Phoenix")
const mesa: Facility = { code: "CCC", name: "Removal Operations", city: "Mesa", state: "AZ", timeZone: zone, staging: true }
const d = plainDateOf
const at = (text: string): InstantText => text as InstantText
const read = (...events: ProceedingEvent[]): ReturnType<typeof readCustody> => readCustody(inOrder(events), [mesa])

describe("custody", () => {
  test("a move ends one episode and begins the next, to the minute", () => {
    const custody = read(
      { type: "custody.detained", at: d("2026-05-01"), state: "TX" },
      { type: "custody.moved", at: at("2026-11-20T03:10:00-07:00"), facility: "ccc" },
    )
    expect(custody.episodes.map((e) => [e.from, e.to, e.state, e.staging])).toEqual([
      ["2026-05-01", "2026-11-20T03:10:00-07:00", "TX", false],
      ["2026-11-20T03:10:00-07:00", null, "AZ", true],
    ])
    expect(currentEpisode(custody)?.known).toBe(mesa)
  })

  test("a release that is only said opens no door", () => {
    const detained: ProceedingEvent = { type: "custody.detained", at: d("2026-05-01") }
    expect(read(detained, { type: "custody.released", at: d("2026-06-01"), seen: false }).held).toBe("detained")
    expect(read(detained, { type: "custody.released", at: d("2026-06-01") }).held).toBe("released")
  })

  test("held again after a release is marked", () => {
    const custody = read(
      { type: "custody.detained", at: d("2026-05-01") },
      { type: "custody.released", at: d("2026-06-01") },
      { type: "custody.detained", at: d("2026-07-01") },
    )
    expect(currentEpisode(custody)?.again).toBe(true)
    expect([d("2026-05-01"), d("2026-06-01"), d("2026-06-15"), d("2026-07-01")].map((day) => heldOn(custody, day, zone))).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  test("a code nobody knows is kept as it was typed", () => {
    expect(unknownFacilities(read({ type: "custody.detained", at: d("2026-05-01"), facility: "QQQ" }))).toEqual(["QQQ"])
  })

  test("knowledge grows old; a look that found nothing makes it old at once", () => {
    const custody = read(
      { type: "custody.confirmed", at: at("2026-11-20T12:00:00Z"), how: "locator" },
      { type: "custody.detained", at: d("2026-05-01") },
    )
    const hour = (text: string): ReturnType<typeof instantOf> => instantOf(Date.parse(text))
    expect(staleness(custody, hour("2026-11-22T11:59:00Z"), zone, 48)).toMatchObject({ stale: false, hours: 47 })
    expect(staleness(custody, hour("2026-11-22T12:00:00Z"), zone, 48)).toMatchObject({ stale: true, hours: 48 })
    const lost = read({ type: "custody.detained", at: d("2026-11-20") }, { type: "custody.not-found", at: d("2026-11-21") })
    expect(staleness(lost, hour("2026-11-21T12:00:00Z"), zone, 48).stale).toBe(true)
  })
})

describe("someone found in custody", () => {
  test("is in custody, though nobody told of the arrest", () => {
    expect(read({ type: "custody.confirmed", at: d("2026-05-01"), how: "locator" }).held).toBe("detained")
  })
  test("at another place was moved there; at the same one is only confirmed", () => {
    const held: ProceedingEvent = { type: "custody.detained", at: d("2026-05-01"), facility: "QQQ" }
    const moved = read(held, { type: "custody.confirmed", at: d("2026-06-01"), facility: "CCC" })
    expect(currentEpisode(moved)).toMatchObject({ from: "2026-06-01", staging: true })
    expect(read(held, { type: "custody.confirmed", at: d("2026-06-01") }).episodes).toHaveLength(1)
  })
})
