// A shared stream's roster, folded the same way by server and clients: who writes and reads, epoch by epoch.
import { type Hash, type Id, type KeyId, type Refusal, type RosterChange, type RosterMember, refuse } from "@safe-conduct/wire"
import { type Directory, type Folded, activeAt } from "./directory.ts"

export interface Roster {
  readonly epoch: number
  readonly members: readonly RosterMember[]
  readonly keyHash: Hash
  readonly envelopesHash: Hash
}

/** `author` is the active member who signed. At genesis she stands on the new roster; later on the one before. */
export function foldRoster(
  before: Roster | null,
  change: RosterChange,
  author: KeyId,
  directory: Directory,
  dirSeq: number,
): Folded<Roster> {
  const no = (error: string, message: string, at?: string): Folded<Roster> => ({ ok: false, refusal: refuse(error, message, at) })
  if (change.epoch !== (before?.epoch ?? 0) + 1) return no("old-roster", "An epoch goes up by exactly one.", "/epoch")
  const judges = before?.members ?? change.members
  if (!judges.some((m) => m.kid === author)) return no("not-on-roster", "The author is not on the stream's roster.", "/author")
  const ids = new Set<Id>()
  for (const { id, kid } of change.members) {
    const member = directory.members[id]
    if (!member || member.kid !== kid || !activeAt(member, dirSeq))
      return no("ghost-member", "The roster names someone the directory does not.", "/members")
    if (ids.has(id)) return no("repeated-member", "A member stands twice on the roster.", "/members")
    ids.add(id)
  }
  return { ok: true, value: { epoch: change.epoch, members: change.members, keyHash: change.keyHash, envelopesHash: change.envelopesHash } }
}

/** An epoch that a removed member holds takes no more entries: the next writer opens a new one. */
export function epochStale(roster: Roster, directory: Directory, dirSeq: number): Refusal | null {
  const gone = roster.members.some(({ id }) => {
    const member = directory.members[id]
    return !member || !activeAt(member, dirSeq)
  })
  return gone ? refuse("epoch-stale", "A removed member holds this epoch's key; a new epoch comes first.", "/epoch") : null
}

export const onRoster = (roster: Roster, kid: KeyId): RosterMember | null => roster.members.find((m) => m.kid === kid) ?? null
