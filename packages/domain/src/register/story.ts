// The register that tests are about.
import { storyCaseEnv } from "../case/story.ts"
import { storyHash, storyOf, streamId } from "../stream/story.ts"
import { registerKind } from "./fold.ts"

export const registerStory = (more: { readonly person?: (member: string) => string } = {}) =>
  storyOf(registerKind, { ...storyCaseEnv, ...more })

/** What a story destroys: a family and her mailbox. */
export const purgedFamily = streamId("family")
export const purgedMailbox = streamId("mailbox")
export const purgeSignatures = [purgedFamily, purgedMailbox].map((stream) => ({ stream, signature: `${"A".repeat(86)}==` }))
export const purgeGuards = [
  { stream: purgedFamily, seq: 9, hash: storyHash("nine") },
  { stream: purgedMailbox, seq: 1, hash: storyHash("one") },
] as const
export const purgeOf = (more: object = {}) => ({
  streams: [
    { ...purgeGuards[0], what: "case", unanswered: false },
    { ...purgeGuards[1], what: "ask", unanswered: false },
  ] as const,
  until: "2026-12-06",
  why: "She asked to be forgotten",
  signatures: purgeSignatures,
  ...more,
})
