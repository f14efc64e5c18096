// Cards: what a list shows before any chain is folded. A card that does not hold, or is older than it says, is never the truth.
import { openCard } from "@safe-conduct/sealing/open"
import { sealCard } from "@safe-conduct/sealing/seal"
import { registerIdOf } from "@safe-conduct/sealing/verify"
import { type Card, type CardRow, type Id, concat, fromBase64, toBase64, utf8 } from "@safe-conduct/wire"
import { pageBegins, readFrames } from "../testing/card-page.ts"
import type { Vault } from "../member/index.ts"
import { seedsOf } from "../testing/desk.ts"
import { good, vaultAt } from "../testing/family.ts"
import { type Mutation, lying } from "./mutation.ts"
import { type Scene, borisThrough, keysGiven, serversOwn } from "./scene.ts"

export function cards(s: Scene): readonly Mutation[] {
  const framed = (change: (rows: readonly CardRow[]) => readonly CardRow[] | Promise<readonly CardRow[]>) =>
    lying(s.desk, (call, honest) =>
      call.path.startsWith("/api/cards")
        ? honest().then(async (answer) => {
            const bytes = new Uint8Array(await answer.arrayBuffer())
            const newest = bytes.slice(0, pageBegins(call.path))
            const page = readFrames(bytes.subarray(newest.length))
            const rows = page?.frames.map((one) => one.row) ?? []
            return new Response(concat(newest, frames(page?.cursor ?? 0, rows.length === 0 ? rows : await change(rows))))
          })
        : undefined,
    )
  /** How the list shows the family's case: "nothing" where the lie changed nothing, "behind" or "missing" where it shows as such. */
  const listed = async (vault: Vault): Promise<string> => {
    good(await vault.refresh())
    const rows = await vault.list()
    const mine = rows.find((one) => one.stream === s.stream)
    if (mine === undefined) return "missing"
    if (mine.behind) return "behind"
    const honest = (await s.boris.list()).find((one) => one.stream === s.stream)
    return JSON.stringify(mine.people) === JSON.stringify(honest?.people) && mine.title === honest?.title ? "nothing" : "accepted"
  }
  const row = (
    name: string,
    refusal: string,
    change: (card: Card, rows: readonly CardRow[]) => Partial<Card> | Promise<Partial<Card>>,
  ): Mutation => ({
    name,
    refusal,
    attempt: async () =>
      listed(
        await borisThrough(
          s,
          framed((rows) =>
            Promise.all(
              rows.map(async (one) =>
                one.card.stream === s.stream ? { ...one, card: { ...one.card, ...(await change(one.card, rows)) } } : one,
              ),
            ),
          ),
        ),
      ),
  })
  const forged = async (card: Card, by: Scene["annaKeys"]["signing"], key: Uint8Array, epoch = card.cardEpoch): Promise<Partial<Card>> => {
    const place = { desk: card.desk, stream: card.stream, version: card.version + 1, cardEpoch: epoch, own: false, through: card.through }
    const boris = seedsOf(s.desk, 1).member as Id
    const keys = await keysGiven(s.api, s.id, registerIdOf(s.id), boris, s.borisKeys)
    const facts = (await openCard(card, keys.get(card.cardEpoch) as Uint8Array)) as object
    return (await sealCard(place, by, key, { ...facts, title: "the server's own story" })) as Card
  }
  const oldEpoch = Math.max(...s.eve.registerKeys.keys())
  return [
    row("an honest card (control)", "nothing", () => ({})),
    row("a card of another case", "missing", (_, rows) => ({
      ...(rows.find(({ card }) => card.stream === s.second) as CardRow).card,
      stream: s.stream,
    })),
    row("a card with its version raised", "missing", (card) => ({ version: card.version + 1 })),
    row("a card of another desk", "missing", () => ({ desk: s.foreign.founding.desk })),
    row("a card through another line", "missing", (card) => ({ through: { seq: card.through.seq, hash: "6".repeat(64) as never } })),
    row("a card through no line at all", "missing", () => ({ through: { seq: -1, hash: "0".repeat(64) as never } })),
    row("a card under another epoch", "missing", (card) => ({ cardEpoch: card.cardEpoch - 1 })),
    row("a card said to be the case's own", "missing", () => ({ own: true })),
    row("a card with a byte altered", "missing", (card) => {
      const bytes = fromBase64(card.sealed)
      bytes[40] = (bytes[40] as number) ^ 1
      return { sealed: toBase64(bytes) }
    }),
    row("a card with another signature", "missing", () => ({ signature: `${"A".repeat(86)}==` })),
    row("a card under another member's name", "missing", (card) => ({
      author: card.author === s.annaKeys.kid ? s.borisKeys.kid : s.annaKeys.kid,
    })),
    row("a card by nobody", "missing", (card) => forged(card, serversOwn(), s.eve.registerKeys.get(oldEpoch) as Uint8Array, oldEpoch)),
    row("a card by a removed member, under the epoch that she held", "nothing", (card) =>
      forged(card, s.eve.keys.signing, s.eve.registerKeys.get(oldEpoch) as Uint8Array, oldEpoch),
    ),
    row("a card by a removed member, under a key of the server's for the present epoch", "missing", (card) =>
      forged(card, s.eve.keys.signing, new Uint8Array(32).fill(5)),
    ),
    {
      name: "a card older than the case",
      refusal: "behind",
      attempt: async () =>
        listed(
          await borisThrough(
            s,
            framed((rows) =>
              rows.map((one) =>
                one.card.stream === s.stream ? { ...one, head: { seq: one.head.seq + 3, hash: "7".repeat(64) as never } } : one,
              ),
            ),
          ),
        ),
    },
    {
      name: "cards withheld",
      refusal: "missing",
      attempt: async () =>
        listed(
          await borisThrough(
            s,
            framed((rows) => rows.filter(({ card }) => card.stream !== s.stream)),
          ),
        ),
    },
    {
      name: "an older card after a newer one was seen",
      refusal: "behind",
      attempt: async () => {
        let old: CardRow | undefined
        let back = false
        const vault = await borisThrough(
          s,
          framed((rows) => {
            old ??= rows.find(({ card }) => card.stream === s.stream)
            return back && old !== undefined ? [...rows.filter(({ card }) => card.stream !== s.stream), old] : rows
          }),
        )
        good(await s.anna.act(s.stream, "write-note", { kind: "note", text: "newer" }))
        good(await vault.refresh())
        good(await s.boris.refresh())
        back = true
        good(await s.anna.act(s.second, "write-note", { kind: "note", text: "so that something is new" }))
        return listed(vault)
      },
    },
    {
      name: "frames that are no cards",
      refusal: "bad-answer",
      attempt: async () => {
        const lied = lying(s.desk, (call) =>
          call.path.startsWith("/api/cards") ? Promise.resolve(new Response(utf8("not frames at all"))) : undefined,
        )
        const other = vaultAt(s.desk, lied)
        const entered = await other.unlockWith(seedsOf(s.desk, 1))
        if (!entered.ok) return entered.refusal.error
        const refreshed = await other.refresh()
        return refreshed.ok ? "accepted" : refreshed.refusal.error
      },
    },
  ]
}

function frames(cursor: number, rows: readonly CardRow[]): Uint8Array<ArrayBuffer> {
  const bodies = rows.map((row) => utf8(JSON.stringify(row)))
  const bytes = new Uint8Array(9 + bodies.reduce((sum, body) => sum + 4 + body.length, 0))
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(cursor))
  let at = 9
  for (const body of bodies) {
    view.setUint32(at, body.length)
    bytes.set(body, at + 4)
    at += 4 + body.length
  }
  return bytes
}
