// The evidence standard, rule by rule, and what a dossier file may not hold.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Dossier, type EvidenceItem, type EvidenceStandard, judge, ladders, readDossier, type RequirementId } from "./index.ts"
import { isRefusal } from "../refusal.ts"

const standard: EvidenceStandard = {
  id: "test/1",
  primarySources: ["official-record", "organisation-letter"],
  primaryByKind: { speech: ["publication"] },
  independentOrigins: 2,
  neverIndependent: ["own-statement"],
  countingAuthenticity: ["verified", "plausible"],
  identityOfPrimary: ["verified"],
  identityOfSupport: ["verified", "likely"],
  readers: 2,
  dissentBars: true,
  claimsToMeet: 1,
  contradictionBarsAll: true,
}

type Given = { [K in keyof Dossier]?: unknown }
const item = (id: string, over: Partial<Record<keyof EvidenceItem, unknown>> = {}) => ({
  id,
  claims: ["c1"],
  source: "media",
  origin: id,
  authenticity: "verified",
  identity: "verified",
  contrary: false,
  ...over,
})
const record = item("e1", { source: "official-record", origin: "court" })
const press = item("e3", { origin: "newspaper", identity: "likely" })
const yes = (reader: string, claim = "c1") => ({ claim, reader, finding: "established" })
const whole = {
  id: "d1",
  claims: [{ id: "c1", kind: "protest", what: "a picket", when: "2022-03-06" }],
  evidence: [record, press],
  doubts: [],
  readings: [yes("r1"), yes("r2")],
}

function read(over: Given = {}): Dossier {
  const dossier = readDossier({ ...whole, ...over })
  if (isRefusal(dossier)) throw new Error(JSON.stringify(dossier))
  return dossier
}
const judged = (over: Given = {}) => judge(read(over), standard)
const met = (id: RequirementId, over: Given = {}) => judged(over).claims[0]?.requirements.find((one) => one.id === id)
const unmet = (over: Given = {}) =>
  judged(over)
    .claims[0]?.requirements.filter((one) => !one.met)
    .map((one) => one.id)

describe("a claim is established", () => {
  test("by a record, a second origin, a verified person, no contradiction and two readers", () => {
    expect(judged()).toEqual({
      id: "d1",
      met: true,
      claims: [
        {
          claim: "c1",
          met: true,
          requirements: [
            { id: "primary-record", met: true, by: ["e1"] },
            { id: "two-independent-sources", met: true, by: ["e1", "e3"] },
            { id: "identity-link", met: true, by: ["e1"] },
            { id: "no-open-contradiction", met: true, by: [] },
            { id: "two-readers", met: true, by: ["r1", "r2"] },
          ],
          wouldCloseTheGap: [],
        },
      ],
      flags: [],
    })
  })
  test("a dossier without claims establishes nothing", () =>
    expect(judged({ claims: [], evidence: [], readings: [] })).toMatchObject({ met: false, claims: [] }))
  test("without a primary record it is not", () =>
    expect(unmet({ evidence: [press, item("e4")] })).toEqual(["primary-record", "identity-link"]))
  test("a publication is the record of a speech and not of a protest", () => {
    const published = [item("e1", { source: "publication" }), press]
    expect(unmet({ evidence: published })).toContain("primary-record")
    expect(unmet({ evidence: published, claims: [{ id: "c1", kind: "speech" }] })).toEqual([])
  })
})

describe("independence", () => {
  test("three reposts of one origin are one source", () => {
    const reposts = ["e1", "e2", "e3"].map((id) => item(id, { source: "official-record", origin: id === "e2" ? " Agency " : "agency" }))
    expect(met("two-independent-sources", { evidence: reposts })).toEqual({ id: "two-independent-sources", met: false, by: ["e1"] })
  })
  test("an own statement never counts", () =>
    expect(unmet({ evidence: [record, item("e2", { source: "own-statement" })] })).toEqual(["two-independent-sources"]))
  test("an interview that repeats her own account shares its origin and does not count either", () => {
    const own = item("e2", { source: "own-statement", origin: "herself" })
    expect(unmet({ evidence: [record, own, item("e4", { origin: "Herself" })] })).toEqual(["two-independent-sources"])
  })
  test("an origin that nobody knows is independent of nothing", () =>
    expect(unmet({ evidence: [record, item("e2", { origin: " " })] })).toEqual(["two-independent-sources"]))
  test.each(["doubtful", "refuted"])("%s evidence never counts", (authenticity) => {
    expect(unmet({ evidence: [record, { ...press, authenticity }] })).toEqual(["two-independent-sources"])
    expect(unmet({ evidence: [{ ...record, authenticity }, press, item("e4")] })).toEqual(["primary-record", "identity-link"])
  })
})

describe("identity", () => {
  test("likely is not enough for the record of the act", () => {
    expect(
      unmet({
        evidence: [
          { ...record, identity: "likely" },
          { ...press, identity: "verified" },
        ],
      }),
    ).toEqual(["identity-link"])
  })
  test("an item about nobody in particular counts for nothing", () => {
    expect(unmet({ evidence: [record, { ...press, identity: "unlinked" }] })).toEqual(["two-independent-sources"])
  })
})

