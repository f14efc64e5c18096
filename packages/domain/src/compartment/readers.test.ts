// Who opens a compartment and who may be on it is law: what was opened or written against it folds to a refusal, for ever the same.
import { describe, expect, test } from "vitest"
import type { Guard } from "../stream/line.ts"
import { storyHash, storyOf, streamId } from "../stream/story.ts"
import { compartmentKind } from "./fold.ts"
import { neighbour, rumour } from "./story.ts"

const members = streamId("members")
/** What everybody was at which place of the members stream; later places say later roles. */
const told: Readonly<Record<string, readonly (readonly [from: number, roles: readonly string[]])[]>> = {
  vera: [[1, ["verifier"]]],
  kay: [
    [1, ["caseworker"]],
    [5, ["intake"]],
  ],
  ida: [[1, ["intake", "liaison", "administrator"]]],
}
const roles = {
  stream: members,
  at: (member: string, seq: number) => told[member]?.findLast(([from]) => from <= seq)?.[1] ?? [],
}
const story = () => storyOf(compartmentKind, { sha256: storyHash, roles })
const at = (seq: number): readonly Guard[] => [{ stream: members, seq, hash: storyHash(`${seq}`) }]
const open = (kind: "adverse" | "vouchers") => ({ case: streamId("case"), kind })

describe("a compartment opened", () => {
  test("by somebody whose role it is not stands for nothing, and nothing written in it counts", () => {
    const adverse = story()
    expect(adverse.says("kay", "open-compartment", open("adverse"), { readers: ["kay", "vera"] }).refusal).toMatchObject({
      error: "compartment-role",
    })
    expect(adverse.says("vera", "note-adverse", rumour, { readers: ["kay", "vera"] }).refusal?.error).toBe("not-opened")
    expect(story().says("kay", "open-compartment", open("vouchers"), { readers: ["kay"] }).refusal).toBeNull()
    expect(story().says("vera", "open-compartment", open("adverse"), { readers: ["vera"] }).refusal).toBeNull()
  })
  test("for somebody who may be on none is refused, and says who", () => {
    expect(story().says("vera", "open-compartment", open("adverse"), { readers: ["vera", "ida"] }).refusal).toMatchObject({
      error: "compartment-reader",
      params: { member: "ida" },
    })
    expect(story().says("vera", "open-compartment", open("adverse"), { readers: ["vera", "nobody"] }).refusal?.error).toBe(
      "compartment-reader",
    )
  })
  test("without a word of where roles stood is refused: else an older word could be chosen", () => {
    expect(story().says("vera", "open-compartment", open("adverse"), { readers: ["vera"], guards: [] }).refusal).toMatchObject({
      error: "guard-missing",
      params: { stream: members },
    })
  })
})

test("nothing is written while somebody is on it who may not be, and everything again once she is off", () => {
  const kept = story()
  kept.tells("vera", "open-compartment", open("vouchers"), { readers: ["vera", "kay"], guards: at(4) })
  kept.tells("kay", "add-voucher", neighbour, { readers: ["vera", "kay"], guards: at(4) })
  const more = { ...neighbour, voucher: "v2" }
  expect(kept.says("vera", "add-voucher", more, { readers: ["vera", "kay"], guards: at(5) }).refusal?.error).toBe("compartment-reader")
  expect(kept.says("vera", "strike", { seq: 1, why: "x" }, { readers: ["vera", "kay"], guards: at(5) }).refusal?.error).toBe(
    "compartment-reader",
  )
  kept.tells("vera", "add-voucher", more, { readers: ["vera"], guards: at(5) })
  // What she wrote while she might stays.
  expect(kept.state.vouchers.map(({ voucher }) => voucher)).toEqual(["v1", "v2"])
})

test("where nothing tells of roles nobody is asked: histories from before this was law keep what they say", () => {
  const old = storyOf(compartmentKind, { sha256: storyHash })
  old.tells("ida", "open-compartment", open("adverse"), { readers: ["ida"] })
  expect(old.lines[0]?.guards).toEqual([])
})
