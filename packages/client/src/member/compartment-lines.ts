// What everybody who reads a case sees of its compartments: of what kind, and who is on each.
import { type CaseState, compartmentsOf } from "@safe-conduct/domain/case"
import { isActive } from "@safe-conduct/sealing/verify"
import type { Book } from "./book.ts"
import type { CompartmentLine, CompartmentMember } from "./compartment-port.ts"
import type { Core } from "./core.ts"

export const rosterOf = (book: Book<unknown>): readonly string[] => (book.chain.roster?.members ?? []).map(({ id }) => id)

/** `of`: the case. */
export const memberOf = (core: Core, of: Book<unknown>, member: string): CompartmentMember => ({
  member,
  name: core.nameOf(member),
  active: isActive(core.inside.directory.now(), member),
  onCase: rosterOf(of).includes(member),
})

export const compartmentLines = (core: Core, of: Book<CaseState>): readonly CompartmentLine[] =>
  compartmentsOf(of.folded().state).map(({ compartment, kind, members }) => ({
    stream: compartment,
    kind,
    members: members.map((member) => memberOf(core, of, member)),
    mine: members.includes(core.inside.member),
  }))
