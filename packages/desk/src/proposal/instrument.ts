// Whether the policy that a proposal pinned says that Canada's instrument is in force, and under which reference.
import type { ProposalView } from "@safe-conduct/client/member"
import { instrumentOf } from "../case/programme.ts"

export function policyInForce(view: ProposalView): string | null {
  const pin = view.state.opened?.policy
  const instrument = pin === undefined ? null : instrumentOf(pin)
  return instrument?.state === "IN_FORCE" ? instrument.sentence : null
}

export const instrumentState = (view: ProposalView) => {
  const pin = view.state.opened?.policy
  return pin === undefined ? "NONE" : instrumentOf(pin).state
}
