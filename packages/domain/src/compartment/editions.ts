// Which version of each action is in force in which edition. A line is added, never changed.
import type { Editions } from "../stream/editions.ts"
import type { CompartmentActionName } from "./registry.ts"

const edition1 = {
  "add-voucher": 1,
  "answer-adverse": 1,
  "begin-edition": 1,
  "bind-voucher": 1,
  "note-adverse": 1,
  "open-compartment": 1,
  strike: 1,
  "withdraw-voucher": 1,
} as const satisfies Record<CompartmentActionName, number>

export const editions = { 1: edition1 } as const satisfies Editions
