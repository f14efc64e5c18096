// May they move together, and if not, what would unblock it. Everyone here is invented.
import { describe, expect, test } from "vitest"
import { plainDateOf } from "../time/plain-date.ts"
import { type FamilyMember, type FamilySplit, readiness } from "./index.ts"

const today = plainDateOf("2026-11-22")
const adult = (person: string, over: Partial<FamilyMember> = {}): FamilyMember => ({
  person,
  relation: "principal",
  born: plainDateOf("1990-01-01"),
  where: "detained",
  wish: "go",
  consentMissing: null,
  ...over,
})
const child = (person: string, over: Partial<FamilyMember> = {}) =>
  adult(person, { relation: "child", born: plainDateOf("2020-05-05"), where: "free", ...over })
const codes = (members: FamilyMember[], split?: FamilySplit) => {
  const answer = readiness({ members, split: split ?? null }, today)
  return [answer.state, ...answer.blocks.map((block) => `${block.person ?? "-"}: ${block.unblock}`)]
}
const split = (over: Partial<FamilySplit>): FamilySplit => ({
  going: ["anton"],
  staying: ["dina"],
  reason: "a flight is near",
  decidedBy: ["anna", "boris"],
  agreedBy: ["anton"],
  bestInterests: "none",
  ...over,
})

describe("a family", () => {
  test("of one who agrees is complete", () =>
    expect(readiness({ members: [adult("pavel")] }, today)).toEqual({ state: "COMPLETE", blocks: [], mayGo: ["pavel"] }))
  test("of nobody is not", () => expect(codes([])).toEqual(["BLOCKED_CONSENT", "-: name-a-person"]))
  test("that all agree, a child with a parent among them, is complete", () => {
    expect(readiness({ members: [adult("anton"), adult("dina", { relation: "spouse" }), child("lev")] }, today).mayGo).toEqual([
      "anton",
      "dina",
      "lev",
    ])
  })
  test("waits for a wife who has not spoken", () => {
    expect(codes([adult("anton"), adult("dina", { relation: "spouse", wish: "silent" })])).toEqual([
      "BLOCKED_CONSENT",
      "dina: own-decision",
    ])
  })
  test("waits for a consent that is missing", () => {
    const answer = readiness({ members: [adult("anton", { consentMissing: "consent-by-someone-else" })] }, today)
    expect(answer).toMatchObject({ state: "BLOCKED_CONSENT", mayGo: [], blocks: [{ person: "anton", code: "consent-by-someone-else" }] })
  })
  test("an adult daughter decides for herself", () => {
    const maya = adult("maya", { relation: "child", born: plainDateOf("2005-01-15"), wish: "silent" })
    expect(codes([adult("anton"), maya])).toEqual(["BLOCKED_CONSENT", "maya: own-decision"])
  })
  test("one of whom wants to stay waits for a decision to part", () => {
    expect(codes([adult("anton"), adult("dina", { relation: "spouse", wish: "stay" })])).toEqual(["SPLIT_PENDING", "dina: split-decision"])
  })
})

describe("a mother detained and a son in foster care", () => {
  const vera = adult("vera")
  const lev = child("lev", {
    where: "foster-care",
    custody: { holder: "court", courtOrder: false, agencyAgrees: false, otherParent: "silent" },
  })
  test("is blocked by custody, and every step that would unblock it is named", () => {
    expect(codes([vera, lev])).toEqual([
      "BLOCKED_CUSTODY",
      "lev: court-order",
      "lev: placement-agency",
      "lev: other-parent-declaration",
      "lev: best-interests-determination",
    ])
  })
  test("is blocked too when nobody has recorded who holds him", () =>
    expect(codes([vera, child("lev", { where: "foster-care" })])[0]).toBe("BLOCKED_CUSTODY"))
  test("is complete when all four are there", () => {
    const free = {
      ...lev,
      custody: { holder: "court", courtOrder: true, agencyAgrees: true, otherParent: "declared" },
      bestInterests: "determined",
    } as const
    expect(codes([vera, free])).toEqual(["COMPLETE"])
  })
  test("she never goes alone without a determination of his best interests", () => {
    const alone = { going: ["vera"], staying: ["lev"], agreedBy: ["vera"] }
    expect(codes([vera, lev], split({ ...alone, bestInterests: "none" }))).toEqual(["SPLIT_PENDING", "-: best-interests-determination"])
    expect(codes([vera, lev], split({ ...alone, bestInterests: "assessed" }))).toEqual(["SPLIT_PENDING", "-: best-interests-determination"])
    expect(codes([vera, lev], split({ ...alone, bestInterests: "determined" }))).toEqual(["PARTIAL_CONSENTED"])
  })
})

describe("a decision to part", () => {
  const anton = adult("anton")
  const dina = adult("dina", { relation: "spouse", wish: "silent" })
  test("frees the one who goes from waiting for the one who is silent", () => {
    expect(readiness({ members: [anton, dina], split: split({}) }, today)).toEqual({
      state: "PARTIAL_CONSENTED",
      blocks: [],
      mayGo: ["anton"],
    })
  })
  test("needs a reason, two members and the word of the one who goes", () => {
    expect(codes([anton, dina], split({ reason: " " }))).toEqual(["SPLIT_PENDING", "-: give-reason"])
    expect(codes([anton, dina], split({ decidedBy: ["anna", "anna"] }))).toEqual(["SPLIT_PENDING", "-: second-member"])
    expect(codes([anton, dina], split({ agreedBy: [] }))).toEqual(["SPLIT_PENDING", "anton: own-decision"])
  })
  test("says of everyone whether they go", () => {
    expect(codes([anton, dina], split({ staying: [] }))).toEqual(["SPLIT_PENDING", "dina: say-who-goes-and-who-stays"])
    expect(codes([anton, dina], split({ going: ["anton", "dina"], agreedBy: ["anton", "dina"] }))[0]).toBe("BLOCKED_CONSENT")
  })
  test("does not replace a consent", () =>
    expect(codes([{ ...anton, consentMissing: "consent-withdrawn" }, dina], split({}))[0]).toBe("BLOCKED_CONSENT"))
  test("takes nobody who wants to stay", () =>
    expect(codes([{ ...anton, wish: "stay" }, dina], split({}))).toEqual(["BLOCKED_CONSENT", "anton: own-decision"]))
  test("takes a child from a parent who stays only with that parent's word", () => {
    const lev = child("lev")
    const leaving = split({ going: ["anton", "lev"], bestInterests: "determined" })
    expect(codes([anton, dina, lev], leaving)).toEqual(["SPLIT_PENDING", "dina: other-parent-declaration"])
    expect(codes([anton, dina, lev], { ...leaving, agreedBy: ["anton", "dina"] })).toEqual(["PARTIAL_CONSENTED"])
  })
})
