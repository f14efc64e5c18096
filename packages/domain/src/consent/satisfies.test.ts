// Whose word carries which step. Everyone here is invented.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hourMs, type Instant, parseInstant } from "../time/instant.ts"
import { plainDateOf } from "../time/plain-date.ts"
import { type Consent, consentScopes, onlyInPerson, satisfies, writtenDue } from "./index.ts"

const at = (text: string): Instant => {
  const moment = parseInstant(text)
  if (moment === null) throw new Error(text)
  return moment
}
const given = at("2026-11-23T17:10:00-06:00")
const now = at("2026-11-24T12:00:00-06:00")
const later = (from: Instant, hours: number) => (from + hours * hourMs) as Instant
const ages = { adultAt: 18, assentFrom: 12, writtenWithinHours: 72 }
const adult = { person: "anton", born: plainDateOf("1985-01-01") }
const row = (over: Partial<Consent> = {}): Consent => ({
  person: "anton",
  scope: "SHARE_US_STATE_DHS_MIN",
  givenBy: { who: "person" },
  how: "written",
  version: 1,
  language: "ru",
  at: given,
  ...over,
})
const ask = (
  rows: Consent[],
  subject: Parameters<typeof satisfies>[1] = adult,
  scope: Consent["scope"] = "SHARE_US_STATE_DHS_MIN",
  on = now,
) => {
  const answer = satisfies(rows, subject, scope, on, ages)
  return answer.ok ? "ok" : answer.missing
}

describe("an adult", () => {
  test("gives written consent", () => expect(ask([row()])).toBe("ok"))
  test("has given none", () => expect(ask([])).toBe("consent-none"))
  test("is not bound by another person's, another scope's or a later consent", () => {
    expect(ask([row({ person: "dina" })])).toBe("consent-none")
    expect(ask([row({ scope: "SHARE_IRCC" })])).toBe("consent-none")
    expect(ask([row({ at: later(now, 1) })])).toBe("consent-none")
  })
  test("whose birth date nobody knows is an adult", () =>
    expect(ask([row({ givenBy: { who: "guardian", name: "Дина" } })], { person: "anton" })).toBe("consent-by-someone-else"))
  test("nobody else's tick ever exposes or moves", () => {
    const others = fc.constantFrom<Consent["givenBy"]>(
      { who: "asker" },
      { who: "guardian", name: "x" },
      { who: "counsel", name: "x" },
      { who: "independent-representative", name: "x" },
    )
    const scope = fc.constantFrom(...consentScopes.filter(onlyInPerson))
    fc.assert(
      fc.property(others, scope, fc.constantFrom<Consent["how"]>("written", "oral", "reported"), (givenBy, what, how) => {
        expect(ask([row({ givenBy, scope: what, how, witness: "w", interpreter: "i", readBack: true })], adult, what)).toBe(
          "consent-by-someone-else",
        )
      }),
    )
  })
  test("and his own, as others report it, is only reported", () => expect(ask([row({ how: "reported" })])).toBe("consent-only-reported"))
  test("an asker may begin intake and name a lawyer, no more", () => {
    const by = (scope: Consent["scope"]) => ask([row({ scope, givenBy: { who: "asker" } })], adult, scope)
    expect([by("INTAKE"), by("CONTACT_COUNSEL")]).toEqual(["ok", "ok"])
    expect([by("OBTAIN_US_RECORDS"), by("SECURITY_SCREENING"), by("MEDIA")]).toEqual(Array(3).fill("consent-by-someone-else"))
  })
  test("a consent about a voucher is for that voucher", () => {
    const rows = [row({ scope: "CONTACT_VOUCHER", about: "v1" })]
    expect(satisfies(rows, adult, "CONTACT_VOUCHER", now, ages, "v1").ok).toBe(true)
    expect(satisfies(rows, adult, "CONTACT_VOUCHER", now, ages, "v2").ok).toBe(false)
    expect(satisfies(rows, adult, "CONTACT_VOUCHER", now, ages).ok).toBe(false)
  })
})

