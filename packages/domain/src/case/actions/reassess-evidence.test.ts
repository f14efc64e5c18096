// A second look.
import { expect, test } from "vitest"
import { dossierOf } from "../views/dossier.ts"
import { caseStory } from "../story.ts"

const again = {
  evidence: "picket-2",
  claims: ["picket"],
  source: "media",
  origin: "court",
  authenticity: "doubtful",
  identity: "verified",
  why: "a reprint of the ruling",
}

test("the latest assessment is what is judged", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.tells("boris", "reassess-evidence", again)
  expect(dossierOf(story.state, "pavel").evidence.find((one) => one.id === "picket-2")).toMatchObject({
    origin: "court",
    authenticity: "doubtful",
  })
})

test("a struck reassessment gives way to the binding", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const { seq } = story.tells("boris", "reassess-evidence", again)
  story.tells("vera", "strike", { seq, why: "mixed up" })
  expect(dossierOf(story.state, "pavel").evidence.find((one) => one.id === "picket-2")).toMatchObject({
    origin: "newspaper",
    authenticity: "verified",
  })
})

test("only what was bound is looked at again", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  expect(story.says("anna", "reassess-evidence", { ...again, evidence: "none" }).refusal?.error).toBe("unknown-evidence")
})
