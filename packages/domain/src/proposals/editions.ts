// Which version of each action is in force in which edition. A line is added, never changed.
import type { Editions } from "../stream/editions.ts"
import type { ProposalActionName } from "./registry.ts"

const edition1 = {
  "add-candidate": 1,
  approve: 1,
  "begin-edition": 1,
  "check-candidate": 1,
  "drop-candidate": 1,
  freeze: 1,
  "open-proposal": 1,
  recall: 1,
  "record-answer": 1,
  "record-sent": 1,
  release: 1,
  strike: 1,
  "write-note": 1,
} as const satisfies Record<ProposalActionName, number>

export const editions = { 1: edition1 } as const satisfies Editions
