// The rule of shared streams: members on the stream's own roster write, under the epoch that the roster opened. Rosters stand in
// the chain in the clear, so that the server folds the same one as every client.
import {
  type Directory,
  type Roster,
  directoryIdOf,
  drawerIdOf,
  envelopeHash,
  envelopesHash,
  epochStale,
  foldRoster,
  memberByKid,
  membersIdOf,
  onRoster,
  readersOf,
  registerIdOf,
  seenIdOf,
  verifyEntry,
} from "@safe-conduct/sealing/verify"
import {
  type Conflict,
  type Entry,
  type Hash,
  type Id,
  type Refusal,
  ZERO_HASH,
  isRosterBody,
  readRosterBody,
  refuse,
} from "@safe-conduct/wire"
import { toBytes } from "../store/rows.ts"
import { cardRefused } from "./card.ts"
import { type Judged, type Judging, type Verdict, no, order } from "./verdict.ts"

export async function judgeShared(judging: Judging): Promise<Judged> {
  const { service, directory, row, stream, input } = judging
  const members = row ? await service.store.roster(stream) : []
  // What the next roster is judged by is who stands on the last one; its hashes are in the chain and not asked for again.
  let roster: Roster | null = row ? { epoch: row.epoch, members, keyHash: ZERO_HASH, envelopesHash: ZERO_HASH, recovery: null } : null
  const envelopes: Verdict["envelopes"][number][] = []
  const given = new Map((input.envelopes ?? []).map((e) => [e.epoch, e.envelopes]))
  if (given.size !== (input.envelopes?.length ?? 0)) return no(refuse("malformed", "Envelopes of one epoch stand once.", "/envelopes"))

  for (const [i, entry] of input.entries.entries()) {
    const at = `/entries/${i}`
    const author = memberByKid(directory, entry.author)
    if (!author) return no(refuse("not-active", "The author is not an active member of the desk.", `${at}/author`))
    const body = toBytes(entry.body as string)
    if (isRosterBody(body)) {
      const change = readRosterBody(body)
      if (!change) return no(refuse("malformed-roster", "This is not a roster that we can read.", `${at}/body`))
      if (entry.epoch !== change.epoch)
        return no(refuse("malformed-roster", "The header names another epoch than the roster.", `${at}/epoch`))
      const theirs = roster === null ? reservedFor(judging, author.id) : null
      if (theirs) return no({ ...theirs, at: `${at}/stream` })
      const folded = foldRoster(roster, change, entry.author, directory, entry.dirSeq)
      if (!folded.ok) {
        // Who opens an epoch behind an older head has lost a race, as with any line, and is told where the stream stands.
        const hers = folded.refusal.error === "old-roster" && roster !== null && onRoster(roster, entry.author) !== null
        const lost = hers && (await verifyEntry(entry, author.certificate.sign)) === null ? order(judging) : null
        return no(lost ?? { ...folded.refusal, at: `${at}/body${folded.refusal.at ?? ""}` })
      }
      const gone = epochStale(folded.value, directory, directory.head.seq)
      if (gone) return no(refuse("ghost-member", "The roster names somebody who was removed from the desk.", `${at}/body/members`))
      const sealed = given.get(change.epoch) ?? []
      // The members in order, then the recovery reader that the directory certifies: nobody less, and nobody more.
      const readers = readersOf(folded.value)
      const inOrder = sealed.length === readers.length && readers.every((id, n) => sealed[n]?.member === id)
      const hashes = sealed.map((e) => ({ member: e.member, hash: envelopeHash(e.sealed) }))
      if (!inOrder || envelopesHash(hashes) !== change.envelopesHash)
        return no(refuse("other-envelopes", "The envelopes are not the ones that the roster names.", "/envelopes"))
      given.delete(change.epoch)
      envelopes.push({
        epoch: change.epoch,
        envelopes: sealed.map((e, n) => ({
          member: e.member,
          hash: (hashes[n] as (typeof hashes)[number]).hash,
          sealed: toBytes(e.sealed),
        })),
      })
      roster = folded.value
    } else {
      if (roster === null)
        return no(
          row === null && entry.seq > 0
            ? refuse("no-such-stream", "There is no such stream.")
            : refuse("no-roster", "A shared stream begins with its roster.", `${at}/body`),
        )
      if (!onRoster(roster, entry.author)) return no(refuse("not-on-roster", "The author is not on the stream's roster.", `${at}/author`))
      if (entry.epoch !== roster.epoch) return no(stale(entry, roster, at))
      const gone = epochStale(roster, directory, directory.head.seq)
      if (gone) return no({ ...gone, at: `${at}/epoch` })
    }
    const bad = await verifyEntry(entry, author.certificate.sign)
    if (bad) return no({ ...bad, at: at + (bad.at ?? "") })
  }
  if (given.size > 0) return no(refuse("other-envelopes", "These envelopes belong to no roster in this append.", "/envelopes"))
  const head = { seq: (input.entries.at(-1) as Entry).seq, hash: judging.hashes.at(-1) as Hash }
  const place = { desk: service.desk, stream, head, directory, roster: roster as Roster }
  const bad = order(judging) ?? (input.card ? await cardRefused(input.card, place) : null)
  if (bad) return no(bad)
  const verdict: Verdict = { kind: "shared", epoch: (roster as Roster).epoch, envelopes }
  return envelopes.length > 0 ? { ...verdict, roster: (roster as Roster).members } : verdict
}

/** Older: others opened a new epoch since. Newer: there is no such epoch. */
const stale = (entry: Entry, roster: Roster, at: string): Conflict =>
  entry.epoch < roster.epoch
    ? refuse("epoch-stale", "A new epoch has begun; seal again under it.", `${at}/epoch`)
    : refuse("unknown-epoch", "No roster has opened this epoch.", `${at}/epoch`)

/** Streams whose ids everybody can compute are begun by those they belong to: nobody sits down in another's drawer. */
function reservedFor({ service, directory, stream }: Judging, author: Id): Refusal | null {
  const { desk } = service
  if (stream === directoryIdOf(desk)) return refuse("not-yours", "This is the directory's place.")
  if (stream === membersIdOf(desk) || stream === registerIdOf(desk))
    return directory.admins.includes(author) ? null : refuse("not-admin", "Only an admin begins this stream.")
  return othersOwn(directory, desk, stream, author) ? refuse("not-yours", "This place belongs to another member.") : null
}

const othersOwn = (directory: Directory, desk: Id, stream: Id, author: Id): boolean =>
  Object.values(directory.members).some(({ id }) => id !== author && (drawerIdOf(desk, id) === stream || seenIdOf(desk, id) === stream))
