// What the case makes of a voucher's number.
import { expect, test } from "vitest"
import type { EvidenceItem } from "../evidence/item.ts"
import { independentItems } from "../evidence/independence.ts"
import { storyPolicy } from "../case/story.ts"
import { originOf } from "./views.ts"

const item = (id: string, origin: string) =>
  ({ id, claims: ["c"], source: "witness", origin, authenticity: "verified", identity: "verified", contrary: false }) as EvidenceItem

test("two items of one voucher are one origin, items of two vouchers are two: his number is enough to judge by", () => {
  const all = [item("e1", originOf(1)), item("e2", originOf(1)), item("e3", originOf(2))]
  expect(independentItems(all, all, storyPolicy.standard).map(({ id }) => id)).toEqual(["e1", "e3"])
})
