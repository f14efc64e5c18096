// A server that lies, told by the hundred: whatever it serves, an honest client gives the refusal written beside it.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Mutation } from "./mutation.ts"
import { cards } from "./cards.ts"
import { chain } from "./chain.ts"
import { directory } from "./directory.ts"
import { judgements } from "./judgements.ts"
import { mailboxes } from "./mailboxes.ts"
import { papers } from "./papers.ts"
import { files, wraps } from "./wraps.ts"
import { type Scene, openScene } from "./scene.ts"

const groups: Readonly<Record<string, (scene: Scene) => readonly Mutation[]>> = {
  papers,
  directory,
  chain,
  cards,
  mailboxes,
  wraps,
  files,
  judgements,
}

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
}, 60_000)
afterAll(() => scene.close())

describe.each(Object.entries(groups))("%s", (_, group) => {
  test("are refused, each with its own word", { timeout: 120_000 }, async () => {
    const came: Record<string, string> = {}
    const should: Record<string, string> = {}
    for (const { name, refusal, attempt } of group(scene)) {
      should[name] = refusal
      came[name] = await attempt()
    }
    expect(came).toEqual(should)
  })
})

test("there are at least seventy lies, and none is believed where a control is", () => {
  const all = Object.values(groups).flatMap((group) => group(scene))
  const lies = all.filter(({ name }) => !name.includes("(control)"))
  expect(lies.length).toBeGreaterThanOrEqual(70)
  expect(new Set(all.map(({ name }) => name)).size).toBeGreaterThan(lies.length * 0.9)
  expect(lies.filter(({ refusal }) => refusal === "accepted")).toEqual([])
})
