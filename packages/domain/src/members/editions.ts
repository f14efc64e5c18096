// Which version of each action is in force in which edition. A line is added, never changed.
import type { Editions } from "../stream/editions.ts"
import type { MembersActionName } from "./registry.ts"

const edition1 = {
  "begin-edition": 1,
  "certify-passkey": 1,
  "name-member": 1,
  "retire-passkey": 1,
  strike: 1,
} as const satisfies Record<MembersActionName, number>

export const editions = { 1: edition1 } as const satisfies Editions
