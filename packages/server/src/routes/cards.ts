// Cards since a cursor, as binary frames: u64 next cursor ‖ u8 more ‖ (u32 length ‖ UTF-8 JSON of a CardRow)…
import { type CardRow, concat, u32be, u64be, utf8 } from "@safe-conduct/wire"
import { Hono } from "hono"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { member } from "./access.ts"
import { asks, does } from "./describe.ts"
import { Cursor } from "./query.ts"

export const cards = (service: Service) =>
  new Hono().get(
    "/cards",
    does("Cards that changed since a cursor, as binary frames.", "application/octet-stream"),
    asks(Cursor),
    async (c) => {
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
    },
  )
