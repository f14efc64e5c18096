// What stands in the controls becomes what an action takes; what was left empty is left out.
import { schemas } from "@safe-conduct/domain/case"
import { eventSchemas, eventTypes } from "@safe-conduct/domain/proceeding"
import * as v from "valibot"
import { describe, expect, test } from "vitest"
import { recordCustodyForm } from "../../custody/record-custody.form.ts"
import { eventFields } from "../../proceeding/event-fields.ts"
import { forms } from "../forms.ts"
import { field, type FieldSpec, optional } from "./spec.ts"
import { inputOf, typedToday } from "./values.ts"

const zone = "America/Chicago"
const day = (text: string) => ({ day: text.slice(8), month: String(Number(text.slice(5, 7))), year: text.slice(0, 4) })

test("today is the day of the place: after midnight at Greenwich it is still yesterday in Louisiana, and what is dated today has begun", () => {
  const now = Date.parse("2026-11-23T01:35:00Z")
  expect(inputOf([field("when", "/at", "at")], { "/at": typedToday(now, zone) }, {}, zone)).toEqual({ at: "2026-11-22" })
  const { at } = inputOf([field("moment", "/at", "at")], { "/at": typedToday(now, zone) }, {}, zone)
  expect(at).toBeLessThanOrEqual(now)
})

test("an hour is written with the offset of the place whose clock was meant", () => {
  const spec = field("when", "/at", "at")
  expect(inputOf([spec], { "/at": { day: day("2026-12-03"), time: "14:00", zone } }, {}, zone)).toEqual({ at: "2026-12-03T14:00:00-06:00" })
  expect(inputOf([spec], { "/at": { day: day("2026-12-03"), time: "", zone } }, {}, zone)).toEqual({ at: "2026-12-03" })
})

test("a day that is none goes as it was typed, so that the refusal names the field", () => {
  const typed = { day: "31", month: "2", year: "2026" }
  expect(inputOf([field("day", "/on", "on")], { "/on": typed }, {}, zone)).toEqual({ on: "2026-02-31" })
})

test("an empty field is absent, a tick that must be said goes as no", () => {
  const specs = [field("text", "/name", "name"), field("tick", "/courtOrder", "courtOrder"), field("tick", "/core", "core", optional)]
  expect(inputOf(specs, { "/name": "  " }, {}, zone)).toEqual({ courtOrder: false })
})

test("a place of the list goes with its clock, any other as it was typed", () => {
  const spec = field("facility", "/facility", "facility")
  const known = { code: "IWAHOLD", name: "AROCC", state: "AZ", staging: true, timeZone: "America/Phoenix" }
  expect(inputOf([spec], { "/facility": { text: "AROCC", known } }, {}, zone)).toEqual({ facility: known })
  expect(inputOf([spec], { "/facility": { text: "some jail" } }, {}, zone)).toEqual({ facility: { name: "some jail" } })
})

test("what may be left empty goes empty, and what was typed or ticked there goes as it is", () => {
  const specs = [field("text", "/origin", "origin", { blank: true }), field("tick", "/contrary", "contrary")]
  expect(inputOf(specs, {}, {}, zone)).toEqual({ origin: "", contrary: false })
  expect(inputOf(specs, { "/origin": "Газета «Пример»", "/contrary": true }, {}, zone)).toEqual({
    origin: "Газета «Пример»",
    contrary: true,
  })
})

test("the place of an event goes by its code with what the list knows of it, any other as it was typed", () => {
  const specs = eventFields["custody.moved"].filter((spec) => spec.at.startsWith("/event/facility") || spec.label === "state")
  const known = { code: "IWAHOLD", name: "AROCC", state: "AZ", staging: true, timeZone: "America/Phoenix" }
  expect(inputOf(specs, { "/event/facility": { text: "AROCC", known } }, {}, zone)).toEqual({
    event: { facility: "IWAHOLD", state: "AZ", staging: true },
  })
  expect(inputOf(specs, { "/event/facility": { text: "some jail" }, "/event/state": "TX" }, {}, zone)).toEqual({
    event: { facility: "some jail", state: "TX" },
  })
})

test("an A-number with a Russian letter and dashes is kept in its one form", () => {
  expect(inputOf([field("a-numbers", "/aNumbers", "aNumbers")], { "/aNumbers": "А 087-654-321" }, {}, zone)).toEqual({
    aNumbers: ["A087654321"],
  })
})

test("only somebody's word is marked so; a paper that was seen carries no mark", () => {
  const spec = field("seen", "/seen", "seen")
  expect(inputOf([spec], { "/seen": "said" }, {}, zone)).toEqual({ seen: false })
  expect(inputOf([spec], { "/seen": "seen" }, {}, zone)).toEqual({})
})

test("a filled form of custody is what the case takes", () => {
  const specs = recordCustodyForm.fields as readonly FieldSpec[]
  const input = inputOf(
    specs,
    { "/person": "p", "/where": "detained", "/since": { day: day("2026-08-14"), time: "", zone }, "/how": "locator" },
    {},
    zone,
  )
  expect(v.is(schemas["record-custody"], input)).toBe(true)
})

describe("an event's form asks what its schema needs and nothing that it does not know", () => {
  test.each(eventTypes)("%s", (type) => {
    const entries = eventSchemas[type].entries as Readonly<Record<string, { readonly type: string }>>
    const asked = eventFields[type].map((spec) => spec.at.split("/")[2] as string)
    const needed = Object.entries(entries).flatMap(([key, schema]) => (key !== "type" && schema.type !== "optional" ? [key] : []))
    expect(asked.filter((key) => entries[key] === undefined)).toEqual([])
    expect(needed.filter((key) => !asked.includes(key))).toEqual([])
  })
})

interface Wrapped {
  readonly options?: readonly string[]
  readonly wrapped?: Wrapped
}
/** The picklist behind a key of an action's input, whatever is wrapped around it. */
function optionsAt(does: keyof typeof schemas, key: string): readonly string[] {
  const schema = schemas[does] as unknown as {
    readonly entries?: Record<string, Wrapped>
    readonly pipe?: readonly [{ readonly entries: Record<string, Wrapped> }]
  }
  let entry = (schema.entries ?? schema.pipe?.[0].entries)?.[key]
  while (entry?.wrapped !== undefined) entry = entry.wrapped
  return entry?.options ?? []
}

describe("a list offers every value that the action takes", () => {
  const picks = Object.values(forms).flatMap((form) =>
    form === null || typeof form.fields === "function"
      ? []
      : (form.fields as readonly FieldSpec[]).flatMap((spec) =>
          spec.is === "pick" && !spec.at.slice(1).includes("/") && spec.group !== "country"
            ? [{ does: form.does, at: spec.at, values: spec.values }]
            : [],
        ),
  )
  test.each(picks)("$does $at", ({ does, at, values }) => {
    expect([...values].sort()).toEqual([...optionsAt(does, at.slice(1))].sort())
  })
})
