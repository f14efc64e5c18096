// A shared stream's roster, folded the same way by server and clients: who writes and reads, epoch by epoch.
import { type Hash, type Id, type KeyId, type Refusal, type RosterChange, type RosterMember, refuse } from "@safe-conduct/wire"
import { type Directory, type Folded, activeAt, isActive, recoveryAt } from "./directory.ts"

export interface Roster {
  readonly epoch: number
  readonly members: readonly RosterMember[]
  readonly keyHash: Hash
  readonly envelopesHash: Hash
  /** The recovery reader that the directory named when the epoch was opened: in its envelopes, never among its members. */
  readonly recovery: Id | null
}

/** For whom an epoch has envelopes, in the order in which their hashes are announced. */
export const readersOf = (roster: Pick<Roster, "members" | "recovery">): Id[] => [
  ...roster.members.map(({ id }) => id),
  ...(roster.recovery === null ? [] : [roster.recovery]),
]

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
  const recovery = recoveryAt(directory, dirSeq)?.reader ?? null
  return { ok: true, value: { ...change, recovery } }
}

/** An epoch that a removed member holds takes no more entries: the next writer opens a new one. */
export function epochStale(roster: Roster, directory: Directory, dirSeq: number): Refusal | null {
  const gone = roster.members.some(({ id }) => !isActive(directory, id, dirSeq))
  return gone ? refuse("epoch-stale", "A removed member holds this epoch's key; a new epoch comes first.", "/epoch") : null
}

/** Whether the recovery reader of today cannot open this epoch, or one of yesterday still can: the next writer opens a new one. */
export const recoveryStale = (roster: Roster, directory: Directory): boolean => roster.recovery !== (recoveryAt(directory)?.reader ?? null)

export const onRoster = (roster: Roster, kid: KeyId): RosterMember | null => roster.members.find((m) => m.kid === kid) ?? null
