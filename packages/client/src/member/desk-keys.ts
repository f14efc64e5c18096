// How the desk's keys stand: the one that opens requests, the one that signs replies, the one for paper. Each ends on a day, and whoever left
// still knows those that were held in the register while she read it.
import { type AdminSet, type Certified, adminSetsOf, approvalsNeeded, foldDirectory } from "@safe-conduct/sealing/verify"
import { DAY } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import type { Core } from "./core.ts"
import type { KeyLine } from "./vault-port.ts"

/** From so many days before its end a key is spoken of. */
const SOON = 10

/** The last removal's place in the directory. */
const lastLeft = (core: Core): number => core.inside.directory.changes.findLast(({ change }) => change.does === "member.remove")?.seq ?? -1

/** Whether somebody who left since may have read this secret: it was written under a directory in which she still stood. */
export function leaverKnows(core: Core, held: { readonly made: { readonly seq: number } }): boolean {
  const line = core.register.chain.lines.find(({ seq }) => seq === held.made.seq)
  return line === undefined || line.dirSeq < lastLeft(core)
}

/** The directory has judged the signatures; here it is asked whose they are. Else the key holds by the root's word alone, or not at all. */
function approvedByLastSet(core: Core, { approvals }: Certified<unknown>): boolean {
  const set = core.inside.directory.changes.findLast(({ change }) => change.does === "admin.set" || change.does === "genesis")?.change
  if (set === undefined || !("admins" in set)) return true
  const admins = new Set(set.admins.map(({ member }) => member))
  return approvals.length >= approvalsNeeded(admins.size, set.threshold) && approvals.every(({ by }) => admins.has(by))
}

export function keyLines(core: Core, now: number): readonly KeyLine[] {
  const { intake, reply, paper } = core.inside.directory.now()
  const today = Date.parse(new Date(now).toISOString().slice(0, 10))
  return (
    [
      ["intake", intake.at(-1)],
      ["reply", reply.at(-1)],
      ["paper", paper.at(-1)],
    ] as const
  ).flatMap(([what, certified]): readonly KeyLine[] => {
    if (certified === undefined) return []
    const until = certified.certificate.notAfter
    const days = Math.round((Date.parse(until) - today) / DAY)
    if (certified.since < lastLeft(core)) return [{ what, why: "left", until, days }]
    if (!approvedByLastSet(core, certified)) return [{ what, why: "set", until, days }]
    return days > SOON ? [] : [{ what, why: days < 0 ? "ended" : "ends", until, days }]
  })
}

/**
 * The administrators as portals and letters know them: those whom the root named. They never learn of a removal, so a certificate
 * needs as many approvals as that set asks for, however few of it are left.
 */
export async function namedByRoot(core: Core): Promise<Result<AdminSet>> {
  const { genesis, adminSets } = core.inside.directory.now()
  const first = await foldDirectory(null, genesis)
  if (!first.ok) return first
  const sets = await adminSetsOf(first.value, adminSets)
  if (!sets.ok) return sets
  return ok(sets.value.at(-1) ?? sets.value[0])
}

export const rootNeeded = () =>
  no(
    "root-needed",
    "The portals still ask for more administrators than are left: the desk's root must name another before its keys can change.",
  )
