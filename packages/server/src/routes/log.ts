// What members may ask of the log: where it stands, that it only grew, that an entry is in it, and its leaves. How much a desk writes
// is nobody else's business, so a mailbox gets none of it.
import { consistencyPath, inclusionPath } from "@safe-conduct/sealing/verify"
import { Checkpoint, Consistency, Id, Inclusion, LEAVES_AT_ONCE, refuse } from "@safe-conduct/wire"
import { Hono } from "hono"
import * as v from "valibot"
import { PER_TILE, tileReader } from "../log/tiles.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { member, readable } from "./access.ts"
import { asks, does } from "./describe.ts"
import { Whole } from "./query.ts"

const Between = v.object({ from: Whole, to: Whole })
const Of = v.object({ stream: Id, seq: Whole, size: Whole })

const empty = refuse("log-empty", "The log has no entry yet.")
const absent = refuse("not-in-log", "The log does not hold this.")

export const log = (service: Service) => {
  const { log: stored } = service.store
  const read = tileReader(stored)
  const sizeNow = async (): Promise<number> => (await stored.standing())?.size ?? 0
  return new Hono()
    .get("/log", does("Where the log stands, signed by the key that signs receipts.", Checkpoint), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const row = await stored.standing()
      if (row === null) return refused(c, empty)
      const { size, root, hour, signature } = row
      return c.json({ desk: service.desk, size, root, hour, signature } satisfies Checkpoint)
    })
    .get("/log/consistency", does("That the log of one size is the beginning of the other.", Consistency), asks(Between), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { from, to } = c.req.valid("query")
      if (from < 1 || from > to || to > (await sizeNow())) return refused(c, absent)
      return c.json({ path: await consistencyPath(from, to, read) } satisfies Consistency)
    })
    .get("/log/inclusion", does("Where an entry stands among the log's first leaves.", Inclusion), asks(Of), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { stream, seq, size } = c.req.valid("query")
      const row = await readable(service, session.value, stream, "head")
      if (!row.ok) return refused(c, row.refusal)
      const place = await stored.placeOf(stream, seq)
      if (place === null || place >= size || size > (await sizeNow())) return refused(c, absent)
      return c.json({ place, path: await inclusionPath(place, size, read) } satisfies Inclusion)
    })
    .get("/log/leaves", does("Leaves in order, 32 bytes each.", "application/octet-stream"), asks(Between), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { from, to } = c.req.valid("query")
      if (from > to || to - from > LEAVES_AT_ONCE || to > (await sizeNow())) return refused(c, absent)
      const first = Math.floor(from / PER_TILE)
      const count = from === to ? 0 : Math.ceil(to / PER_TILE) - first
      const tiles = await stored.tiles(Array.from({ length: count }, (_, n) => ({ level: 0, place: first + n })))
      const all = new Uint8Array((to - from) * 32)
      for (const [n, tile] of tiles.entries()) {
        const begins = ((first + n) * PER_TILE - from) * 32
        const part = tile.subarray(Math.max(0, -begins), Math.max(0, all.length - begins))
        all.set(part, Math.max(0, begins))
      }
      return c.body(all, 200, { "content-type": "application/octet-stream" })
    })
}
