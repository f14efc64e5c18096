// Which compartments stand beside a case, each as it was last named.
import type { Row } from "../../stream/line.ts"
import type { NameCompartment } from "../actions/name-compartment.ts"
import type { CaseState } from "../state.ts"

export const compartmentsOf = (state: CaseState): readonly Row<NameCompartment>[] => [
  ...new Map((state.compartments ?? []).map((row) => [row.compartment, row])).values(),
]