describe("a consent ends", () => {
  test("at its hour", () => {
    expect(ask([row({ until: later(now, 1) })])).toBe("ok")
    expect(ask([row({ until: now })])).toBe("consent-expired")
  })
  test("when it is withdrawn, with every paper given before", () => {
    const withdrawn = row({ at: later(given, 1), withdrawn: later(given, 2) })
    expect(ask([withdrawn])).toBe("consent-withdrawn")
    expect(ask([row(), withdrawn])).toBe("consent-withdrawn")
    expect(
      ask([row({ scope: "INTAKE", withdrawn: later(given, 2) }), row({ scope: "INTAKE", givenBy: { who: "asker" } })], adult, "INTAKE"),
    ).toBe("consent-withdrawn")
  })
  test("not before the withdrawal, and a later word stands again", () => {
    const withdrawn = row({ withdrawn: later(given, 2) })
    expect(ask([withdrawn], adult, "SHARE_US_STATE_DHS_MIN", later(given, 1))).toBe("ok")
    expect(ask([withdrawn, row({ at: later(given, 3) })])).toBe("ok")
  })
})

describe("an oral consent to a government", () => {
  const oral = row({ how: "oral", interpreter: "own-language", witness: "boris", readBack: true })
  test("needs an interpreter, a second member and a read-back", () => {
    const { interpreter: _i, ...noInterpreter } = oral
    const { witness: _w, ...noWitness } = oral
    expect(ask([oral])).toBe("ok")
    expect(ask([noInterpreter])).toBe("consent-interpreter-needed")
    expect(ask([noWitness])).toBe("consent-second-witness-needed")
    expect(ask([{ ...oral, readBack: false }])).toBe("consent-read-back-needed")
  })
  test("given at 17:10 on Monday is due on paper by 17:10 on Thursday", () => {
    expect(writtenDue(oral, ages)).toBe(at("2026-11-26T17:10:00-06:00"))
    expect(ask([oral], adult, "SHARE_US_STATE_DHS_MIN", at("2026-11-26T17:09:59-06:00"))).toBe("ok")
    expect(ask([oral], adult, "SHARE_US_STATE_DHS_MIN", at("2026-11-26T17:10:00-06:00"))).toBe("consent-written-overdue")
  })
  test("paper that follows ends the clock", () =>
    expect(ask([oral, row({ at: later(given, 50) })], adult, "SHARE_US_STATE_DHS_MIN", later(given, 90))).toBe("ok"))
  test("counsel needs no such ceremony", () =>
    expect(ask([row({ how: "oral", scope: "CONTACT_COUNSEL" })], adult, "CONTACT_COUNSEL")).toBe("ok"))
})

describe("a child", () => {
  const lev = { person: "lev", born: plainDateOf("2020-05-05") }
  const maya = { person: "maya", born: plainDateOf("2011-01-15") }
  const parent = (person: string, over: Partial<Consent> = {}) => row({ person, givenBy: { who: "guardian", name: "Вера" }, ...over })
  test("of six needs a guardian, and no asker will do", () => {
    expect(ask([parent("lev")], lev)).toBe("ok")
    expect(ask([parent("lev", { givenBy: { who: "asker" } })], lev)).toBe("consent-guardian-needed")
    expect(ask([row({ person: "lev" })], lev)).toBe("consent-guardian-needed")
  })
  test("of fifteen needs the guardian and her own assent", () => {
    expect(ask([parent("maya")], maya)).toBe("consent-assent-needed")
    expect(ask([row({ person: "maya" })], maya)).toBe("consent-guardian-needed")
    expect(ask([parent("maya"), row({ person: "maya" })], maya)).toBe("ok")
    expect(ask([parent("maya"), row({ person: "maya", withdrawn: given })], maya)).toBe("consent-withdrawn")
  })
  test("in conflict with the guardian needs an independent representative", () => {
    const conflicted = parent("lev", { givenBy: { who: "guardian", name: "Вера", conflict: true } })
    expect(ask([conflicted], lev)).toBe("consent-independent-representative-needed")
    expect(ask([conflicted, parent("lev", { givenBy: { who: "independent-representative", name: "Рут" } })], lev)).toBe("ok")
  })
  test("who turns eighteen speaks alone from that day", () => {
    const turning = { person: "maya", born: plainDateOf("2008-11-24") }
    const rows = [parent("maya"), row({ person: "maya", how: "reported" })]
    expect(ask(rows, turning, "SHARE_US_STATE_DHS_MIN", at("2026-11-24T00:00:00Z"))).toBe("consent-only-reported")
    expect(ask([parent("maya")], turning)).toBe("consent-by-someone-else")
  })
})

test("there is no scope for sharing with Russia", () => expect(consentScopes.some((scope) => scope.includes("RUSSIA"))).toBe(false))
