// The compartments that tests are about.
import { storyHash, storyOf, streamId } from "../stream/story.ts"
import { compartmentKind } from "./fold.ts"
import type { Compartment } from "./kind.ts"

export const compartmentStory = (kind: Compartment) => {
  const story = storyOf(compartmentKind, { sha256: storyHash })
  story.tells("vera", "open-compartment", { case: streamId("case"), kind })
  return story
}

export const neighbour = {
  voucher: "v1",
  name: "Савелий Дроздов",
  where: "russia",
  known: "Lived next door for nine years; saw the search.",
  maySay: "A neighbour, without place or name.",
} as const

export const rumour = {
  note: "n1",
  source: "A post without author",
  what: "He is said to have worked for them.",
  reliable: "doubtful",
} as const
