// Whatever rang: who files and where, the field office, Congress, the family, publicity. Each with somebody who does it and an hour.
import { levels, urgencyTriggers, type UrgencyTrigger } from "@safe-conduct/domain/clock"
import { describe, expect, test } from "vitest"
import { playbooks } from "./playbooks.ts"

const triggers = Object.keys(urgencyTriggers) as UrgencyTrigger[]
const named = ["reach-counsel", "who-files", "field-office", "congress", "tell-family", "publicity"]
/** Hours within which the first act of a level is done: an hour, four, a business day. */
const first = { E: 1, U: 4, H: 24, N: 24 }
const owners = new Set(["caseworker", "counsel", "intake", "liaison", "asker"])

test("every trigger has one playbook, and no playbook is for anything else", () => {
  expect(playbooks.map(({ trigger }) => trigger).toSorted()).toEqual(triggers.toSorted())
})

describe.each(triggers)("%s", (trigger) => {
  const steps = playbooks.find((one) => one.trigger === trigger)?.steps ?? []

  test("opens what must be settled whatever it is, each step once, with an owner and an hour", () => {
    expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining(named))
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    for (const { id, owner, withinHours, words } of steps) {
      expect(owners.has(owner), id).toBe(true)
      expect(Number.isInteger(withinHours) && withinHours >= 1 && withinHours <= 72, id).toBe(true)
      for (const text of Object.values(words)) expect(text.length, id).toBeGreaterThan(20)
    }
  })

  test("begins as soon as its level asks, and stands in the order of its hours", () => {
    expect(steps[0]?.withinHours).toBeLessThanOrEqual(first[urgencyTriggers[trigger]])
    expect(steps.map(({ withinHours }) => withinHours)).toEqual(steps.map(({ withinHours }) => withinHours).toSorted((a, b) => a - b))
  })
})

test("the step to Congress says that it needs the signed release, and the one to a court says which", () => {
  const step = (id: string) => playbooks[0]?.steps.find((one) => one.id === id)?.words.en ?? ""
  expect(step("congress")).toMatch(/signed privacy release/)
  expect(step("who-files")).toMatch(/where the judge sat.*district where the person is held/)
  expect(step("tell-family")).toMatch(/named in the case/)
})

test("a graver level is never slower with the same step", () => {
  for (const id of named) {
    const slowest = levels.map((level) =>
      Math.max(
        0,
        ...playbooks
          .filter(({ trigger }) => urgencyTriggers[trigger] === level)
          .flatMap(({ steps }) => steps.filter((one) => one.id === id).map(({ withinHours }) => withinHours)),
      ),
    )
    expect(slowest.slice(0, 3), id).toEqual(slowest.slice(0, 3).toSorted((a, b) => a - b))
  }
})
