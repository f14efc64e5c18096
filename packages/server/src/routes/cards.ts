// Cards since a cursor, as binary frames: u64 next cursor ‖ u8 more ‖ (u32 length ‖ UTF-8 JSON of a CardRow)… Whoever has none yet asks
// for them backwards, what changed last first, and from the newest on afterwards. And one card written alone.
import { Card, type CardRow, type Id, NotHandedOn, concat, u32be, u64be, utf8 } from "@safe-conduct/wire"
import { Hono } from "hono"
import { putCard } from "../append/card.ts"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { atMost } from "./at-most.ts"
import { idIn, member } from "./access.ts"
import { asks, does, takes } from "./describe.ts"
import { Before, Cursor } from "./query.ts"

export const cards = (service: Service) =>
  new Hono()
    .put(
      "/cards/:stream",
      does("Writes a stream's card alone, sealed anew for who may read it now. 409 tells what stands instead.", undefined, 204),
      atMost(service.limits.json),
      takes(Card),
      waits(service),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const stream = idIn(c, "stream", "no-such-stream")
        if (!stream.ok) return refused(c, stream.refusal)
        const no = await putCard(service, stream.value, c.req.valid("json"), session.value.subject)
        return no === null ? c.body(null, 204) : refused(c, no)
      },
    )
    .get("/cards/not-handed-on", does("How many streams for the whole desk have not been handed on to me yet.", NotHandedOn), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      return c.json({ count: await service.store.notHandedOn(session.value.subject) })
    })
    .get("/cards", does("Cards that changed since a cursor, as binary frames.", "application/octet-stream"), asks(Cursor), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { since } = c.req.valid("query")
      const page = await pageOf(service, session.value.subject, { since }, service.limits.rows)
      return c.body(concat(u64be(page.last ?? since), ...page.rest), 200, binary)
    })
    .get(
      "/cards/newest",
      does(
        "Cards before a cursor, what changed last first: u64 newest change ‖ u64 next cursor, then as the other.",
        "application/octet-stream",
      ),
      asks(Before),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const { before, limit } = c.req.valid("query")
        const page = await pageOf(service, session.value.subject, { before }, Math.min(limit ?? service.limits.rows, service.limits.rows))
        return c.body(concat(u64be(page.first ?? 0), u64be(page.last ?? 0), ...page.rest), 200, binary)
      },
    )

const binary = { "content-type": "application/octet-stream" }

/** Where its first and its last card changed, and the page behind them. */
async function pageOf(
  { store, limits }: Service,
  reader: Id,
  from: { readonly since: number } | { readonly before: number },
  limit: number,
) {
  const found = await store.cards(reader, from, limit + 1, limits.pageBytes)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)?.changed
  // A page may be short by rows or by bytes; one more question tells the end apart from a pause.
  const on = "before" in from ? { before: last } : { since: last }
  const more =
    last !== undefined && (found.length > rows.length || (await store.cards(reader, on as typeof from, 1, limits.pageBytes)).length > 0)
  const frames = rows.map(({ card, head }) => utf8(JSON.stringify({ card, head } satisfies CardRow)))
  const rest = [new Uint8Array([more ? 1 : 0]), ...frames.flatMap((frame) => [u32be(frame.length), frame])]
  return { first: rows[0]?.changed, last, rest }
}