describe("contradiction", () => {
  const against = item("e9", { contrary: true, origin: "other" })
  test("a contrary item bars, and supports nothing", () =>
    expect(unmet({ evidence: [record, against] })).toEqual(["two-independent-sources", "no-open-contradiction"]))
  test("a doubtful contrary item bars, a refuted one does not", () => {
    expect(unmet({ evidence: [record, press, { ...against, authenticity: "doubtful" }] })).toEqual(["no-open-contradiction"])
    expect(unmet({ evidence: [record, press, { ...against, authenticity: "refuted" }] })).toEqual([])
  })
  test("an answer with a reason lifts it; closed without a reason it stays", () => {
    const evidence = [record, press, against]
    expect(unmet({ evidence, doubts: [{ claim: "c1", closed: true, reason: "a namesake" }] })).toEqual([])
    expect(unmet({ evidence, doubts: [{ claim: "c1", closed: true, reason: "  " }] })).toEqual(["no-open-contradiction"])
    expect(unmet({ evidence, doubts: [{ claim: "c1", closed: true }] })).toEqual(["no-open-contradiction"])
  })
  test("one answer does not silence two contrary items", () => {
    const evidence = [record, press, against, { ...against, id: "e10" }]
    const doubts = [{ claim: "c1", closed: true, reason: "a namesake" }]
    expect(unmet({ evidence, doubts })).toEqual(["no-open-contradiction"])
    expect(judged({ evidence, doubts }).claims[0]?.wouldCloseTheGap).toEqual([
      { requirement: "no-open-contradiction", code: "answer-contrary-item", params: { evidence: "e10" } },
    ])
  })
  test("an answer that names its item answers that item only", () => {
    const evidence = [record, press, against, { ...against, id: "e10" }]
    const closed = (id: string | null) => ({ claim: "c1", evidence: id, closed: true, reason: "checked" })
    expect(unmet({ evidence, doubts: [closed("e9")] })).toEqual(["no-open-contradiction"])
    expect(unmet({ evidence, doubts: [closed("e9"), closed("e10")] })).toEqual([])
    expect(unmet({ evidence: [record, press, against], doubts: [closed(null)] })).toEqual(["no-open-contradiction"])
  })
  test("an open doubt bars this claim; the answer on another claim does not help", () => {
    const claims = [{ id: "c1" }, { id: "c2" }]
    expect(unmet({ claims, doubts: [{ claim: "c1", closed: false }] })).toEqual(["no-open-contradiction"])
    expect(unmet({ claims, evidence: [record, press, against], doubts: [{ claim: "c2", closed: true, reason: "x" }] })).toEqual([
      "no-open-contradiction",
    ])
  })
})

describe("readers", () => {
  test("the same reader twice is one reader", () => expect(unmet({ readings: [yes("r1"), yes(" r1")] })).toEqual(["two-readers"]))
  test("a later reading replaces the reader's former one", () => {
    const no = { claim: "c1", reader: "r2", finding: "not-established" }
    expect(unmet({ readings: [yes("r1"), yes("r2"), no] })).toEqual(["two-readers"])
    expect(unmet({ readings: [no, yes("r1"), yes("r2")] })).toEqual([])
  })
  test("a dissent is not outvoted; it is read again or answered", () => {
    const readings = [yes("r1"), { claim: "c1", reader: "r2", finding: "not-established" }, yes("r3")]
    expect(unmet({ readings })).toEqual(["two-readers"])
    expect(judged({ readings }).claims[0]?.wouldCloseTheGap).toEqual([
      { requirement: "two-readers", code: "answer-dissent", params: { reader: "r2" } },
    ])
    expect(unmet({ readings, doubts: [{ claim: "c1", reader: "r2", closed: true, reason: "the seal was found" }] })).toEqual([])
  })
  test("unsure neither counts nor bars", () => {
    const unsure = { claim: "c1", reader: "r3", finding: "unsure" }
    expect(unmet({ readings: [yes("r1"), unsure] })).toEqual(["two-readers"])
    expect(unmet({ readings: [yes("r1"), unsure, yes("r2")] })).toEqual([])
  })
})

