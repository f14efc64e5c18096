// Claims.
import { expect, test } from "vitest"
import { dossierOf } from "../views/dossier.ts"
import { caseStory } from "../story.ts"

test("a claim is one person's, and the core claim comes first in the dossier", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "state-claim", { claim: "donation", person: "pavel", kind: "donation", what: "gave money" })
  story.tells("anna", "state-claim", { claim: "picket", person: "pavel", kind: "protest", what: "stood with a poster", core: true })
  expect(dossierOf(story.state, "pavel").claims.map((one) => one.id)).toEqual(["picket", "donation"])
  expect(dossierOf(story.state, "dina").claims).toEqual([])
})

test("an id names one claim", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  expect(story.says("anna", "state-claim", { claim: "picket", person: "dina", kind: "protest", what: "x" }).refusal?.error).toBe(
    "claim-known",
  )
})
