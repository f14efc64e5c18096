// Which version of each action is in force in which edition. A line is added, never changed.
import type { Editions } from "../stream/editions.ts"
import type { RegisterActionName } from "./registry.ts"

const edition1 = {
  "add-to-sighting": 1,
  "adopt-policy": 1,
  "approve-law-change": 1,
  "approve-purge": 1,
  "begin-edition": 1,
  "confirm-recovery": 1,
  "hold-facilities": 1,
  "hold-intake-key": 1,
  "hold-paper-key": 1,
  "hold-reply-key": 1,
  "leave-shift": 1,
  "mark-spoken": 1,
  "name-proposal": 1,
  "note-law-change": 1,
  "propose-law-change": 1,
  "propose-purge": 1,
  "propose-statement": 1,
  "publish-letter": 1,
  "reconcile-sighting": 1,
  "record-recovery": 1,
  "record-purge": 1,
  "record-sighting": 1,
  "set-duty": 1,
  "set-notice": 1,
  "set-rota": 1,
  "sign-statement": 1,
  strike: 1,
  "take-note-number": 1,
  "take-shift": 1,
  "tell-sighting": 1,
  "triage-request": 1,
  "withdraw-statement": 1,
} as const satisfies Record<RegisterActionName, number>

export const editions = { 1: edition1 } as const satisfies Editions
