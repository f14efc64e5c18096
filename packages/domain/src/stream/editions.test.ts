// A second edition un-signs nothing: old histories fold under it to the very digests that the first pinned, and only what is written
// after it began is judged by the new rule.
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { caseKind } from "../case/fold.ts"
import { caseStory, storyCaseEnv, storyPins } from "../case/story.ts"
import { pinPolicies } from "../decision/policy-pin.ts"
import { drawerKind } from "../drawer/fold.ts"
import { membersKind } from "../members/fold.ts"
import { proposalKind } from "../proposals/fold.ts"
import { registerKind } from "../register/fold.ts"
import { canonical } from "./canonical.ts"
import { latestEdition } from "./editions.ts"
import { emptyFold, type Folded, foldStream, mayDoIn } from "./fold.ts"
import type { Line } from "./line.ts"
import { storyOf } from "./story.ts"
import { nextCaseKind } from "./testing/next-edition.ts"

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")
const digest = ({ state, edition, seq, refused, beyond }: Folded<unknown>) => sha256(canonical({ state, edition, seq, refused, beyond }))
const folder = join(import.meta.dirname, "..", "..", "..", "..", "test-vectors", "histories")
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))] as const)
  .filter(([, history]) => history.stream === "case" && history.edition === 1)

test("an edition is the product's, not a stream's: every kind of stream has the same ones", () => {
  expect(new Set([caseKind, proposalKind, registerKind, membersKind, drawerKind].map(({ editions }) => latestEdition(editions))).size).toBe(
    1,
  )
})

describe("under a second edition, with a stricter judgement and a renamed field", () => {
  test.each(cases)("%s folds to the digest that the first edition pinned", (_name, history) => {
    const env = { sha256, policies: pinPolicies(history.policies ?? [], sha256) }
    // A history may end where the first edition's builds had to stop; what stands before is what both must agree about.
    const { beyond } = foldStream(caseKind, emptyFold(caseKind.empty), history.lines, env)
    const lines: readonly Line[] = history.lines.filter((line: Line) => beyond === null || line.seq < beyond)
    const folded = foldStream(nextCaseKind, emptyFold(nextCaseKind.empty), lines, env)
    expect(digest({ ...folded, beyond })).toBe(history.digest)
  })

  test("what was signed before stands, the same act afterwards does not", () => {
    const env = storyCaseEnv
    const told = caseStory()
    told.opensWithFamily()
    told.proves()
    told.readsBlind()
    const first = told.recommends("anna")
    told.tells("anna", "write-note", { kind: "note", text: "about something else" })
    told.tells("boris", "approve", { entry: first.hash, saw: { seq: first.seq, hash: first.hash } })
    const before = foldStream(nextCaseKind, emptyFold(nextCaseKind.empty), told.lines, env)
    expect(before.refused).toEqual(told.folded.refused)
    expect(before.state.approvals).toHaveLength(1)

    const next = (from: Folded<typeof before.state>, by: string, does: string, input: object, v = 1, editionSigned?: boolean) => {
      const seq = from.seq + 1
      const plain = { does, v, id: `id-${seq}`, at: 1, input }
      const line: Line = { seq, hash: sha256(`${seq}`), by, plain, ...(editionSigned === undefined ? {} : { editionSigned }) }
      return foldStream(nextCaseKind, from, [line], env)
    }
    const second = next(before, "anna", "begin-edition", { edition: 2, signature: "s" }, 1, true)
    expect(second).toMatchObject({ edition: 2, beyond: null })
    expect(second.state.approvals).toHaveLength(1)
    // The field's new name is in force, the old one is not, and both stand in one table.
    const noted = next(second, "anna", "write-note", { kind: "note", body: "new" }, 2)
    expect(noted.state.notes.map((row) => row.text)).toEqual(["about something else", "new"])
    expect(next(noted, "anna", "write-note", { kind: "note", text: "old" }, 1).refused.at(-1)?.refusal.error).toBe("version-not-in-force")
    // The stricter judgement bites from here on.
    const again = next(noted, "anna", "lower-urgency", {
      person: "pavel",
      to: "H",
      reason: "heard",
      saw: { seq: noted.seq, hash: noted.hash },
    })
    const proposed = again.seq
    const between = next(again, "vera", "write-note", { kind: "note", body: "between" }, 2)
    const late = next(between, "boris", "approve", { entry: sha256(`${proposed}`), saw: { seq: proposed, hash: sha256(`${proposed}`) } })
    expect(late.refused.at(-1)?.refusal.error).toBe("saw-too-early")
    const inTime = next(between, "boris", "approve", { entry: sha256(`${proposed}`), saw: { seq: between.seq, hash: between.hash } })
    expect(inTime.refused.at(-1)?.seq).not.toBe(inTime.seq)
  })

  test("a third edition stops it: what came before stands, nothing may be written", () => {
    const env = storyCaseEnv
    const story = storyOf(nextCaseKind, env)
    story.tells("anna", "open-case", { policy: storyPins[0] })
    story.tells("anna", "begin-edition", { edition: 2, signature: "s" }, { editionSigned: true })
    const { seq } = story.says("anna", "begin-edition", { edition: 3, signature: "s" }, { editionSigned: true })
    story.says("anna", "take-case", { owner: "anna" })
    expect(story.folded).toMatchObject({ edition: 2, beyond: seq, seq: seq - 1 })
    expect(story.state.opened).not.toBeNull()
    expect(story.state.owners).toEqual([])
    expect(mayDoIn(nextCaseKind, story.folded, { does: "take-case", input: { owner: "anna" } }, { by: "anna", at: 1 }, env)?.error).toBe(
      "edition-unknown",
    )
  })

  test("nobody begins an edition that her own client does not know", () => {
    const story = caseStory()
    story.opens()
    const may = (kind: typeof caseKind) =>
      mayDoIn(kind, story.folded, { does: "begin-edition", input: { edition: 2, signature: "s" } }, { by: "anna", at: 1 }, storyCaseEnv)
    expect(may(caseKind)?.error).toBe("edition-unknown")
    expect(may(nextCaseKind)).toBeNull()
  })
})
