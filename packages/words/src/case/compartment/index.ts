// The words of compartments and of who opened a case. They say what is closed to whom, and claim nothing that the seal does not hold.
import type { Compartment } from "@safe-conduct/domain/compartment"
import type { Labels } from "../labels.ts"

export interface CompartmentWords {
  readonly purpose: Labels<Compartment>
  readonly none: string
  readonly open: Labels<Compartment>
  readonly openTitle: Labels<Compartment>
  readonly openHint: string
  readonly openGo: string
  /** `roles`: whose part it is to open one. */
  readonly whoOpens: (roles: string) => string
  readonly on: (names: string) => string
  readonly closed: string
  readonly left: string
  readonly offCase: string
  readonly you: string
  readonly change: string
  readonly changeTitle: string
  readonly changeHint: string
  readonly changeGo: string
  readonly changed: string
  readonly otherwise: string
  readonly sayAgain: string
  readonly beyond: string
  readonly empty: Labels<Compartment>
  readonly add: Labels<Compartment>
  readonly source: string
  readonly unanswered: string
  readonly answer: string
  readonly strike: string
  readonly voucher: (number: number) => string
  readonly known: string
  readonly contact: string
  readonly maySay: string
  readonly evidence: string
  readonly noEvidence: string
  readonly bind: string
  readonly bindHint: string
  /** Stands in the case as the reason for the new origin: whoever reads it there learns no name. */
  readonly bindWhy: string
  readonly nothingToBind: string
  readonly withdraw: string
  readonly withdrawn: (why: string) => string
  readonly weighAgain: string
  readonly made: (name: string, when: string) => string
  readonly fields: Labels<"what" | "source" | "reliable" | "outcome" | "where" | "known" | "maySay">
  readonly hints: Labels<"name" | "maySay" | "source">
  readonly openings: {
    readonly title: string
    readonly hint: string
    readonly none: string
    readonly hours: (count: number) => string
    readonly last: (when: string) => string
    readonly failed: string
  }
}
