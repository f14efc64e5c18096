// The proposal that tests are about: people of two cases, their own consents, mailboxes that can move.
import { storyPolicy } from "../case/story.ts"
import type { Policy } from "../evidence/policy.ts"
import { type PinnedPolicy, pinOf, pinPolicies } from "../decision/policy-pin.ts"
import { type How, storyHash, storyOf, streamId, type Told } from "../stream/story.ts"
import { rowsDigest } from "./candidates.ts"
import { proposalKind } from "./fold.ts"

export const casePavel = streamId("casepavel")
export const caseOlga = streamId("caseolga")
export const askPavel = streamId("askpavel")

export const storyFacts = (scopes: readonly string[], more: object = {}) => ({
  finding: storyHash("approval"),
  consents: scopes.map((scope) => ({ scope, id: scope, entry: storyHash(scope), givenBy: "person" })),
  family: { state: "COMPLETE" },
  asks: [askPavel],
  ...more,
})
export const referralFacts = (more: object = {}) => storyFacts(["SHARE_IRCC"], more)

export function proposalStory(
  kind: "referral" | "note" = "referral",
  sha256: (text: string) => string = storyHash,
  given: { readonly policy?: Policy; readonly person?: (member: string) => string } = {},
) {
  const { policy = storyPolicy, ...more } = given
  const env = { sha256, policies: pinPolicies([policy], sha256), ...more }
  const story = storyOf(proposalKind, env)
  story.tells("lena", "open-proposal", { kind, policy: pinOf(env.policies[0] as PinnedPolicy) })
  const pavel = { case: casePavel, person: "pavel", row: { surname: "Probnyi" }, facts: referralFacts() }
  return {
    env,
    says: story.says,
    tells: story.tells,
    moves: story.moves,
    lines: story.lines,
    get state() {
      return story.state
    },
    get folded() {
      return story.folded
    },
    pavel,
    adds(more: object = {}, how: How = {}): Told {
      return story.tells("lena", "add-candidate", { ...pavel, ...more }, how)
    },
    freezes(by = "lena"): Told {
      return story.tells(by, "freeze", { digest: rowsDigest(story.state, sha256) })
    },
    approves(by = "boris"): Told {
      const { hash } = this.freezes()
      return story.tells(by, "approve", { entry: hash })
    },
    releases(): Told {
      const { hash } = this.approves()
      return story.tells("lena", "release", { of: hash, number: 1, year: 2026 })
    },
  }
}