describe("a dossier", () => {
  const two = { claims: [{ id: "c1" }, { id: "c2" }] }
  test("is carried by one core claim: telling more does no harm", () => expect(judged(two).met).toBe(true))
  test("an unanswered contradiction on any claim leaves it unmet", () => {
    expect(judged({ ...two, doubts: [{ claim: "c2", closed: false }] })).toMatchObject({
      met: false,
      claims: [{ met: true }, { met: false }],
    })
  })
  test("evidence dated after the order counts and is flagged", () => {
    const late = judged({ orderOn: "2026-01-10", evidence: [record, { ...press, dated: "2026-01-11" }] })
    expect(late).toMatchObject({ met: true, flags: [{ code: "dated-after-order", evidence: "e3" }] })
    expect(judged({ orderOn: "2026-01-10", evidence: [record, { ...press, dated: "2026-01-10" }] }).flags).toEqual([])
  })
  test.each([
    [{ evidence: [record, record] }, "duplicate-id", "/evidence/1/id"],
    [{ claims: [{ id: "c1" }, { id: "c1" }] }, "duplicate-id", "/claims/1/id"],
    [{ evidence: [{ ...record, claims: ["c1", "c7"] }] }, "unknown-claim", "/evidence/0/claims/1"],
    [{ readings: [yes("r1", "c7")] }, "unknown-claim", "/readings/0/claim"],
    [{ doubts: [{ claim: "c7" }] }, "unknown-claim", "/doubts/0/claim"],
    [{ doubts: [{ claim: "c1", evidence: "e7" }] }, "unknown-evidence", "/doubts/0/evidence"],
    [{ evidence: [{ ...record, source: "rumour" }] }, "not-one-of", "/evidence/0/source"],
    [{ evidence: [{ ...record, dated: "2026-02-30" }] }, "bad-date", "/evidence/0/dated"],
    [{ evidence: [{ ...record, contray: true }] }, "unknown-key", "/evidence/0/contray"],
    [{ readings: [{ claim: "c1", finding: "established" }] }, "missing", "/readings/0/reader"],
    [{ id: 7 }, "wrong-type", "/id"],
  ])("%# is refused where it is wrong", (over, error, at) => expect(readDossier({ ...whole, ...over })).toMatchObject({ error, at }))
})

describe("properties", () => {
  const anyItem = fc.record({
    id: fc.uuid(),
    claims: fc.subarray(["c1", "c2"]),
    source: fc.constantFrom("official-record", "media", "witness", "own-statement"),
    origin: fc.constantFrom("a", "b", "c", ""),
    authenticity: fc.constantFrom("verified", "plausible", "doubtful", "refuted"),
    identity: fc.constantFrom("verified", "likely", "unlinked"),
    contrary: fc.boolean(),
  })
  const any = fc.record({
    claims: fc.constant([{ id: "c1" }, { id: "c2" }]),
    evidence: fc.array(anyItem, { maxLength: 8 }),
    readings: fc.array(
      fc.record({
        claim: fc.constantFrom("c1", "c2"),
        reader: fc.constantFrom("r1", "r2", "r3"),
        finding: fc.constantFrom("established", "unsure", "not-established"),
      }),
      { maxLength: 6 },
    ),
    doubts: fc.array(fc.record({ claim: fc.constantFrom("c1", "c2"), closed: fc.boolean(), reason: fc.constantFrom("", "because") }), {
      maxLength: 3,
    }),
  })
  test("a claim is met exactly when nothing is left that would close a gap", () => {
    fc.assert(fc.property(any, (over) => judged(over).claims.every((claim) => claim.met === (claim.wouldCloseTheGap.length === 0))))
  })
  test("one more contrary item never turns an unmet dossier into a met one", () => {
    fc.assert(
      fc.property(any, anyItem, (over, extra) => {
        const after = judged({ ...over, evidence: [...over.evidence, { ...extra, contrary: true }] }).met
        expect(after && !judged(over).met).toBe(false)
      }),
    )
  })
  test("a repost of a known origin never adds an independent source", () => {
    fc.assert(
      fc.property(any, (over) => {
        const again = over.evidence.filter((one) => !one.contrary).map((one) => ({ ...one, id: `${one.id}-again` }))
        const count = (evidence: unknown) => judged({ ...over, evidence }).claims.map((claim) => claim.requirements[1]?.by.length)
        expect(count([...over.evidence, ...again])).toEqual(count(over.evidence))
      }),
    )
  })
  test("the ladder and the judgement never disagree", () => {
    fc.assert(
      fc.property(any, (over) => {
        const dossier = read({
          ...over,
          claims: [
            { id: "c1", what: "a" },
            { id: "c2", what: "b" },
          ],
        })
        const byId = new Map(judge(dossier, standard).claims.map((claim) => [claim.claim, claim.met]))
        for (const ladder of ladders(dossier, standard)) expect(ladder.reached === ladder.of).toBe(byId.get(ladder.claim))
      }),
    )
  })
})

test("the ladder shows one next step, the claim nearest the top first", () => {
  const dossier = read({
    claims: [
      { id: "c2", what: "a leaflet" },
      { id: "c1", what: "a picket" },
    ],
    evidence: [record],
    readings: [],
  })
  const [first, second] = ladders(dossier, standard)
  expect(first?.claim).toBe("c1")
  expect(first?.rungs.map((rung) => `${rung.id} ${rung.stands}`)).toEqual([
    "told yes",
    "primary-record yes",
    "identity-link yes",
    "two-independent-sources next",
    "no-open-contradiction yes",
    "two-readers later",
  ])
  expect(second?.rungs.filter((rung) => rung.stands === "next")).toHaveLength(1)
})
