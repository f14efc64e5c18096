// A card holds facts and fits: what is left out, in which order, and that a clock can trust what it carries.
import { describe, expect, test } from "vitest"
import { readFacts } from "../proceeding/facts.ts"
import { ProceedingEvent, eventSchemas } from "../proceeding/event.ts"
import * as v from "valibot"
import { card, cardBytes, factsOfCard, mostCardBytes, packEvent, unpackEvent } from "./card.ts"
import { caseStory } from "./story.ts"
import { clockFacts, factsAt } from "./views/clock-facts.ts"

const asOf = "2026-11-24T12:00:00Z"
const usual = () => {
  const story = caseStory()
  story.opensWithFamily()
  story.joins()
  story.tells("anna", "take-case", { owner: "anna" })
  story.tells("anna", "describe-person", { person: "pavel", court: { circuit: "5", state: "LA" } })
  story.tells("anna", "record-custody", {
    person: "pavel",
    since: "2026-11-02",
    confirmed: "2026-11-20",
    how: "locator",
    facility: { code: "WINNFLD", name: "Winn Correctional Center", state: "LA", timeZone: "America/Chicago" },
  })
  story.tells("anna", "record-event", {
    person: "pavel",
    event: { type: "ij.decision", on: "2026-11-20", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
  })
  story.tells("anna", "record-counsel", { person: "pavel", name: "R. Advocate", for: "appeal", since: "2026-11-10" })
  story.tells("anna", "add-task", { task: "t", text: "ring counsel", due: "2026-11-25" })
  story.proves()
  story.recommends()
  return story
}

describe("a usual family", () => {
  test("its card says where, who, what waits, and fits into two kibibytes", () => {
    const made = card(usual().state)
    expect(cardBytes(made)).toBeLessThan(2048)
    expect(made).toMatchObject({
      owner: "anna",
      stage: "waiting-signature",
      whole: true,
      waiting: [{ what: "recommendation", by: "anna" }],
      tasks: [{ due: "2026-11-25" }],
    })
    expect(made.people[0]).toMatchObject({
      aNumbers: ["A087654321"],
      facility: { code: "WINNFLD" },
      since: "2026-11-02",
      confirmed: "2026-11-20",
      counsel: ["appeal"],
      zone: "America/Chicago",
      circuit: "5",
    })
    expect(made.asks).toMatchObject([{ answered: 0, name: "Дина Пробная" }])
  })

  test("a former name stands before the one in use, wherever it was written", () => {
    const story = usual()
    const names = [
      { script: "cyrillic", surname: "Пробный", given: "Павел" },
      { script: "cyrillic", surname: "Прежний", given: "Павел", former: true },
    ]
    story.tells("anna", "describe-person", { person: "pavel", names })
    expect(
      card(story.state)
        .people[0]?.names.filter(([script]) => script === "c")
        .at(-1),
    ).toEqual(["c", "Пробный", "Павел"])
  })

  test("it is the same after a way through JSON", () => {
    const made = card(usual().state)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
  })

  test("the clock gets from the card what it gets from the case, in the form that it reads", () => {
    const { state } = usual()
    expect(factsOfCard(card(state), "pavel")).toEqual(clockFacts(state, "pavel"))
    expect(readFacts(factsAt(clockFacts(state, "pavel"), asOf, "America/New_York"))).not.toHaveProperty("error")
    expect(readFacts(factsAt(clockFacts(state, "maya"), asOf, "America/New_York"))).toMatchObject({ timeZone: "America/New_York" })
  })

  test("it holds no conclusion: nothing that a passing midnight or a changed rule would make wrong", () => {
    const text = JSON.stringify(card(usual().state))
    for (const word of ["deadline", "urgency", "nominal", "hard", "safeBy", "overdue", 'met"']) expect(text).not.toContain(word)
  })
})

test("every event of the contract goes through a card unchanged", () => {
  const on = "2026-11-20"
  const at = "2026-11-20T10:00:00-06:00"
  const extra: Record<string, object> = {
    "ij.decision": { outcome: "DENIED_REMOVAL" },
    "cf.determination": { result: "negative" },
    "cf.ij-review": { result: "affirmed" },
    "bia.decision": { outcome: "dismissed" },
    "motion.filed": { kind: "reopen" },
    "court.final-order": { stayedRemoval: true },
    "court.order": { kind: "no-removal", until: "2026-12-01" },
    "travel-document": { heldBy: "ice" },
    "consent.oral": { scope: "SHARE_IRCC" },
    "consent.written": { scope: "SHARE_IRCC" },
    "hearing.scheduled": { kind: "bond" },
    "counsel.entered": { for: "all" },
    "counsel.left": { for: "all" },
    "filing.made": { rule: "US.PFR.30" },
    "custody.confirmed": { how: "locator", seen: false },
  }
  for (const [type, schema] of Object.entries(eventSchemas)) {
    const event = v.parse(ProceedingEvent, { type, ...("on" in schema.entries ? { on } : { at }), ...extra[type] })
    expect(unpackEvent(JSON.parse(JSON.stringify(packEvent(event)))), type).toEqual(event)
  }
})

describe("a large family", () => {
  const large = (people: number, events: number) => {
    const story = caseStory()
    story.opens()
    for (let i = 0; i < people; i++) {
      const person = `person-${i}`
      const latin = ["Tsvetaeva", "Tcvetaeva", "Tsvetayeva", "Zwetajewa"].map((surname) => ({ script: "latin", surname, given: "Iuliia" }))
      story.tells("anna", "add-person", {
        person,
        relation: i === 0 ? "principal" : "child",
        born: "1990-01-01",
        aNumbers: ["A087654321"],
        names: [{ script: "cyrillic", surname: "Цветаева", given: "Юлия", patronymic: "Сергеевна" }, ...latin],
      })
      for (let k = 0; k < events; k++)
        story.tells("anna", "record-event", {
          person,
          event: { type: "custody.confirmed", at: `2026-10-${String(10 + k)}`, how: "locator" },
        })
      story.tells("anna", "record-event", { person, event: { type: "ij.decision", on: "2026-11-20", outcome: "DENIED_REMOVAL" } })
    }
    return card(story.state)
  }

  test("spellings and old confirmations go before anything that the law's clock needs", () => {
    const made = large(5, 8)
    expect(cardBytes(made)).toBeLessThanOrEqual(mostCardBytes)
    expect(made.whole).toBe(true)
    for (const person of made.people) expect(person.events.map((event) => event[0])).toContain("ij.decision")
  })

  test("where even that is not enough, the card says that it is not whole and gives the clock nothing", () => {
    const made = large(20, 2)
    expect(cardBytes(made)).toBeLessThanOrEqual(mostCardBytes)
    expect(made.whole).toBe(false)
    expect(factsOfCard(made, "person-0")).toBeNull()
    expect(made.people.map((person) => person.id)).toContain("person-11")
  })
})
