// The fold of a proposal, and the questions that are put before an act is sealed.
import type { Refusal } from "../refusal.ts"
import { type Acting, emptyFold, type Folded, foldStream, guardsIn, mayDoIn, offerIn, type StreamKind } from "../stream/fold.ts"
import type { Line } from "../stream/line.ts"
import type { ProposalEnv } from "./action.ts"
import { editions } from "./editions.ts"
import { actions, type ProposalActionName } from "./registry.ts"
import { emptyProposalState, type ProposalState } from "./state.ts"

export type FoldedProposal = Folded<ProposalState>
export type ProposalAct = { readonly does: ProposalActionName; readonly input: unknown }

export const proposalKind: StreamKind<ProposalState, ProposalEnv> = { actions, editions, empty: emptyProposalState }
export const emptyProposal: FoldedProposal = emptyFold(emptyProposalState)

export const foldProposal = (from: FoldedProposal, lines: readonly Line[], env: ProposalEnv): FoldedProposal =>
  foldStream(proposalKind, from, lines, env)

/** Greys a button: null where the act may be begun. */
export const offerProposal = (from: FoldedProposal, does: ProposalActionName, acting: Acting, env: ProposalEnv): Refusal | null =>
  offerIn(proposalKind, from, does, acting, env)

/** What the fold will say of the whole act. */
export const mayDoProposal = (from: FoldedProposal, act: ProposalAct, acting: Acting, env: ProposalEnv): Refusal | null =>
  mayDoIn(proposalKind, from, act, acting, env)

/** The streams whose heads the entry must guard. */
export const guardsOfProposal = (from: FoldedProposal, act: ProposalAct): readonly string[] => guardsIn(proposalKind, from, act)
