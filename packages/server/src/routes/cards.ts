// Cards since a cursor, as binary frames: u64 next cursor ‖ u8 more ‖ (u32 length ‖ UTF-8 JSON of a CardRow)… And one card written alone.
import { Card, type CardRow, NotHandedOn, concat, u32be, u64be, utf8 } from "@safe-conduct/wire"
import { Hono } from "hono"
import { putCard } from "../append/card.ts"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { atMost } from "./at-most.ts"
import { idIn, member } from "./access.ts"
import { asks, does, takes } from "./describe.ts"
import { Cursor } from "./query.ts"

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
      const { rows: limit, pageBytes } = service.limits
      const found = await service.store.cards(session.value.subject, since, limit + 1, pageBytes)
      const rows = found.slice(0, limit)
      const next = rows.at(-1)?.changed ?? since
      // A page may be short by rows or by bytes; one more question tells the end apart from a pause.
      const more =
        rows.length > 0 && (found.length > rows.length || (await service.store.cards(session.value.subject, next, 1, pageBytes)).length > 0)
      const frames = rows.map(({ card, head }) => utf8(JSON.stringify({ card, head } satisfies CardRow)))
      const body = concat(u64be(next), new Uint8Array([more ? 1 : 0]), ...frames.flatMap((frame) => [u32be(frame.length), frame]))
      return c.body(body, 200, { "content-type": "application/octet-stream" })
    })
