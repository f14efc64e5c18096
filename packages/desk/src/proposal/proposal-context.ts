// What the parts of an open proposal share.
import type { ProposalView } from "@safe-conduct/client/member"
import type { Refusal } from "@safe-conduct/domain/refusal"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"

export interface OpenProposal {
  readonly view: ProposalView
  readonly words: CaseWords
  /** Says what was refused, or reads the proposal anew. */
  told(answer: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }): Promise<boolean>
}
