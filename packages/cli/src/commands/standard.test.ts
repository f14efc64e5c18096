import { describe, expect, test } from "vitest"
import { refusalOf, run } from "../testing/run.ts"

const dossier = {
  id: "d",
  claims: [{ id: "c1", kind: "protest", what: "A picket", when: "2022-03" }],
  evidence: [
    {
      id: "e1",
      claims: ["c1"],
      source: "official-record",
      origin: "court",
      authenticity: "verified",
      identity: "verified",
      contrary: false,
    },
    { id: "e2", claims: ["c1"], source: "media", origin: "paper", authenticity: "verified", identity: "likely", contrary: false },
    { id: "e3", claims: ["c1"], source: "media", origin: "paper", authenticity: "verified", identity: "likely", contrary: false },
  ],
  doubts: [],
  readings: [
    { claim: "c1", reader: "r1", finding: "established" },
    { claim: "c1", reader: "r2", finding: "established" },
  ],
}
const judged = async (given: unknown) => run(["standard"], { input: `${JSON.stringify(given)}\n` })

describe("standard", () => {
  test("a record and a second origin, read by two, meet the standard", async () => {
    const ran = await judged(dossier)
    expect(ran.code).toBe(0)
    const answer = JSON.parse(ran.out)
    expect(answer).toMatchObject({ id: "d", met: true, claims: [{ claim: "c1", met: true, wouldCloseTheGap: [] }] })
    expect(answer.claims[0].requirements.map((one: { id: string }) => one.id)).toEqual([
      "primary-record",
      "two-independent-sources",
      "identity-link",
      "no-open-contradiction",
      "two-readers",
    ])
  })

  test("one reader is not two, and the gap says so", async () => {
    const answer = JSON.parse((await judged({ ...dossier, readings: [dossier.readings[0], { ...dossier.readings[1], reader: "r1" }] })).out)
    expect(answer.met).toBe(false)
    expect(answer.claims[0].wouldCloseTheGap).toContainEqual(expect.objectContaining({ requirement: "two-readers" }))
  })

  test("a reference that leads nowhere, and an unknown key, are refused with their place", async () => {
    const lost = await judged({ ...dossier, doubts: [{ claim: "c9", closed: false }] })
    expect([lost.code, lost.out]).toEqual([2, ""])
    expect(refusalOf(lost)).toMatchObject({ error: "unknown-claim", at: "/doubts/0/claim", line: 1 })
    expect(refusalOf(await judged({ ...dossier, score: 3 }))).toMatchObject({ error: "unknown-key", at: "/score" })
  })
})
