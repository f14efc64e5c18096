// Which version of each action is in force in which edition. A line is added, never changed.
import type { Editions } from "../stream/editions.ts"
import type { DrawerActionName } from "./registry.ts"

const edition1 = {
  "begin-edition": 1,
  keep: 1,
  "mark-read": 1,
} as const satisfies Record<DrawerActionName, number>

export const editions = { 1: edition1 } as const satisfies Editions
