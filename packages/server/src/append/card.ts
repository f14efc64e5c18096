// Cards: what is asked of one that comes with entries, and of one that comes alone, sealed anew in the background after somebody left
// or joined. A desk's card lies under the register's epoch, a restricted stream's under its own.
import { type Directory, type Roster, epochStale, memberByKid, onRoster, registerIdOf, verifyCard } from "@safe-conduct/sealing/verify"
import { type Card, type Conflict, type Head, type Id, type Refusal, ZERO_HASH, refuse, sameHead } from "@safe-conduct/wire"
import type { Service } from "../service.ts"
import type { Transaction } from "../store/store.ts"

/** Where a card must belong: the head that it tells of, and who stands on the stream's roster. */
export interface CardPlace {
  readonly desk: Id
  readonly stream: Id
  readonly head: Head
  readonly directory: Directory
  readonly roster: Pick<Roster, "epoch" | "members">
}

/** The card tells of exactly the head that is stored, and is signed by somebody who may write here. */
export async function cardRefused(card: Card, { desk, stream, head, directory, roster }: CardPlace): Promise<Refusal | null> {
  if (card.desk !== desk || card.stream !== stream) return refuse("other-stream", "The card belongs to another stream.", "/card/stream")
  if (!sameHead(card.through, head)) return refuse("card-behind", "The card does not tell of the head that it comes with.", "/card/through")
  const author = memberByKid(directory, card.author)
  if (!author || !roster.members.some(({ kid }) => kid === card.author))
    return refuse("not-on-roster", "The card's author is not on the stream's roster.", "/card/author")
  if (card.own && card.cardEpoch !== roster.epoch)
    return refuse("epoch-stale", "The card is sealed under another epoch than the stream's.", "/card/cardEpoch")
  return verifyCard(card, author.certificate.sign)
}

/** The directory and the stream may move while we judge; this often we judge again. */
const TRIES = 5

/** One card in the place of the last, with no entry: nothing else of the stream changes. */
export async function putCard(service: Service, stream: Id, card: Card, author: Id): Promise<Conflict | null> {
  for (let tries = 1; ; tries++) {
    const { store, desk } = service
    const row = await store.standing(stream)
    if (row === null || row.kind !== "shared") return refuse("no-such-stream", "There is no such stream.")
    const directory = await service.directory.latest()
    const roster: Roster = {
      epoch: row.epoch,
      members: await store.roster(stream),
      keyHash: ZERO_HASH,
      envelopesHash: ZERO_HASH,
      recovery: null,
    }
    const me = directory.members[author]
    if (me === undefined || onRoster(roster, me.kid) === null) return refuse("not-on-roster", "You are not on this stream's roster.")
    if (card.author !== me.kid) return refuse("not-yours", "A card that comes alone is signed by whoever brings it.", "/card/author")
    // A key that somebody who left still holds seals nothing new: the stream's epoch changes first, and the register's.
    const gone = epochStale(roster, directory, directory.head.seq) ?? (card.own ? null : await deskEpoch(service, card, directory))
    const bad = gone ?? (await cardRefused(card, { desk, stream, head: row.head, directory, roster }))
    if (bad !== null) return bad.error === "card-behind" ? { ...bad, error: "not-head", head: row.head } : bad
    const done = await store.write(async (tx) => ((await moved(tx, row.head, stream, directory)) ? "moved" : write(tx, card)))
    if (done !== "moved") return done
    if (tries >= TRIES) return refuse("not-head", "Others wrote here at the same time. Try again.")
  }
}

/** A desk's card is for whoever reads the register now: not for who left, and for who joined. */
async function deskEpoch({ store, desk }: Service, card: Card, directory: Directory): Promise<Refusal | null> {
  const register = registerIdOf(desk)
  const row = await store.standing(register)
  const members = await store.roster(register)
  const roster: Roster = { epoch: row?.epoch ?? 0, members, keyHash: ZERO_HASH, envelopesHash: ZERO_HASH, recovery: null }
  const gone = epochStale(roster, directory, directory.head.seq)
  if (gone) return gone
  if (card.cardEpoch === roster.epoch) return null
  return card.cardEpoch < roster.epoch
    ? refuse("epoch-stale", "The desk's cards lie under a newer epoch.", "/card/cardEpoch")
    : refuse("unknown-epoch", "No roster has opened this epoch.", "/card/cardEpoch")
}

async function moved(tx: Transaction, head: Head, stream: Id, directory: Directory): Promise<boolean> {
  const row = await tx.stream(stream)
  return row === null || !sameHead(row.head, head) || !sameHead(await tx.directory(), directory.head)
}

async function write(tx: Transaction, card: Card): Promise<Refusal | null> {
  if ((await tx.purges(card.stream)).length > 0) return refuse("stream-purged", "What stood here was destroyed.")
  if ((await tx.cardVersion(card.stream)) !== card.version - 1 || !(await tx.putCard(card)))
    return refuse("card-stale", "Another card stands for this stream.", "/card/version")
  return null
}
